package samples

const communityID, cohortID = "lakeside", "2025"

// minimumMinutes is what the delivered settings ask of an attendance.
const minimumMinutes = 10

const settings = `# The made-up community of the samples. Every line may be left out.
community: {id: lakeside, name: Lakeside owner-managers' network, purpose: Decide faster together}
framework: vcf2011
time_zone: Europe/London
academic_year: {starts: 09-01, terms: [{id: autumn, starts: 09-01}, {id: spring, starts: 01-05}, {id: summer, starts: 04-15}]}
cohorts: [{id: "2025", title: 2025/26, starts: 2025-09-01, ends: 2026-06-30, participation: voluntary}]
agreed_outcomes: [{measure: days_to_decision, title: Days from proposal to decision, better: less, baseline: 21, target: 14}]
leadership_groups:
  - {id: agenda_activists, title: Agenda activists, stewards: the learning agenda}
  - {id: community_keepers, title: Community keepers, stewards: voices and welcome}
  - {id: critical_friends, title: Critical friends, stewards: honest reflection}
  - {id: social_reporters, title: Social reporters, stewards: shared memory}
  - {id: external_messengers, title: External messengers, stewards: word to those outside}
  - {id: value_detectives, title: Value detectives, stewards: noticing value}
participation: {core: 0.75, active: 0.50, occasional: 0.20, minimum_sessions: 3, minimum_minutes: 10}
privacy: {minimum_group: 5, minimum_exact: 10, minimum_quotes: 10}
surveys: [{id: termly, codebook: codebook.xlsx, anonymous: false}]
targets: [{indicator: attendance_rate, cohort: "2025", value: 0.7, set_on: 2025-09-01, reason: agreed with the sponsor}]
report: {sponsor: "", language: en, primary: applied_rate}
`

// firstNames and lastNames are rare enough to be told apart in any text; no
// two last names are within three letters of each other.
var firstNames = []string{
	"Ottoline", "Bertram", "Siân", "Caspian", "Delphine", "Evander", "Fenella", "Gethin", "Hesper", "Ignatius",
	"Jocasta", "Kester", "Lavinia", "Mungo", "Nerys", "Oberon", "Priya", "Quentin", "Rosalba", "Septimus",
	"Tamsin", "Ursula", "Vaughan", "Winifred", "Xanthe", "Yorick", "Zoë", "Araminta", "Barnaby", "Clementine",
	"Dorcas", "Emrys", "Flavia", "Gwendal", "Hyacinth", "Isambard", "Juniper", "Kalinda", "Leofric", "Morwenna",
}

var pronouns = map[string]string{
	"Bertram": "he/him", "Caspian": "he/him", "Evander": "he/him", "Gethin": "he/him", "Ignatius": "he/him", "Kester": "he/him",
	"Mungo": "he/him", "Oberon": "he/him", "Quentin": "he/him", "Septimus": "he/him", "Vaughan": "he/him", "Yorick": "they/them",
	"Barnaby": "he/him", "Emrys": "he/him", "Gwendal": "he/him", "Isambard": "he/him", "Leofric": "he/him",
}

var lastNames = []string{
	"Quarrington", "Holmroyd", "Prothero-Vane", "Umberleigh", "Tredwick", "Ashplant", "Bickerdyke", "Colquitt", "Dunfermor", "Eskdaill",
	"Fothersgill", "Garrowby", "Hexworthy", "Inchbaldt", "Jellicourt", "Kirkhaugh", "Langrishe", "Mussenden", "Nethercoat", "Oldershaw",
	"Pennefather", "Rackstraw", "Stonhouser", "Thistleton", "Underhay", "Venmoore", "Wolstenholt", "Yelverton", "Zouchleigh", "Abberwick",
	"Brockhampt", "Crispwell", "Dalrymont", "Elphinbrook", "Farquhanson", "Gillibrand", "Hawtreyne", "Ironmongle", "Killigrew", "Loxdaleby",
}

// organisations are local groups of small firms, three of each sector in turn.
var organisations = []struct{ name, domain string }{
	{"Fernhollow Makers' Yard", "fernhollow-yard.example"},
	{"Copperbeck Print House", "copperbeck.example"},
	{"Penmarrow Repair Guild", "penmarrow.example"},
	{"Brackwater Food Hall", "brackwater-food.example"},
	{"Windlestraw Growers", "windlestraw.example"},
	{"Saltmeadow Dairy Ring", "saltmeadow-dairy.example"},
	{"Quillgate Design Works", "quillgate.example"},
	{"Tarnby Book-keepers", "tarnby-books.example"},
	{"Ossingbridge Studios", "ossingbridge.example"},
}

var sectors = []string{"making", "food and farming", "services"}

// visitors are never like a member: neither name is in the lists above.
var visitors = []Outsider{
	{ID: "V1", Being: "visitor", Name: "Agnieszka Wrotham", Email: "a.wrotham@northshore-circle.example"},
	{ID: "V2", Being: "visitor", Name: "Tobias Inglenook", Email: "tobias@inglenook-advice.example"},
	{ID: "V3", Being: "visitor", Name: "Dilys Marrowfat"},
	{ID: "V4", Being: "visitor", Name: `<svg/onload=alert(1)> "Bobby" =1+1`, Email: "bobby@hedgerow-web.example"},
	{ID: "V5", Being: "visitor", Name: "Ruaridh Clockmaker"},
	{ID: "V6", Being: "visitor", Name: "Hamish Tollgate"},
	{ID: "S1", Being: "shared_account", Name: "Lakeside Office", Email: "office@lakeside-network.example"},
	{ID: "B1", Being: "bot", Name: "Otter.ai"},
	{ID: "D0", Being: "device", Name: "+44 7700 900123"},
}
