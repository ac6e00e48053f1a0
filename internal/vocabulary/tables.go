package vocabulary

// extraColumns are columns of sheet tables that ingest works out.
var extraColumns = map[string][]Column{
	// listed: on the sessions sheet; else known from attendance files alone.
	"session": columns("listed:flag has_register:flag starts_at:at ends_at:at"),
	"wave":    columns("listed:flag"),
	"story":   columns("cohort_id byline_text_id"),
}

// factTables are the facts whose rows do not follow one sheet's fields.
func factTables() []Table {
	all := []Table{
		fact("roster_line", columns("alias_id cohort_id org_unit function role sector level_override first_day:int last_day:int leave_reason")...),
		fact("attendance", columns("meeting_id alias_id seen_as status mode minutes:num leadership_group joined:at left_at:at open:flag")...),
		fact("response", columns("wave_id response_id alias_id session_id cohort_id submitted_at:at submitted_day:int complete:flag test:flag late:flag")...),
		fact("question", columns("wave_id item_id")...),
		fact("answer", columns("wave_id response_id item_id number:num score:num text_id")...),
	}
	for i := range all {
		if all[i].Name == "answer" || all[i].Name == "question" {
			all[i].Repeats = false
			all[i].Columns = without(all[i].Columns, RepeatColumns)
		}
	}
	return all
}

func without(all, gone []Column) []Column {
	var kept []Column
	for _, c := range all {
		dropped := false
		for _, g := range gone {
			dropped = dropped || g == c
		}
		if !dropped {
			kept = append(kept, c)
		}
	}
	return kept
}

// ownTables are what ingest derives, what settings say, and what the program
// keeps for itself.
func ownTables() []Table {
	return []Table{
		// from the settings
		own("community", "title framework first_day:int last_day:int"),
		own("setting", "name number:num word"),
		own("cohort", "cohort_id title first_day:int last_day:int participation"),
		own("term", "term_id title first_day:int last_day:int"),
		own("period", "cohort_id grain period ordinal:int first_day:int last_day:int"),
		// derived
		own("member", "member_id listed:flag first_seen_day:int"),
		own("identity", "alias_id member_id how"),
		own("same_session", "session_id meeting_id how"),
		own("session_cohort", "session_id cohort_id"),
		own("session_facilitator", "session_id member_id"),
		own("enrolment", "member_id cohort_id org_unit function role sector level_override first_day:int last_day:int leave_reason file_id sheet_no:int row_no:int column_no:int"),
		own("presence", "session_id member_id status mode minutes:num attended:flag file_id sheet_no:int row_no:int column_no:int"),
		own("invitation", "wave_id cohort_id seat:int member_id response_id assumed:flag"),
		own("response_score", "wave_id response_id scope part shown:int answered:int mean:num"),
		own("item_label", "item_id wave_id label number:num"),
		own("answer_cell", "wave_id cohort_id item_id number:num people:big"),
		own("story_cycle", "story_id cycle asked:flag evidence:flag basis file_id sheet_no:int row_no:int column_no:int"),
		// the program's own
		{Name: "source_file", Columns: columns("community_id file_id source kind kinds status rows_read:int rows_loaded:int rows_repeated:int rows_to_check:int rows_ignored:int data_from:at data_to:at order_key")},
		{Name: "problem", Columns: columns("community_id file_id sheet_no:int row_no:int column_no:int severity code value_text_id detail_text_id")},
		{Name: "release", Columns: columns("community_id release_id number:int made_at:at audience file_hash report_text_id minimum_group:int minimum_exact:int minimum_quotes:int")},
		{Name: "release_cell", Columns: columns("community_id release_id indicator cohort_id period grouping part person_set_id shown:flag value:num people:int")},
		{Name: "release_person", Columns: columns("community_id person_set_id person")},
		private("file", "file_id name bytes:big sha256 said landed_at:at"),
		until(3, private("raw_row", "file_id sheet_no:int row_no:int cells:texts")),
		// what raw_row, a view since then, tells cell by cell
		since(3, private("raw_line", "file_id sheet_no:int row_no:int line")),
		since(2, private("kept_sheet", "file_id sheet_no:int name hidden:flag blank_rows:int delimiter merged")),
		private("canonical_row", "file_id sheet_no:int row_no:int column_no:int kind row_key modified_at:at counts:flag also_rows fields:texts"),
		private("question_column", "file_id sheet_no:int column_no:int heading wording native"),
		private("question_link", "file_id sheet_no:int column_no:int wave_id item_id"),
		private("person", "member_id display_name email member_list_id"),
		private("alias", "alias_id kind handle same_as origin shown name email file_id sheet_no:int row_no:int first_day:int last_day:int"),
		private("match_decision", "decision_id decided_at:at who subject object verdict why evidence"),
		private("text", "text_id file_id words"),
		{Private: true, Name: "secret", Columns: columns("name value")},
		{Name: "schema_step", Columns: columns("name checksum applied_at:at")},
	}
}
