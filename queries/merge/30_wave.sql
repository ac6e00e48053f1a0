-- A round that answers name and no list knows opened with its first answer and
-- ended with its last.
DELETE FROM main.wave WHERE community_id = $community AND listed = false
;
INSERT INTO main.wave (community_id, file_id, sheet_no, row_no, column_no, row_key, counts, wave_id, cohort, opened, closed, invited_n, anonymous, listed)
SELECT r.community_id, min(r.file_id), min(r.sheet_no), min(r.row_no), 0, 'unlisted ' || r.wave_id, true, r.wave_id, NULL,
       min(r.submitted_day), max(r.submitted_day), NULL, bool_and(r.alias_id IS NULL OR starts_with(r.alias_id, 'again ')), false
FROM main.response AS r
WHERE r.community_id = $community AND r.counts AND NOT r.test
  AND NOT EXISTS (SELECT 1 FROM main.wave AS w WHERE w.community_id = r.community_id AND w.wave_id = r.wave_id AND w.counts)
GROUP BY r.community_id, r.wave_id
;
-- An answer after a declared close is late.
UPDATE main.response AS r
SET late = coalesce((SELECT bool_and(r.submitted_day > w.closed) FROM main.wave AS w
                     WHERE w.community_id = r.community_id AND w.wave_id = r.wave_id AND w.counts AND w.closed IS NOT NULL), false)
WHERE r.community_id = $community
;
