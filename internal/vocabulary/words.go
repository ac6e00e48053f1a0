package vocabulary

// The closed lists. Each word is what people write in a spreadsheet.
var (
	cycles = Choice{Name: "cycle", Words: []string{
		"orienting", "immediate", "potential", "applied", "realized", "reframing", "transformative", "enabling", "strategic"},
		Synonyms: map[string]string{
			"realised": "realized", "orientation": "orienting", "transforming": "transformative", "transformational": "transformative",
			"reframed": "reframing", "application": "applied", "immediate value": "immediate", "potential value": "potential",
			"applied value": "applied", "realized value": "realized", "realised value": "realized", "reframing value": "reframing",
			"strategic value": "strategic", "enabling value": "enabling", "transformative value": "transformative", "orienting value": "orienting",
			"cycle 1": "immediate", "cycle 2": "potential", "cycle 3": "applied", "cycle 4": "realized", "cycle 5": "reframing",
		}}
	frameworks    = Choice{Name: "framework", Words: []string{"vcf2011", "vcf2020"}, Synonyms: map[string]string{"2011": "vcf2011", "2020": "vcf2020", "2015": "vcf2020"}}
	sessionKinds  = Choice{Name: "kind of session", Words: []string{"meeting", "peer_assist", "learning_popup", "coaching", "training", "mentoring", "retrospective", "visit", "showcase", "sponsor_review"}, Synonyms: map[string]string{"peer assists": "peer_assist", "popup": "learning_popup", "learning pop up": "learning_popup", "retro": "retrospective", "workshop": "training", "plenary": "meeting", "session": "meeting"}}
	sessionStatus = Choice{Name: "status of a session", Words: []string{"held", "moved", "cancelled"}, Synonyms: map[string]string{"canceled": "cancelled", "done": "held", "took place": "held", "postponed": "moved"}}
	openTo        = Choice{Name: "open to", Words: []string{"all", "invited", "group"}, Synonyms: map[string]string{"everyone": "all", "everybody": "all", "invitation": "invited"}}
	ledBy         = Choice{Name: "led by", Words: []string{"member", "external"}, Synonyms: map[string]string{"members": "member", "externals": "external"}}
	taxonomies    = Choice{Name: "taxonomy", Words: []string{"strategy", "people", "process", "technology"}}
	presences     = Choice{Name: "attendance status", Words: []string{"present", "late", "excused", "absent", "declined", "invited"}, Synonyms: map[string]string{"attended": "present", "came": "present", "here": "present", "tardy": "late", "apologies": "excused", "apology": "excused", "missing": "absent", "no show": "absent", "yes": "present", "y": "present", "x": "present", "1": "present", "p": "present", "no": "absent", "n": "absent", "0": "absent", "l": "late", "t": "late", "e": "excused",
		"sí": "present", "si": "present", "sì": "present", "ja": "present", "oui": "present", "sim": "present", "asistió": "present", "asistio": "present", "presente": "present", "anwesend": "present", "teilgenommen": "present", "présent": "present", "présente": "present", "aanwezig": "present", "compareceu": "present",
		"nein": "absent", "non": "absent", "nee": "absent", "não": "absent", "no asistió": "absent", "ausente": "absent", "abwesend": "absent", "gefehlt": "absent", "absente": "absent", "afwezig": "absent", "faltou": "absent", "assente": "absent",
		"justificado": "excused", "justificada": "excused", "entschuldigt": "excused", "excusé": "excused", "excusée": "excused", "afgemeld": "excused", "giustificato": "excused", "giustificata": "excused",
		"tarde": "late", "verspätet": "late", "en retard": "late", "te laat": "late", "atrasado": "late", "atrasada": "late", "in ritardo": "late"}}
	seenAs        = Choice{Name: "kind of participant", Words: []string{"person", "device", "bot", "phone", "room"}}
	modes         = Choice{Name: "mode", Words: []string{"in_person", "online"}, Synonyms: map[string]string{"in the room": "in_person", "on site": "in_person", "remote": "online", "virtual": "online"}}
	leaveReasons  = Choice{Name: "leave reason", Words: []string{"completed", "moved", "left"}, Synonyms: map[string]string{"complete": "completed", "finished": "completed", "dropped out": "left", "drop out": "left"}}
	levels        = Choice{Name: "level of participation", Words: []string{"core", "active", "occasional", "peripheral", "dormant"}}
	scales        = Choice{Name: "scale", Words: []string{"individual", "team", "local", "organization", "system"}, Synonyms: map[string]string{"organisation": "organization", "organizational": "organization", "personal": "individual"}}
	storyKinds    = Choice{Name: "kind of story", Words: []string{"account", "aspirational"}, Synonyms: map[string]string{"aspiration": "aspirational", "hoped for": "aspirational", "story": "account"}}
	valences      = Choice{Name: "valence", Words: []string{"positive", "negative", "mixed"}, Synonyms: map[string]string{"good": "positive", "bad": "negative", "both": "mixed"}}
	consents      = Choice{Name: "consent", Words: []string{"private", "community", "sponsor_anonymous", "sponsor_named", "public"}, Synonyms: map[string]string{"members": "community", "sponsor": "sponsor_anonymous", "withdrawn": "private", "none": "private", "no": "private"}}
	capitals      = Choice{Name: "kind of capital", Words: []string{"human", "social", "tangible", "reputational", "learning"}, Synonyms: map[string]string{"reputation": "reputational"}}
	itemKinds     = Choice{Name: "kind of question", Words: []string{"likert", "yesno", "count", "choice", "multi", "text", "negative"}, Synonyms: map[string]string{"yes no": "yesno", "number": "count", "scale": "likert", "rating": "likert", "open": "text", "free text": "text", "multiple choice": "choice", "checkbox": "multi"}}
	directions    = Choice{Name: "direction", Words: []string{"high_good", "low_good"}, Synonyms: map[string]string{"reversed": "low_good", "positive": "high_good", "negative": "low_good"}}
	betters       = Choice{Name: "better", Words: []string{"more", "less"}, Synonyms: map[string]string{"higher": "more", "lower": "less", "up": "more", "down": "less"}}
	attributions  = Choice{Name: "attribution", Words: []string{"explicit", "implicit", "other"}}
	relations     = Choice{Name: "relation", Words: []string{"supports", "contradicts", "explains"}}
	confirmations = Choice{Name: "response to a claim", Words: []string{"full", "partial", "disagree", "no_answer"}, Synonyms: map[string]string{"yes": "full", "confirmed": "full", "partly": "partial", "disagrees": "disagree", "none": "no_answer"}}
	outcomes      = Choice{Name: "outcome", Words: []string{"worked", "partly", "flopped", "refused"}, Synonyms: map[string]string{"flop": "flopped", "did not work": "flopped", "partial": "partly"}}
	practices     = Choice{Name: "status of a practice", Words: []string{"idea", "pilot", "adopted", "scaled", "stopped"}}
	artefacts     = Choice{Name: "kind of artefact", Words: []string{"glossary", "playbook", "template", "checklist", "rubric", "guide", "recording", "other"}}
	contributions = Choice{Name: "kind of contribution", Words: []string{"story", "problem", "capability", "question", "topic"}}
	chosen        = Choice{Name: "way of choosing", Words: []string{"nominated", "volunteered", "rotated", "appointed"}}
)
