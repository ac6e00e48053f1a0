-- id: ends_before_it_begins
-- severity: impossible
--
-- Rounds, pairs, adoptions, practices and decisions whose end is before their
-- beginning, and times and lengths below zero.
SELECT file_id, sheet_no, row_no, column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, thing, day_no, other_day, CAST(NULL AS double precision) AS amount
FROM (
    SELECT community_id, file_id, sheet_no, row_no, column_no, wave_id AS thing, opened AS day_no, closed AS other_day FROM wave WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, pair_id AS thing, opened AS day_no, closed AS other_day FROM mentoring_pair WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, practice_id AS thing, adopted_on AS day_no, stopped_on AS other_day FROM adoption WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, practice_id AS thing, started AS day_no, decided_on AS other_day FROM practice WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, decision_id AS thing, raised_on AS day_no, decided_on AS other_day FROM decision WHERE counts
) AS spans
WHERE community_id = $community
  AND other_day < day_no
