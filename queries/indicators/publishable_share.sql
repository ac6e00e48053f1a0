-- id: publishable_share
-- title: Stories that may be shown
-- question: What may we show, and to whom?
-- group: stories
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: neither
-- needs: stories
-- source: evaluations that ask every teller how far the story may go
-- part: members | sponsor | public
-- secondary: yes
--
-- Of all stories collected in the period, of what happened and of what people hope
-- for, those whose teller agreed that members, the sponsor or everybody may read
-- them. Who agrees to more agrees to less: what the sponsor may read members may
-- too. A story without a word about consent, or whose consent was taken back, stays
-- with its teller and its collector. Stories are counted here whoever may read them,
-- and never by what their tellers are. To keep a story back is everybody's right, so
-- more is not better.
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       n.part,
       CAST(NULL AS text) AS person,
       t.story_id         AS subject,
       CAST(CASE WHEN r.reach >= n.need THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       t.file_id,
       t.sheet_no,
       t.row_no,
       t.column_no
FROM spell AS s
JOIN story AS t ON t.community_id = s.community_id
               AND t.cohort_id = s.cohort_id
               AND t.collected_on BETWEEN s.first_day AND s.last_day
CROSS JOIN (VALUES ('members', 1), ('sponsor', 2), ('public', 3)) AS n(part, need)
LEFT JOIN (VALUES ('community', 1), ('sponsor_anonymous', 2), ('sponsor_named', 2), ('public', 3)) AS r(consent_scope, reach)
    ON r.consent_scope = t.consent_scope
WHERE t.counts
