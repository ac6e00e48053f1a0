-- What a sessions sheet leaves blank: a meeting, held, open to all; anything
-- else open to those invited.
UPDATE main.session
SET kind = coalesce(kind, 'meeting'), status = coalesce(status, 'held'),
    open_to = coalesce(open_to, CASE WHEN coalesce(kind, 'meeting') = 'meeting' THEN 'all' ELSE 'invited' END),
    session_id = coalesce(session_id, row_key)
WHERE community_id = $community AND coalesce(listed, true)
;
DELETE FROM main.session WHERE community_id = $community AND listed = false
;
-- A meeting that attendance files know and no sheet lists.
INSERT INTO main.session (
    community_id, file_id, sheet_no, row_no, column_no, row_key, counts, session_id, day_no, minutes, kind, title_text_id,
    open_to, status, listed
)
SELECT s.community_id, arg_min(m.file_id, m.meeting_id), arg_min(m.sheet_no, m.meeting_id), arg_min(m.row_no, m.meeting_id),
       arg_min(m.column_no, m.meeting_id), 'unlisted ' || s.session_id, true, s.session_id, min(m.day_no), max(m.minutes),
       'meeting', min(m.title_text_id), 'all', 'held', false
FROM main.same_session AS s
JOIN main.meeting AS m ON m.community_id = s.community_id AND m.meeting_id = s.meeting_id AND m.counts
WHERE s.community_id = $community
  AND NOT EXISTS (SELECT 1 FROM main.session AS l WHERE l.community_id = s.community_id AND l.session_id = s.session_id AND l.counts)
GROUP BY s.community_id, s.session_id
;
UPDATE main.session AS s
SET has_register = o.has_register, starts_at = o.starts_at, ends_at = o.ends_at
FROM (
    SELECT l.community_id, l.session_id, coalesce(bool_or(a.meeting_id IS NOT NULL), false) AS has_register,
           min(m.starts_at) AS starts_at, max(m.ends_at) AS ends_at
    FROM main.session AS l
    LEFT JOIN main.same_session AS h ON h.community_id = l.community_id AND h.session_id = l.session_id
    LEFT JOIN main.meeting AS m ON m.community_id = h.community_id AND m.meeting_id = h.meeting_id AND m.counts
    LEFT JOIN (SELECT DISTINCT community_id, meeting_id FROM main.attendance WHERE counts) AS a
           ON a.community_id = m.community_id AND a.meeting_id = m.meeting_id
    WHERE l.community_id = $community
    GROUP BY ALL
) AS o
WHERE s.community_id = $community AND o.session_id = s.session_id
;
DELETE FROM main.session_cohort WHERE community_id = $community
;
INSERT INTO main.session_cohort (community_id, session_id, cohort_id)
SELECT DISTINCT s.community_id, s.session_id, c.cohort_id
FROM main.session AS s
JOIN main.cohort AS c ON c.community_id = s.community_id
WHERE s.community_id = $community AND s.counts
  AND CASE WHEN s.cohort IS NULL THEN s.day_no BETWEEN c.first_day AND c.last_day
           ELSE list_contains(string_split(s.cohort, ';'), c.cohort_id) END
;
DELETE FROM main.session_facilitator WHERE community_id = $community
;
INSERT INTO main.session_facilitator (community_id, session_id, member_id)
SELECT DISTINCT s.community_id, s.session_id, i.member_id
FROM (
    SELECT community_id, session_id, unnest(string_split(facilitator_alias_ids, ';')) AS alias_id
    FROM main.session WHERE community_id = $community AND counts AND facilitator_alias_ids IS NOT NULL
) AS s
JOIN main.identity AS i ON i.community_id = s.community_id AND i.alias_id = s.alias_id
;
