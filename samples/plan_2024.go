package samples

// plan2024 is the year 2024/25.
func plan2024() *plan {
	return &plan{
		cohort: "2024", title: "2024/25", folder: "2024-25", first: "2024-09-01", last: "2025-06-30",
		members: "LJ", stories: "SJ-", zoom: "811 2233", suffix: " 2024",
		people: peoplePlan{
			firsts: firstNames2024, lasts: lastNames2024, count: 36, founded: 31, joining: []string{"2024-11-04", "2025-01-13"},
			leaving: []leaver{{"2024-12-20", "left"}, {"2025-02-28", "left"}, {"2025-03-31", "moved"}, {"2025-05-30", "completed"}},
			idle:    5, houses: []int{0, 1, 2, 3, 9, 4, 6, 7, 10},
			sizes:   [][]int{{12, 12, 12}, {11, 12, 13}, {10, 12, 14}},
			aliases: []string{"Fanshawe"},
		},
		guests:   guests2024,
		sessions: sessions2024,
		lists: []edition{
			{"2024-09-06", "Member list 2024-25.xlsx", ""},
			{"2025-01-20", "Member list 2024-25 January.xlsx", ""},
			{"2025-06-24", "Member list 2024-25 final.xlsx", ""},
		},
		calendars: []edition{{day: "2024-12-20", name: "Sessions autumn 2024.csv"}, {day: "2025-06-24", name: "Sessions 2024-25.csv"}},
		registers: []edition{{day: "2025-06-24", name: "Register 2024-25.xlsx"}},
		invited:   []edition{{day: "2025-05-20", name: "invitations 2024-25.csv"}},
		small:     []edition{{day: "2024-12-20", name: "small sessions autumn 2024.csv"}, {day: "2025-06-24", name: "small sessions 2024-25.csv"}},
		groups: groupPlan{
			editions: []edition{{day: "2024-12-20", name: "groups autumn 2024.csv"}, {day: "2025-06-24", name: "groups 2025.csv"}},
			outputs:  edition{day: "2025-06-24", name: "group outputs 2024-25.csv"},
			fates:    fates2024,
		},
		questionList: edition{day: "2024-12-01", name: "question list 2024-25.xlsx"},
		waves:        edition{day: "2024-12-01", name: "survey rounds 2024-25.csv"},
		rounds:       rounds2024,
		tales: talePlan{
			early: edition{day: "2025-01-31", name: "stories to January 2025.csv"}, all: edition{day: "2025-06-24", name: "stories 2024-25.csv"},
			coded: 8, codes: edition{day: "2025-06-24", name: "story codes 2024-25.csv"}, flows: edition{day: "2025-06-24", name: "story flows 2024-25.csv"},
		},
		helped: edition{day: "2025-06-24", name: "peer assists 2024-25.csv"},
		sheets: sheets2024,
	}
}

