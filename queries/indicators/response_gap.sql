-- id: response_gap
-- title: Whether the silent differ
-- question: Are those who answered like those who did not?
-- group: health
-- cycle: none
-- kind: gap
-- evidence: census
-- protects: answers
-- unit: points
-- better: neither
-- needs: survey, roster, attendance
-- source: Groves 2006 on nonresponse bias; Sibbald on who is heard
--
-- Everybody invited to a round came to a share of the sessions they could have come
-- to, from the cohort's first to the day the round closed. The gap is the mean
-- share of those who answered less the mean share of all invited, in points: above
-- 0, the answers are those of people who come more, and what the silent think may
-- differ. It is told with both means, where ten or more answered and nobody or five or
-- more were silent. It is the round that closed last in the period, was answered by
-- somebody and tells who was silent: an anonymous round does not, nor one with an
-- answer without a name. Left out are those who could not have come to any session.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
WITH telling AS (
    SELECT v.community_id,
           v.wave_id,
           v.cohort_id,
           CASE
               WHEN sum(CASE WHEN v.response_id IS NOT NULL AND v.member_id IS NULL THEN 1 ELSE 0 END) > 0 THEN 0
               WHEN sum(CASE WHEN v.response_id IS NULL AND v.member_id IS NULL THEN 1 ELSE 0 END) = 0 THEN 1
               WHEN sum(CASE WHEN v.response_id IS NULL AND v.member_id IS NOT NULL THEN 1 ELSE 0 END) > 0 THEN 1
               ELSE 0
           END AS told
    FROM (SELECT DISTINCT community_id, wave_id, cohort_id FROM round) AS r
    JOIN invitation AS v ON v.community_id = r.community_id
                        AND v.wave_id = r.wave_id
                        AND v.cohort_id = r.cohort_id
    GROUP BY v.community_id, v.wave_id, v.cohort_id
),
speaking AS (
    SELECT r.community_id,
           r.cohort_id,
           r.period,
           r.wave_id,
           r.closed,
           t.told,
           r.file_id,
           r.sheet_no,
           r.row_no,
           r.column_no,
           row_number() OVER (PARTITION BY r.community_id, r.cohort_id, r.period
                              ORDER BY r.answered * t.told DESC, r.place) AS nth
    FROM round AS r
    JOIN telling AS t ON t.community_id = r.community_id
                     AND t.wave_id = r.wave_id
                     AND t.cohort_id = r.cohort_id
    WHERE r.answered > 0
       OR r.closed < r.today
),
latest AS (
    SELECT DISTINCT community_id, cohort_id, wave_id, closed
    FROM speaking
    WHERE nth = 1
      AND told = 1
),
own_share AS (
    SELECT c.community_id,
           c.cohort_id,
           c.wave_id,
           p.member_id,
           avg(CAST(p.attended AS double precision)) AS share
    FROM latest AS c
    JOIN pair AS p ON p.community_id = c.community_id
                  AND p.cohort_id = c.cohort_id
                  AND p.day_no <= c.closed
    GROUP BY c.community_id, c.cohort_id, c.wave_id, p.member_id
)
SELECT v.community_id        AS community,
       v.cohort_id           AS cohort,
       c.period,
       CAST(NULL AS text)    AS part,
       CASE WHEN c.told = 1 THEN v.member_id END AS person,
       CASE
           WHEN c.told = 0 THEN v.wave_id || '/' || v.cohort_id || '/' || CAST(v.seat AS text)
           ELSE coalesce(v.response_id, v.wave_id || '/' || v.member_id)
       END                   AS subject,
       a.share               AS x,
       v.response_id IS NULL AS open,
       coalesce(r.file_id, c.file_id)     AS file_id,
       coalesce(r.sheet_no, c.sheet_no)   AS sheet_no,
       coalesce(r.row_no, c.row_no)       AS row_no,
       coalesce(r.column_no, c.column_no) AS column_no
FROM speaking AS c
JOIN invitation AS v ON v.community_id = c.community_id
                    AND v.cohort_id = c.cohort_id
                    AND v.wave_id = c.wave_id
LEFT JOIN own_share AS a ON a.community_id = v.community_id
                        AND a.cohort_id = v.cohort_id
                        AND a.wave_id = v.wave_id
                        AND a.member_id = v.member_id
LEFT JOIN response AS r ON r.community_id = v.community_id
                       AND r.wave_id = v.wave_id
                       AND r.response_id = v.response_id
                       AND r.counts
WHERE c.nth = 1
  AND (c.told = 0 OR a.member_id IS NOT NULL)
