-- The rows of each file as they count.
SELECT file_id, rows_loaded, rows_repeated, rows_to_check FROM main.source_file WHERE community_id = $community
