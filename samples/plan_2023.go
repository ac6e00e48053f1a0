package samples

// plan2023 is the year 2023/24.
func plan2023() *plan {
	return &plan{
		cohort: "2023", title: "2023/24", folder: "2023-24", first: "2023-09-01", last: "2024-06-30",
		members: "LI", stories: "SI-", zoom: "810 1122", suffix: " 2023",
		people: peoplePlan{
			firsts: firstNames2023, lasts: lastNames2023, count: 34, founded: 30, joining: []string{"2023-11-06", "2024-01-15"},
			leaving: []leaver{{"2023-12-22", "left"}, {"2024-02-29", "moved"}, {"2024-03-28", "left"}},
			idle:    5, houses: []int{11, 1, 0, 3, 9, 5, 6, 12, 8},
			sizes:   [][]int{{12, 12, 10}, {11, 12, 11}},
			aliases: []string{"Tollemache"},
		},
		guests:   guests2023,
		sessions: sessions2023,
		lists: []edition{
			{day: "2023-09-06", name: "Member list 2023-24.xlsx"},
			{day: "2024-01-20", name: "Member list 2023-24 January.xlsx"},
			{day: "2024-06-24", name: "Member list 2023-24 final.xlsx"},
		},
		calendars: []edition{{day: "2023-12-20", name: "Sessions autumn 2023.csv"}, {day: "2024-06-24", name: "Sessions 2023-24.csv"}},
		registers: []edition{{day: "2024-06-24", name: "Register 2023-24.xlsx"}},
		invited:   []edition{{day: "2024-05-20", name: "invitations 2023-24.csv"}},
		small:     []edition{{day: "2023-12-20", name: "small sessions autumn 2023.csv"}, {day: "2024-06-24", name: "small sessions 2023-24.csv"}},
		groups: groupPlan{
			editions: []edition{{day: "2023-12-20", name: "groups autumn 2023.csv"}, {day: "2024-06-24", name: "groups 2024.csv"}},
			outputs:  edition{day: "2024-06-24", name: "group outputs 2023-24.csv"},
			fates:    fates2023,
		},
		questionList: edition{day: "2023-12-01", name: "question list 2023-24.xlsx"},
		waves:        edition{day: "2023-12-01", name: "survey rounds 2023-24.csv"},
		rounds:       rounds2023,
		tales: talePlan{
			early: edition{day: "2024-01-31", name: "stories to January 2024.csv"}, all: edition{day: "2024-06-24", name: "stories 2023-24.csv"},
			coded: 8, codes: edition{day: "2024-06-24", name: "story codes 2023-24.csv"}, flows: edition{day: "2024-06-24", name: "story flows 2023-24.csv"},
		},
		helped: edition{day: "2024-06-24", name: "peer assists 2023-24.csv"},
		sheets: sheets2023,
	}
}

var sessions2023 = []sessionPlan{
	{id: "M23-01", planned: "2023-09-21", date: "2023-09-21", status: "held", kind: "meeting", title: "Who we are and what we sell", topics: "introductions",
		taxonomy: "people", scale: "local", recorded: zoomFull, guests: "V23-1", pull: 1.05, readers: true,
		quirks: "caps two_devices"},
	{id: "M23-02", planned: "2023-10-19", date: "2023-10-19", status: "held", kind: "meeting", title: "The first five minutes with a customer", topics: "customers",
		taxonomy: "process", scale: "local", recorded: zoomFull, pull: 1.05,
		quirks: "misspelt no_email"},
	{id: "PA23-1", planned: "2023-11-09", date: "2023-11-09", status: "held", kind: "peer_assist", title: "Peer assist: the oven that eats the profit", topics: "energy",
		taxonomy: "process", scale: "organization", recorded: register, pull: 1},
	{id: "M23-03", planned: "2023-11-16", date: "2023-11-16", status: "held", kind: "meeting", title: "Orders we should have refused", topics: "orders",
		taxonomy: "strategy", scale: "local", recorded: zoomNew, pull: 1.05, readers: true,
		quirks: "initials waiting"},
	{id: "M23-04", planned: "2023-12-14", date: "2023-12-14", status: "held", kind: "meeting", title: "Ending the year with a list", topics: "retrospective",
		taxonomy: "strategy", scale: "local", recorded: teamsNew, pull: 1,
		quirks: "last_first_mail"},
	{id: "M23-05", planned: "2024-01-18", date: "2024-01-18", status: "held", kind: "meeting", title: "Insurance in plain words", topics: "insurance",
		taxonomy: "process", scale: "local", recorded: teamsNew, pull: 0.68,
		quirks: "short rejoin"},
	{id: "M23-06", planned: "2024-02-15", date: "2024-02-15", status: "cancelled", kind: "meeting", title: "A website nobody hates", topics: "websites",
		taxonomy: "technology", scale: "local"},
	{id: "PA23-2", planned: "2024-03-07", date: "2024-03-07", status: "held", kind: "peer_assist", title: "Peer assist: a brother on the payroll", topics: "family",
		taxonomy: "people", scale: "organization", recorded: register, pull: 1},
	{id: "M23-07", planned: "2024-03-21", date: "2024-03-21", status: "held", kind: "meeting", title: "Stock without a storeroom", topics: "stock",
		taxonomy: "process", scale: "local", recorded: zoomFull, pull: 0.68, readers: true,
		quirks: "firm"},
	{id: "M23-08", planned: "2024-04-18", date: "2024-04-18", status: "held", kind: "meeting", title: "Standing up to a big buyer", topics: "customers",
		taxonomy: "strategy", scale: "system", recorded: zoomFull, pull: 1.05,
		quirks: "caps misspelt"},
	{id: "M23-09", planned: "2024-05-16", date: "2024-05-16", status: "held", kind: "meeting", title: "Summer cover", topics: "staff",
		taxonomy: "people", scale: "local", recorded: zoomNew, guests: "V23-2", pull: 1.05, readers: true,
		quirks: "two_devices"},
	{id: "M23-10", planned: "2024-06-20", date: "2024-06-20", status: "held", kind: "meeting", title: "What we would tell a newcomer", topics: "retrospective",
		taxonomy: "strategy", scale: "local", recorded: register, pull: 1.05},
	{id: "LP23-1", planned: "2023-11-21", date: "2023-11-21", status: "held", kind: "learning_popup", title: "Learning popup: plain insurance (1)", topics: "insurance",
		taxonomy: "process", scale: "organization", recorded: onList, pull: 1, series: "LP23-1"},
	{id: "LP23-2", planned: "2023-12-05", date: "2023-12-05", status: "held", kind: "learning_popup", title: "Learning popup: plain insurance (2)", topics: "insurance",
		taxonomy: "process", scale: "organization", recorded: onList, pull: 1, series: "LP23-1"},
	{id: "SR23-1", planned: "2024-02-14", date: "2024-02-14", status: "held", kind: "sponsor_review", title: "Sponsor review, first winter", topics: "sponsor",
		taxonomy: "strategy", scale: "system", recorded: onList, pull: 1},
	{id: "RE23-1", planned: "2024-03-14", date: "2024-03-14", status: "held", kind: "retrospective", title: "Retrospective: half way", topics: "retrospective",
		taxonomy: "people", scale: "organization", recorded: onList, pull: 0.7},
	{id: "CO23-1", planned: "2024-05-07", date: "2024-05-07", status: "held", kind: "coaching", title: "Coaching: listening", topics: "coaching",
		taxonomy: "people", scale: "organization", recorded: onList, pull: 1},
	{id: "SH23-1", planned: "2024-06-13", date: "2024-06-13", status: "held", kind: "showcase", title: "Showcase: three things that stuck", topics: "pilots",
		taxonomy: "process", scale: "system", recorded: onList, pull: 1},
	{id: "SR23-2", planned: "2024-06-26", date: "2024-06-26", status: "held", kind: "sponsor_review", title: "Sponsor review, first summer", topics: "sponsor",
		taxonomy: "strategy", scale: "system", recorded: onList, pull: 1},
}

