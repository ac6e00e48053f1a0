package page

import (
	"time"

	"valuetrail/internal/vocabulary"
)

// word is a fixed word of the page in the report's language; English where the
// language has none. A key without a word is a broken program.
func word(language, key string) string {
	w := wordOr(language, key, "")
	if w == "" {
		panic("page: no word for " + key)
	}
	return w
}

// wordOr is word for keys that come from the report.
func wordOr(language, key, otherwise string) string {
	for _, l := range []string{language, "en"} {
		if w := words[l][key]; w != "" {
			return w
		}
	}
	return otherwise
}

// day is a date as the page writes it.
func day(t time.Time) string { return t.UTC().Format("2 January 2006") }

// cycleKey and its like name the word for a value of a closed list.
func cycleKey(c vocabulary.Cycle) string       { return "cycle." + string(c) }
func audienceKey(a vocabulary.Audience) string { return "for." + string(a) }

// storyTexts are the keys of the six texts, in the order of the template.
var storyTexts = [6]string{"text.activity", "text.output", "text.application", "text.personal", "text.organization", "text.success"}

var words = map[string]map[string]string{"en": {
	"skip":       "Skip to the report",
	"value":      "value report",
	"contents":   "In this report",
	"findings":   "What we found",
	"asked":      "Asked of you",
	"asked_them": "Asked of the sponsor",
	"before":     "Since the last review",
	"more":       "and %d more",
	"facts":      "In brief",
	"numbers":    "Show the numbers",
	"counted":    "How this was counted",
	"figure":     "Figure",
	"scroll":     "table, scrolls sideways",
	"stories":    "Stories",
	"story_by":   "Story from",
	"untitled":   "A story",
	"method":     "Method and definitions",
	"sources":    "What this report rests on",
	"notes":      "Notes",
	"draft":      "Draft",
	"draft_says": "Not released: figures may still change. Please do not pass it on.",
	"release":    "Release",
	"made":       "Made on",
	"unit":       "Counted in",
	"source":     "Source",
	"top":        "Back to the top",

	"[c]": "not shown, to protect members",
	"[x]": "not available",
	"[z]": "not applicable",

	"confirmed": "Confirmed by someone else",
	"asked_for": "Someone was asked, not confirmed yet",
	"not_asked": "Nobody asked yet",
	"speaks_to": "Speaks to",
	"interval":  "where the true value probably lies",

	"sources.what": "What", "sources.kind": "Kind", "sources.from": "From", "sources.to": "To",
	"sources.read": "Rows read", "sources.loaded": "Loaded", "sources.repeated": "Repeated",
	"sources.checked": "Kept for you to check", "sources.ignored": "Ignored",

	"for.convenor": "For the convenor", "for.readers": "For story readers", "for.members": "For members",
	"for.sponsor": "For the sponsor", "for.public": "For everybody",

	"kind.aspirational": "Hoped for, not yet happened",
	"valence.negative":  "What did not work",
	"valence.mixed":     "Good and bad",

	"text.activity": "What happened", "text.output": "What came out of it", "text.application": "How it was used",
	"text.personal": "What it changed for the teller", "text.organization": "What it changed for the organisation",
	"text.success": "What counts as success now",

	"cycle.orienting": "Orientation", "cycle.immediate": "Was it worth the time?", "cycle.potential": "What did people gain?",
	"cycle.applied": "What did they use?", "cycle.realized": "What changed?", "cycle.reframing": "Did it change what counts as success?",
	"cycle.transformative": "Did it go further than planned?", "cycle.enabling": "What made it possible?", "cycle.strategic": "Does it serve the strategy?",
}}
