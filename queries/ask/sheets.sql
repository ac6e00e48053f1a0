-- Which spreadsheets are filled in.
SELECT community_id, sheet
FROM sheet_present
WHERE CAST($community AS text) IS NULL OR community_id = $community