var rounds2023 = []roundPlan{
	{id: "2023-autumn", opened: "2023-12-01", closed: "2023-12-15", tool: "own", counted: false, used: 0.28, gained: 0.12, most: 2,
		file: edition{day: "2023-12-18", name: "autumn survey answers 2023.csv"},
		comments: []string{
			"It is early days.",
			"Good to know that others have an oven like mine.",
			"I do not see yet what it is for.",
			"The list in December helped.",
		}},
	{id: "2024-spring", opened: "2024-05-20", closed: "2024-06-03", tool: "surveymonkey", counted: true, used: 0.33, gained: 0.18, most: 4,
		file: edition{day: "2024-06-04", name: "Lakeside termly survey June 2024.csv"},
		comments: []string{
			"I learned more in the car park than on the screen.",
			"Nobody told me February was called off.",
			"I would come again.",
			"Insurance was dull and useful.",
			"Shorter, please.",
		}},
}

var fates2023 = map[[2]string][2]string{
	{"M23-05", "critical_friends"}: {"flopped", "Everybody was polite."},
	{"M23-02", "agenda_activists"}: {"flopped", "The agenda was sent on the morning itself."},
}

var guests2023 = []Outsider{
	{ID: "V23-1", Being: "visitor", Name: "Sunniva Pikestaff", Email: "sunniva@pikestaff.example"},
	{ID: "V23-2", Being: "visitor", Name: "Conrad Weatherby"},
}

// sheets2023 are kept by hand; their rows are in material/2023/.
var sheets2023 = []sheetPlan{
	{"targets", edition{day: "2023-09-06", name: "targets 2023-24.csv"}},
	{"measures", edition{day: "2024-06-24", name: "scorecard 2023-24.csv"}},
	{"practices", edition{day: "2024-06-24", name: "practices 2023-24.csv"}},
	{"adoptions", edition{day: "2024-06-24", name: "adoptions 2023-24.csv"}},
	{"contributions", edition{day: "2024-06-24", name: "raised at meetings 2023-24.csv"}},
	{"touchpoints", edition{day: "2024-06-24", name: "sponsor conversations 2023-24.csv"}},
	{"role_terms", edition{day: "2024-06-24", name: "roles 2023-24.csv"}},
	{"resources", edition{day: "2024-06-24", name: "hours and money 2023-24.csv"}},
	{"story_links", edition{day: "2024-06-24", name: "story links 2023-24.csv"}},
	{"popup_agenda", edition{day: "2024-06-24", name: "popup agendas 2023-24.csv"}},
	{"mentoring_pairs", edition{day: "2024-06-24", name: "mentoring pairs 2023-24.csv"}},
	{"pair_meetings", edition{day: "2024-06-24", name: "meetings of pairs 2023-24.csv"}},
	{"votes", edition{day: "2024-06-24", name: "topic votes 2023-24.csv"}},
	{"decisions", edition{day: "2024-06-24", name: "decisions 2023-24.csv"}},
	{"artefacts", edition{day: "2024-06-24", name: "things made 2023-24.csv"}},
	{"artefact_uses", edition{day: "2024-06-24", name: "uses of things made 2023-24.csv"}},
	{"selections", edition{day: "2024-06-24", name: "most significant change 2023-24.csv"}},
	{"substantiations", edition{day: "2024-06-24", name: "substantiations 2023-24.csv"}},
}
