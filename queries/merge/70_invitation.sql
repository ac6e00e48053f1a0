-- One seat for everybody invited to a round. Those who answered sit first, with
-- their last complete response, then the others enrolled when it opened; an
-- anonymous round has seats without names, one for each of those whom its file
-- tells apart. invited_n, where given, says how many
-- seats there are. A response without a name takes the seat of somebody who then
-- is not silent: nobody knows who is, so the silent seats lose their names.
DELETE FROM main.invitation WHERE community_id = $community
;
INSERT INTO main.invitation (community_id, wave_id, cohort_id, seat, member_id, response_id, assumed)
WITH round AS (
    SELECT DISTINCT ON (w.wave_id, c.cohort_id) w.community_id, w.wave_id, c.cohort_id, w.opened,
           coalesce(w.closed, 1000000) AS closed, w.invited_n, coalesce(w.anonymous, false) OR EXISTS (
               SELECT 1 FROM main.sealed_survey AS z WHERE z.community_id = w.community_id
               AND (z.surveys = 1 OR starts_with(w.wave_id || '-', z.survey_id || '-'))) AS anonymous,
           w.cohort IS NOT NULL AS own,
           EXISTS (SELECT 1 FROM main.enrolment AS e WHERE e.community_id = w.community_id AND e.cohort_id = c.cohort_id) AS has_list
    FROM main.wave AS w
    JOIN main.cohort AS c ON c.community_id = w.community_id
     AND CASE WHEN w.cohort IS NULL THEN w.opened BETWEEN c.first_day AND c.last_day ELSE w.cohort = c.cohort_id END
    WHERE w.community_id = $community AND w.counts
    ORDER BY w.wave_id, c.cohort_id, w.cohort NULLS LAST, w.row_key
),
reply AS (
    SELECT r.community_id, r.wave_id, r.response_id, i.member_id, r.submitted_day, r.cohort_id,
           row_number() OVER (PARTITION BY r.wave_id, coalesce(i.member_id, r.alias_id, r.response_id)
                              ORDER BY r.submitted_at DESC NULLS LAST, r.response_id) AS nth
    FROM main.response AS r
    LEFT JOIN main.identity AS i ON i.community_id = r.community_id AND i.alias_id = r.alias_id
    WHERE r.community_id = $community AND r.counts AND r.complete AND NOT r.test AND NOT r.late
),
held AS (
    SELECT d.wave_id, d.cohort_id, e.member_id, y.response_id
    FROM round AS d
    JOIN (SELECT DISTINCT cohort_id, member_id, first_day, last_day FROM main.enrolment WHERE community_id = $community) AS e
      ON e.cohort_id = d.cohort_id
    LEFT JOIN reply AS y ON y.wave_id = d.wave_id AND y.member_id = e.member_id AND y.nth = 1
    WHERE d.opened BETWEEN e.first_day AND e.last_day
       OR (y.response_id IS NOT NULL AND y.submitted_day BETWEEN e.first_day AND e.last_day)
),
seated AS (
    SELECT wave_id, cohort_id, CASE WHEN named THEN member_id END AS member_id, min(response_id) AS response_id
    FROM (
        SELECT h.wave_id, h.cohort_id, h.member_id, h.response_id, true AS named
        FROM held AS h JOIN round AS d ON d.wave_id = h.wave_id AND d.cohort_id = h.cohort_id AND NOT d.anonymous
        UNION ALL
        SELECT d.wave_id, d.cohort_id, coalesce(y.member_id, y.response_id), y.response_id, y.member_id IS NOT NULL AND NOT d.anonymous
        FROM round AS d JOIN reply AS y ON y.wave_id = d.wave_id AND y.nth = 1
        WHERE (d.anonymous OR NOT d.has_list OR y.member_id IS NULL)
          AND (y.cohort_id IS NULL OR y.cohort_id = d.cohort_id)
          AND (SELECT count(*) FROM round AS o WHERE o.wave_id = d.wave_id) = 1
    )
    GROUP BY wave_id, cohort_id, member_id, named
),
seat AS (
    SELECT s.*, row_number() OVER (PARTITION BY wave_id, cohort_id ORDER BY response_id IS NULL, member_id, response_id) AS seat
    FROM seated AS s
),
filled AS (
    SELECT wave_id, cohort_id, count(response_id) AS answered, count(member_id) AS named,
           count(member_id) FILTER (WHERE response_id IS NULL) AS silent
    FROM seat GROUP BY wave_id, cohort_id
),
size AS (
    SELECT d.wave_id, d.cohort_id, d.invited_n IS NULL AS assumed, coalesce(f.answered, 0) AS answered, coalesce(f.silent, 0) AS silent,
           greatest(coalesce(f.answered, 0), coalesce(d.invited_n, greatest(coalesce(f.named, 0),
               (SELECT count(DISTINCT e.member_id) FROM main.enrolment AS e
                WHERE e.community_id = $community AND e.cohort_id = d.cohort_id AND d.opened BETWEEN e.first_day AND e.last_day)))) AS seats
    FROM round AS d
    LEFT JOIN filled AS f ON f.wave_id = d.wave_id AND f.cohort_id = d.cohort_id
)
SELECT $community, z.wave_id, z.cohort_id, n.seat,
       CASE WHEN s.response_id IS NOT NULL OR z.silent <= z.seats - z.answered THEN s.member_id END, s.response_id, z.assumed
FROM size AS z
CROSS JOIN LATERAL (SELECT unnest(generate_series(1, z.seats)) AS seat) AS n
LEFT JOIN seat AS s ON s.wave_id = z.wave_id AND s.cohort_id = z.cohort_id AND s.seat = n.seat
;