var sessions2024 = []sessionPlan{
	{id: "M24-01", planned: "2024-09-19", date: "2024-09-19", status: "held", kind: "meeting", title: "Starting again after the summer", topics: "plans",
		taxonomy: "strategy", scale: "local", recorded: zoomFull, guests: "V24-1", pull: 1.05, readers: true,
		quirks: "caps misspelt two_devices"},
	{id: "M24-02", planned: "2024-10-17", date: "2024-10-17", status: "held", kind: "meeting", title: "What a good brief looks like", topics: "briefs;customers",
		taxonomy: "process", scale: "local", recorded: teamsNew, pull: 1.05,
		quirks: "last_first_mail rejoin"},
	{id: "PA24-1", planned: "2024-11-07", date: "2024-11-07", status: "held", kind: "peer_assist", title: "Peer assist: a lease that ends", topics: "premises",
		taxonomy: "strategy", scale: "organization", recorded: register, pull: 1},
	{id: "M24-03", planned: "2024-11-21", date: "2024-11-21", status: "held", kind: "meeting", title: "Talking about money at home", topics: "money;family",
		taxonomy: "people", scale: "local", recorded: zoomNew, guests: "B1", pull: 1.05,
		quirks: "waiting initials"},
	{id: "M24-04", planned: "2024-12-19", date: "2024-12-19", status: "held", kind: "meeting", title: "Half a year in one hour", topics: "retrospective",
		taxonomy: "strategy", scale: "local", recorded: zoomFull, pull: 1, readers: true,
		quirks: "firm no_email"},
	{id: "M24-05", planned: "2025-01-16", date: "2025-01-16", status: "held", kind: "meeting", title: "Training without a training budget", topics: "training",
		taxonomy: "people", scale: "local", recorded: teamsNew, pull: 0.68,
		quirks: "short last_first_mail"},
	{id: "PA24-2", planned: "2025-02-06", date: "2025-02-06", status: "held", kind: "peer_assist", title: "Peer assist: the family vote", topics: "family",
		taxonomy: "people", scale: "organization", recorded: register, pull: 1},
	{id: "M24-06", planned: "2025-02-20", date: "2025-02-20", status: "cancelled", kind: "meeting", title: "Buying energy together", topics: "energy",
		taxonomy: "process", scale: "system"},
	{id: "M24-07", planned: "2025-03-20", date: "2025-03-20", status: "held", kind: "meeting", title: "Selling without a shop", topics: "sales",
		taxonomy: "technology", scale: "local", recorded: zoomNew, pull: 0.68, readers: true,
		quirks: "caps two_devices"},
	{id: "M24-08", planned: "2025-04-17", date: "2025-04-17", status: "held", kind: "meeting", title: "Mistakes we paid for", topics: "mistakes",
		taxonomy: "strategy", scale: "local", recorded: zoomFull, guests: "V24-2", pull: 1.05,
		quirks: "misspelt pronouns rejoin"},
	{id: "PA24-3", planned: "2025-05-08", date: "2025-05-08", status: "held", kind: "peer_assist", title: "Peer assist: two sites, one foreman", topics: "foremen",
		taxonomy: "people", scale: "organization", recorded: register, pull: 1},
	{id: "M24-09", planned: "2025-05-15", date: "2025-05-22", status: "moved", kind: "meeting", title: "Keeping the good ones", topics: "staff",
		taxonomy: "people", scale: "local", recorded: teamsNew, pull: 1.05, readers: true,
		quirks: "last_first_mail two_devices"},
	{id: "M24-10", planned: "2025-06-19", date: "2025-06-19", status: "held", kind: "meeting", title: "The year on one wall", topics: "retrospective",
		taxonomy: "strategy", scale: "local", recorded: register, pull: 1.05, paper: "slip"},
	{id: "LP24-1", planned: "2024-10-29", date: "2024-10-29", status: "held", kind: "learning_popup", title: "Learning popup: a spreadsheet for quotes (1)", topics: "quotes",
		taxonomy: "technology", scale: "organization", recorded: onList, pull: 1, series: "LP24-1"},
	{id: "LP24-2", planned: "2024-11-12", date: "2024-11-12", status: "held", kind: "learning_popup", title: "Learning popup: a spreadsheet for quotes (2)", topics: "quotes",
		taxonomy: "technology", scale: "organization", recorded: onList, pull: 1, series: "LP24-1"},
	{id: "VI24-1", planned: "2024-11-28", date: "2024-11-28", status: "held", kind: "visit", title: "A morning in the drying room", topics: "timber",
		taxonomy: "process", scale: "organization"},
	{id: "SR24-1", planned: "2025-02-12", date: "2025-02-12", status: "held", kind: "sponsor_review", title: "Sponsor review, second winter", topics: "sponsor",
		taxonomy: "strategy", scale: "system", recorded: onList, pull: 1},
	{id: "RE24-1", planned: "2025-03-27", date: "2025-03-27", status: "held", kind: "retrospective", title: "Retrospective: a thin winter", topics: "retrospective",
		taxonomy: "people", scale: "organization", recorded: onList, pull: 0.7},
	{id: "CO24-1", planned: "2025-05-06", date: "2025-05-06", status: "held", kind: "coaching", title: "Coaching: leading a meeting", topics: "coaching",
		taxonomy: "people", scale: "organization", recorded: onList, pull: 1},
	{id: "SH24-1", planned: "2025-06-12", date: "2025-06-12", status: "held", kind: "showcase", title: "Showcase: four briefs and a wall", topics: "pilots",
		taxonomy: "process", scale: "system", recorded: onList, pull: 1},
	{id: "SR24-2", planned: "2025-06-25", date: "2025-06-25", status: "held", kind: "sponsor_review", title: "Sponsor review, second summer", topics: "sponsor",
		taxonomy: "strategy", scale: "system", recorded: onList, pull: 1},
}

