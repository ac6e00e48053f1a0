-- id: response_rate
-- title: Who answered
-- question: Whom do the answers speak for?
-- group: health
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: survey
-- source: Wenger, Trayner, de Laat 2011, section 8, on who is heard
--
-- Of those who were invited to the round that closed last in the period, the
-- share who answered at least half of the questions they were shown, open
-- questions apart. A round that nobody answered gives way to an earlier one;
-- while it is open it is not counted.
-- Where the list of rounds does not say how many were invited, the members
-- enrolled when it opened are taken. That somebody answered is not an answer:
-- everybody invited was counted. By an attribute it is told only where the
-- silent have names.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
WITH closed AS (
    SELECT r.community_id,
           r.cohort_id,
           r.period,
           r.wave_id,
           r.file_id,
           r.sheet_no,
           r.row_no,
           r.column_no,
           row_number() OVER (PARTITION BY r.community_id, r.cohort_id, r.period ORDER BY r.place) AS nth
    FROM round AS r
    WHERE r.answered > 0
       OR r.closed < r.today
),
latest AS (
    SELECT community_id, wave_id
    FROM closed
    WHERE nth = 1
    GROUP BY community_id, wave_id
),
shown AS (
    SELECT r.community_id, r.wave_id, r.response_id, r.file_id, r.sheet_no, r.row_no, r.column_no,
           count(DISTINCT q.item_id) AS items
    FROM latest AS c
    JOIN response AS r ON r.community_id = c.community_id
                      AND r.wave_id = c.wave_id
    JOIN question AS q ON q.community_id = r.community_id
                      AND q.wave_id = r.wave_id
                      AND q.file_id = r.file_id
                      AND q.sheet_no = r.sheet_no
    LEFT JOIN wave_item AS i ON i.community_id = q.community_id
                            AND i.wave_id = q.wave_id
                            AND i.item_id = q.item_id
    WHERE r.counts
      AND coalesce(i.kind, 'likert') <> 'text'
    GROUP BY r.community_id, r.wave_id, r.response_id, r.file_id, r.sheet_no, r.row_no, r.column_no
),
answered AS (
    SELECT s.community_id, s.wave_id, s.response_id, count(DISTINCT a.item_id) AS items
    FROM shown AS s
    JOIN answer AS a ON a.community_id = s.community_id
                    AND a.file_id = s.file_id
                    AND a.sheet_no = s.sheet_no
                    AND a.row_no = s.row_no
    LEFT JOIN wave_item AS i ON i.community_id = a.community_id
                            AND i.wave_id = a.wave_id
                            AND i.item_id = a.item_id
    WHERE coalesce(i.kind, 'likert') <> 'text'
    GROUP BY s.community_id, s.wave_id, s.response_id
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       coalesce(v.member_id, v.response_id, v.wave_id || '/' || v.cohort_id || '/' || CAST(v.seat AS text)) AS person,
       coalesce(v.response_id, v.wave_id || '/' || v.cohort_id || '/' || CAST(v.seat AS text)) AS subject,
       CAST(CASE WHEN a.items * 2 >= s.items THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       coalesce(s.file_id, c.file_id)     AS file_id,
       coalesce(s.sheet_no, c.sheet_no)   AS sheet_no,
       coalesce(s.row_no, c.row_no)       AS row_no,
       coalesce(s.column_no, c.column_no) AS column_no
FROM closed AS c
JOIN invitation AS v ON v.community_id = c.community_id
                    AND v.cohort_id = c.cohort_id
                    AND v.wave_id = c.wave_id
LEFT JOIN shown AS s ON s.community_id = v.community_id
                    AND s.wave_id = v.wave_id
                    AND s.response_id = v.response_id
LEFT JOIN answered AS a ON a.community_id = v.community_id
                       AND a.wave_id = v.wave_id
                       AND a.response_id = v.response_id
WHERE c.nth = 1
