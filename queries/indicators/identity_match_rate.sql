-- id: identity_match_rate
-- title: Rows matched to the member list
-- question: Is the data sound?
-- group: health
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster
-- source: record linkage: what could not be matched is told beside what was
-- part: attendance | survey | stories
-- secondary: yes
--
-- Of the rows that name a person, those whose person is on the member list: of
-- attendance (each person once a meeting file, devices and bots apart), of survey
-- answers sent in the period (those of anonymous rounds name nobody) and of stories
-- collected in it. Guests are on no list, so a share below all need be no fault; one
-- that falls from month to month is. `people` lists the names that wait for a
-- decision, and `check` the ids that are on no list.
WITH naming AS (
    SELECT DISTINCT s.community_id, s.cohort_id, s.period, 'attendance' AS part, a.meeting_id || '/' || a.alias_id AS subject, a.alias_id,
           min(a.file_id) OVER (PARTITION BY a.community_id, a.meeting_id, a.alias_id)                                                      AS file_id,
           min(a.sheet_no) OVER (PARTITION BY a.community_id, a.meeting_id, a.alias_id)                                                     AS sheet_no,
           min(a.row_no) OVER (PARTITION BY a.community_id, a.meeting_id, a.alias_id)                                                       AS row_no,
           min(a.column_no) OVER (PARTITION BY a.community_id, a.meeting_id, a.alias_id)                                                    AS column_no
    FROM spell AS s
    JOIN session_cohort AS c ON c.community_id = s.community_id
                            AND c.cohort_id = s.cohort_id
    JOIN session AS m ON m.community_id = c.community_id
                     AND m.session_id = c.session_id
                     AND m.day_no BETWEEN s.first_day AND s.last_day
    JOIN same_session AS t ON t.community_id = m.community_id
                          AND t.session_id = m.session_id
    JOIN attendance AS a ON a.community_id = t.community_id
                        AND a.meeting_id = t.meeting_id
    WHERE m.counts
      AND a.counts
      AND a.seen_as = 'person'
      AND a.alias_id IS NOT NULL
    UNION ALL
    SELECT s.community_id, s.cohort_id, s.period, 'survey' AS part, r.response_id AS subject, r.alias_id, r.file_id, r.sheet_no, r.row_no, r.column_no
    FROM spell AS s
    JOIN survey_round AS w ON w.community_id = s.community_id
                          AND w.cohort_id = s.cohort_id
    JOIN response AS r ON r.community_id = w.community_id
                      AND r.wave_id = w.wave_id
                      AND r.submitted_day BETWEEN s.first_day AND s.last_day
    WHERE r.counts
      AND r.alias_id IS NOT NULL
      AND substr(r.alias_id, 1, 6) <> 'again '
    UNION ALL
    SELECT s.community_id, s.cohort_id, s.period, 'stories' AS part, y.story_id AS subject, y.teller_alias_id AS alias_id, y.file_id, y.sheet_no, y.row_no, y.column_no
    FROM spell AS s
    JOIN story AS y ON y.community_id = s.community_id
                   AND y.cohort_id = s.cohort_id
                   AND y.collected_on BETWEEN s.first_day AND s.last_day
    WHERE y.counts
      AND y.teller_alias_id IS NOT NULL
)
SELECT n.community_id     AS community,
       n.cohort_id        AS cohort,
       n.period,
       n.part,
       CAST(NULL AS text) AS person,
       n.subject,
       CAST(CASE WHEN b.listed THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       n.file_id,
       n.sheet_no,
       n.row_no,
       n.column_no
FROM naming AS n
LEFT JOIN identity AS i ON i.community_id = n.community_id
                       AND i.alias_id = n.alias_id
LEFT JOIN member AS b ON b.community_id = i.community_id
                     AND b.member_id = i.member_id