var rounds2024 = []roundPlan{
	{id: "2024-autumn", opened: "2024-12-02", closed: "2024-12-16", tool: "qualtrics", counted: true, used: 0.3, gained: 0.15, most: 2,
		file: edition{day: "2024-12-17", name: "Lakeside+termly+survey_December+17,+2024_08.55.csv"},
		comments: []string{
			"I like the people; I have not changed anything yet.",
			"The lease evening was the best thing in a long while.",
			"Too much talk of plans and too little of work.",
			"Could we start at nine?",
			"I keep the brief template in a drawer.",
		}},
	{id: "2025-spring", opened: "2025-05-19", closed: "2025-06-02", tool: "own", counted: false, used: PlantedUsedBefore, gained: 0.2, most: 4,
		file: edition{day: "2025-06-05", name: "summer survey answers 2025.csv"},
		comments: []string{
			"The winter was thin, and so were we.",
			"I tried to charge for the brief and lost the customer.",
			"One good question a month is worth the drive.",
			"We say the same things as in September.",
			"More visits, fewer screens.",
		}},
}

var fates2024 = map[[2]string][2]string{
	{"M24-03", "social_reporters"}:    {"flopped", "The notes came a fortnight late and nobody read them."},
	{"M24-05", "external_messengers"}: {"refused", "The chamber's magazine wanted an advertisement instead."},
}

var guests2024 = []Outsider{
	{ID: "V24-1", Being: "visitor", Name: "Wendeline Oxbow", Email: "wendeline@oxbow-crafts.example"},
	{ID: "V24-2", Being: "visitor", Name: "Fergal Hartsease"},
	{ID: "B1", Being: "bot", Name: "Otter.ai"},
}

// sheets2024 are kept by hand; their rows are in material/2024/.
var sheets2024 = []sheetPlan{
	{"targets", edition{day: "2024-09-06", name: "targets 2024-25.csv"}},
	{"measures", edition{day: "2025-06-24", name: "scorecard 2024-25.csv"}},
	{"practices", edition{day: "2025-06-24", name: "practices 2024-25.csv"}},
	{"adoptions", edition{day: "2025-06-24", name: "adoptions 2024-25.csv"}},
	{"contributions", edition{day: "2025-06-24", name: "raised at meetings 2024-25.csv"}},
	{"touchpoints", edition{day: "2025-06-24", name: "sponsor conversations 2024-25.csv"}},
	{"role_terms", edition{day: "2025-06-24", name: "roles 2024-25.csv"}},
	{"resources", edition{day: "2025-06-24", name: "hours and money 2024-25.csv"}},
	{"story_links", edition{day: "2025-06-24", name: "story links 2024-25.csv"}},
	{"popup_agenda", edition{day: "2025-06-24", name: "popup agendas 2024-25.csv"}},
	{"mentoring_pairs", edition{day: "2025-06-24", name: "mentoring pairs 2024-25.csv"}},
	{"pair_meetings", edition{day: "2025-06-24", name: "meetings of pairs 2024-25.csv"}},
	{"votes", edition{day: "2025-06-24", name: "topic votes 2024-25.csv"}},
	{"decisions", edition{day: "2025-06-24", name: "decisions 2024-25.csv"}},
	{"artefacts", edition{day: "2025-06-24", name: "things made 2024-25.csv"}},
	{"artefact_uses", edition{day: "2025-06-24", name: "uses of things made 2024-25.csv"}},
	{"selections", edition{day: "2025-06-24", name: "most significant change 2024-25.csv"}},
	{"substantiations", edition{day: "2025-06-24", name: "substantiations 2024-25.csv"}},
}
