-- The stories that count, each with its cohort, the day it was collected and its
-- teller: the member where the teller is known to be one.
CREATE OR REPLACE VIEW story_told AS
SELECT s.community_id,
       s.story_id,
       s.cohort_id,
       s.collected_on AS day_no,
       coalesce(s.kind, 'account') AS kind,
       coalesce(i.member_id, s.teller_alias_id, s.story_id) AS teller,
       s.session_id,
       s.activity_kind,
       s.activity_date,
       s.application_date,
       s.realized_date,
       s.valence,
       s.metric_name_text_id,
       s.metric_before,
       s.metric_after,
       s.file_id,
       s.sheet_no,
       s.row_no,
       s.column_no
FROM story AS s
LEFT JOIN identity AS i ON i.community_id = s.community_id
                       AND i.alias_id = s.teller_alias_id
WHERE s.counts
