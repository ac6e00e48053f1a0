package samples

const communityID = "lakeside"

// minimumMinutes is what the delivered settings ask of an attendance.
const minimumMinutes = 10

const settings = `# The made-up community of the samples. Every line may be left out.
community: {id: lakeside, name: Lakeside owner-managers' network, purpose: Decide faster together}
framework: vcf2011
time_zone: Europe/London
academic_year: {starts: 09-01, terms: [{id: autumn, starts: 09-01}, {id: spring, starts: 01-05}, {id: summer, starts: 04-15}]}
cohorts:
  - {id: "2023", title: 2023/24, starts: 2023-09-01, ends: 2024-06-30, participation: voluntary}
  - {id: "2024", title: 2024/25, starts: 2024-09-01, ends: 2025-06-30, participation: voluntary}
  - {id: "2025", title: 2025/26, starts: 2025-09-01, ends: 2026-06-30, participation: voluntary}
agreed_outcomes: [{measure: days_to_decision, title: Days from proposal to decision, better: less, baseline: 24, target: 14}]
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
	"Aldous": "he/him", "Cosmo": "he/him", "Fabian": "he/him", "Hadrian": "he/him", "Jolyon": "he/him", "Marmaduke": "he/him", "Orsino": "he/him",
	"Quinlan": "he/him", "Sylvester": "he/him", "Ulric": "he/him", "Wystan": "he/him", "Zachary": "he/him", "Ambrose": "he/him", "Crispin": "he/him",
	"Eustace": "he/him", "Gulliver": "he/him", "Ivo": "he/him", "Lysander": "he/him", "Neville": "he/him", "Alaric": "he/him", "Cuthbert": "he/him",
	"Edmund": "he/him", "Godfrey": "he/him", "Ingram": "he/him", "Kenelm": "he/him", "Magnus": "he/him", "Osbert": "he/him", "Ranulph": "he/him",
	"Umberto": "he/him", "Wilfred": "he/him", "Ansel": "he/him", "Columba": "he/him", "Dorian": "he/him", "Gareth": "he/him", "Lambert": "he/him",
}

var lastNames = []string{
	"Quarrington", "Holmroyd", "Prothero-Vane", "Umberleigh", "Tredwick", "Ashplant", "Bickerdyke", "Colquitt", "Dunfermor", "Eskdaill",
	"Fothersgill", "Garrowby", "Hexworthy", "Inchbaldt", "Jellicourt", "Kirkhaugh", "Langrishe", "Mussenden", "Nethercoat", "Oldershaw",
	"Pennefather", "Rackstraw", "Stonhouser", "Thistleton", "Underhay", "Venmoore", "Wolstenholt", "Yelverton", "Zouchleigh", "Abberwick",
	"Brockhampt", "Crispwell", "Dalrymont", "Elphinbrook", "Farquhanson", "Gillibrand", "Hawtreyne", "Ironmongle", "Killigrew", "Loxdaleby",
}

var firstNames2024 = []string{
	"Aldous", "Blodwen", "Cosmo", "Delyth", "Eluned", "Fabian", "Ginevra", "Hadrian", "Imelda", "Jolyon",
	"Keziah", "Linnet", "Marmaduke", "Nesta", "Orsino", "Perpetua", "Quinlan", "Rhiannon", "Sylvester", "Thora",
	"Ulric", "Verity", "Wystan", "Xenia", "Ysolde", "Zachary", "Ambrose", "Briony", "Crispin", "Dulcie",
	"Eustace", "Ffion", "Gulliver", "Honoria", "Ivo", "Jessamy", "Kerensa", "Lysander", "Myfanwy", "Neville",
}

var lastNames2024 = []string{
	"Ackerthwaite", "Birdforth", "Cawdrey", "Drummersby", "Eddlestone", "Flaxmoor", "Grimshawe", "Hebblewait",
	"Ickringill", "Jessopdale", "Kettlebank", "Lavenshaw", "Micklethorp", "Norrisgate", "Oakenshott", "Pilkenroyd",
	"Quibellson", "Ravensdun", "Sowerbutts", "Tunnicliff", "Uppercott", "Vickersley", "Wigglesorth", "Yarborough",
	"Zealwright", "Arkelby", "Brandlehow", "Coverdrift", "Dunnabeck", "Everthorn", "Foxgrover", "Gaukroger",
	"Hainsworthy", "Ingoldmell", "Jaggerford", "Knaresbrook", "Lindenhulm", "Murgatroyd", "Nunwickham", "Ormesgill",
}

var firstNames2023 = []string{
	"Alaric", "Beatrix", "Cuthbert", "Damaris", "Edmund", "Frideswide", "Godfrey", "Hermia", "Ingram", "Jemima",
	"Kenelm", "Leocadia", "Magnus", "Nicolette", "Osbert", "Petronel", "Ranulph", "Sabina", "Theodora", "Umberto",
	"Viola", "Wilfred", "Ximena", "Yolanda", "Zillah", "Ansel", "Bettina", "Columba", "Dorian", "Elowen",
	"Ferelith", "Gareth", "Hilary", "Iseult", "Jocelyn", "Kirsty", "Lambert", "Meriel", "Nigella", "Oriel",
}

var lastNames2023 = []string{
	"Addlestrop", "Bullivante", "Clutterham", "Dodderidge", "Entwhistley", "Fairclougha", "Goldsbrow", "Hathersedge",
	"Ivinghoe", "Jobsonville", "Kilvingate", "Ludderburn", "Mompesson", "Nottingley", "Osmotherby", "Puddephat",
	"Quennelton", "Ribblehead", "Satterthwet", "Trowhillis", "Ullathorne", "Vavasourd", "Winterflod", "Yeadonby",
	"Zimmerlane", "Allardyces", "Bythewood", "Chetwynder", "Dunkerfoot", "Ellerbeckson", "Fynmorefell", "Gathercole",
	"Horrockson", "Inskipper", "Jardinelli", "Kelverhurst", "Lupinghall", "Mirfieldson", "Nuttallings", "Ogilthorpe",
}

// organisations are local groups of small firms; a plan draws three of each
// sector from them.
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
	{"Marlpit Bakers' Row", "marlpit-bakers.example"},
	{"Cinderford Accounts Circle", "cinderford-accounts.example"},
	{"Hollinsea Boatbuilders", "hollinsea-boats.example"},
	{"Thrapple Lane Tutors", "thrapple-lane.example"},
}

var sectors = []string{"making", "food and farming", "services"}
