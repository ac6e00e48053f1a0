-- The stories that may be used for an audience, with the texts that come with
-- them. Whether the byline may stand there is decided where it is read.
SELECT s.story_id, title.words AS title, s.kind, s.valence, s.cohort_id, s.collected_on, s.consent_scope,
       coalesce(s.anonymize, false) AS anonymize, byline.words AS byline, person.display_name AS teller,
       activity.words, output.words, application.words, personal.words, organizational.words, success.words,
       (SELECT string_agg(DISTINCT y.cycle, ';') FROM story_cycle AS y
        WHERE y.community_id = s.community_id AND y.story_id = s.story_id AND y.evidence) AS cycles,
       (SELECT max(CASE b.response WHEN 'full' THEN 4 WHEN 'partial' THEN 3 WHEN 'disagree' THEN 2 ELSE 1 END) FROM substantiation AS b
        WHERE b.community_id = s.community_id AND b.story_id = s.story_id AND b.counts) AS confirmed
FROM story AS s
JOIN story_open AS o ON o.community_id = s.community_id AND o.story_id = s.story_id AND o.audience = $audience
LEFT JOIN private.text AS title ON title.community_id = s.community_id AND title.text_id = s.title_text_id
LEFT JOIN private.text AS byline ON byline.community_id = s.community_id AND byline.text_id = s.byline_text_id
LEFT JOIN identity AS i ON i.community_id = s.community_id AND i.alias_id = s.teller_alias_id
LEFT JOIN private.person AS person ON person.community_id = i.community_id AND person.member_id = i.member_id
LEFT JOIN private.text AS activity ON activity.community_id = s.community_id AND activity.text_id = s.activity_text_id
LEFT JOIN private.text AS output ON output.community_id = s.community_id AND output.text_id = s.output_text_id
LEFT JOIN private.text AS application ON application.community_id = s.community_id AND application.text_id = s.application_text_id
LEFT JOIN private.text AS personal ON personal.community_id = s.community_id AND personal.text_id = s.outcome_personal_text_id
LEFT JOIN private.text AS organizational ON organizational.community_id = s.community_id AND organizational.text_id = s.outcome_organizational_text_id
LEFT JOIN private.text AS success ON success.community_id = s.community_id AND success.text_id = s.new_definition_of_success_text_id
WHERE s.counts
  AND s.community_id = $community
  AND s.collected_on BETWEEN $since AND $until
  AND (CAST($cohort AS text) IS NULL OR position('|' || s.cohort_id || '|' IN CAST($cohort AS text)) > 0)
