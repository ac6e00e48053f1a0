-- Which spreadsheets a community has filled in at all: what an answer says it
-- needs is checked against it.
CREATE OR REPLACE VIEW sheet_present AS
SELECT DISTINCT community_id, 'roster' AS sheet
FROM member
WHERE listed
UNION ALL
SELECT DISTINCT community_id, 'sessions' AS sheet
FROM session
WHERE counts AND coalesce(listed, true)
UNION ALL
SELECT DISTINCT community_id, 'attendance' AS sheet
FROM presence
UNION ALL
SELECT DISTINCT community_id, 'leadership_groups' AS sheet
FROM group_assignment
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'group_outputs' AS sheet
FROM group_output
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'role_terms' AS sheet
FROM role_term
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'survey' AS sheet
FROM response
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'survey_waves' AS sheet
FROM wave
WHERE counts AND coalesce(listed, true)
UNION ALL
SELECT DISTINCT community_id, 'codebook' AS sheet
FROM item
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'stories' AS sheet
FROM story
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'story_codes' AS sheet
FROM story_code
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'story_flows' AS sheet
FROM story_flow
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'story_links' AS sheet
FROM story_link
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'substantiations' AS sheet
FROM substantiation
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'selections' AS sheet
FROM selection
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'measures' AS sheet
FROM measure
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'targets' AS sheet
FROM target
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'practices' AS sheet
FROM practice
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'adoptions' AS sheet
FROM adoption
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'artefacts' AS sheet
FROM artefact
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'artefact_uses' AS sheet
FROM artefact_use
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'peer_assists' AS sheet
FROM peer_assist
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'popup_agenda' AS sheet
FROM popup_agenda
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'mentoring_pairs' AS sheet
FROM mentoring_pair
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'pair_meetings' AS sheet
FROM pair_meeting
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'contributions' AS sheet
FROM contribution
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'votes' AS sheet
FROM vote
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'touchpoints' AS sheet
FROM touchpoint
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'decisions' AS sheet
FROM decision
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'posts' AS sheet
FROM post
WHERE counts
UNION ALL
SELECT DISTINCT community_id, 'resources' AS sheet
FROM resource
WHERE counts
