-- Where a story gives evidence: the texts it tells, the cycles its teller lists,
-- the codes its readers gave. A cycle that the form never asked about is not
-- asked; a blank text is not told yet.
DELETE FROM main.story_cycle WHERE community_id = $community
;
INSERT INTO main.story_cycle (community_id, story_id, cycle, asked, evidence, basis, file_id, sheet_no, row_no, column_no)
WITH told AS (
    SELECT s.story_id, s.file_id, s.sheet_no, s.row_no, t.cycle, t.heading, t.words IS NOT NULL AS evidence
    FROM main.story AS s
    CROSS JOIN LATERAL (VALUES
        ('immediate', 'activity', s.activity_text_id), ('potential', 'output', s.output_text_id), ('applied', 'application', s.application_text_id),
        ('realized', 'outcome_personal', s.outcome_personal_text_id), ('realized', 'outcome_organizational', s.outcome_organizational_text_id),
        ('reframing', 'new_definition_of_success', s.new_definition_of_success_text_id)) AS t(cycle, heading, words)
    WHERE s.community_id = $community AND s.counts
),
evidence AS (
    SELECT t.story_id, t.cycle, t.evidence OR EXISTS (
               SELECT 1 FROM private.question_column AS q
               WHERE q.community_id = $community AND q.file_id = t.file_id AND q.sheet_no = t.sheet_no AND q.native = t.heading) AS asked,
           t.evidence, CASE WHEN t.evidence THEN 1 ELSE 9 END AS rank, t.file_id, t.sheet_no, t.row_no,
           coalesce((SELECT min(q.column_no) FROM private.question_column AS q
                     WHERE q.community_id = $community AND q.file_id = t.file_id AND q.sheet_no = t.sheet_no AND q.native = t.heading), 0) AS column_no
    FROM told AS t
    UNION ALL
    SELECT s.story_id, trim(l.cycle), true, true, 2, s.file_id, s.sheet_no, s.row_no, 0
    FROM main.story AS s CROSS JOIN LATERAL (SELECT unnest(string_split(s.cycles, ';')) AS cycle) AS l
    WHERE s.community_id = $community AND s.counts AND s.cycles IS NOT NULL
    UNION ALL
    SELECT c.story_id, c.cycle, true, true, 3, c.file_id, c.sheet_no, c.row_no, c.column_no
    FROM main.story_code AS c
    JOIN main.story AS s ON s.community_id = c.community_id AND s.story_id = c.story_id AND s.counts
    WHERE c.community_id = $community AND c.counts AND c.cycle IS NOT NULL
)
SELECT DISTINCT ON (story_id, cycle) $community, story_id, cycle,
       bool_or(asked) OVER (PARTITION BY story_id, cycle), bool_or(evidence) OVER (PARTITION BY story_id, cycle),
       CASE rank WHEN 1 THEN 'told' WHEN 2 THEN 'listed' WHEN 3 THEN 'coded' END, file_id, sheet_no, row_no, column_no
FROM evidence
ORDER BY story_id, cycle, rank, file_id, row_no, column_no
;
-- The cohort of a story: the one it names, else that of its teller on the day
-- it was collected, else the only one running then.
UPDATE main.story AS s
SET cohort_id = coalesce(
        s.cohort,
        (SELECT min(e.cohort_id) FROM main.enrolment AS e
         JOIN main.identity AS i ON i.community_id = e.community_id AND i.member_id = e.member_id
         WHERE e.community_id = s.community_id AND i.alias_id = s.teller_alias_id AND s.collected_on BETWEEN e.first_day AND e.last_day
         HAVING count(DISTINCT e.cohort_id) = 1),
        (SELECT min(c.cohort_id) FROM main.cohort AS c
         WHERE c.community_id = s.community_id AND s.collected_on BETWEEN c.first_day AND c.last_day
         HAVING count(*) = 1)),
    kind = coalesce(s.kind, 'account'), consent_scope = coalesce(s.consent_scope, 'private')
WHERE s.community_id = $community
;
-- A byline only where a consent names the teller and nobody asked for a story
-- without a name.
DELETE FROM private.text WHERE community_id = $community AND text_id LIKE 'byline-%'
;
UPDATE main.story SET byline_text_id = NULL WHERE community_id = $community AND byline_text_id IS NOT NULL
;
UPDATE main.story SET byline_text_id = concat_ws('-', 'byline', file_id, sheet_no, row_no)
WHERE community_id = $community AND counts AND consent_scope IN ('sponsor_named', 'public') AND NOT coalesce(anonymize, false)
;
INSERT INTO private.text (community_id, text_id, file_id, words)
SELECT s.community_id, s.byline_text_id, s.file_id, p.display_name
FROM main.story AS s
JOIN main.identity AS i ON i.community_id = s.community_id AND i.alias_id = s.teller_alias_id
JOIN private.person AS p ON p.community_id = i.community_id AND p.member_id = i.member_id
WHERE s.community_id = $community AND s.byline_text_id IS NOT NULL AND p.display_name IS NOT NULL
;
