-- id: confirmed_by_the_teller
-- severity: impossible
--
-- Claims that their own teller confirmed: that is nobody else's word. The teller
-- is not named: the story may be private.
SELECT c.file_id, c.sheet_no, c.row_no, c.column_no, s.cohort_id AS cohort, CAST(NULL AS text) AS who, c.story_id AS thing,
       c.made_on AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM substantiation AS c
JOIN story AS s ON s.community_id = c.community_id
               AND s.story_id = c.story_id
               AND s.counts
JOIN identity AS t ON t.community_id = s.community_id
                  AND t.alias_id = s.teller_alias_id
JOIN identity AS o ON o.community_id = c.community_id
                  AND o.alias_id = c.substantiator_alias_id
                  AND o.member_id = t.member_id
WHERE c.community_id = $community
  AND c.counts
  AND c.response IN ('full', 'partial')
