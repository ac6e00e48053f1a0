package vocabulary

// Cycle is one of the nine value cycles of the two frameworks.
type Cycle string

// ParseCycle reads a cycle, British spellings and numbers of 2011 included.
func ParseCycle(s string) (Cycle, error) {
	w, err := cycles.Parse(s)
	return Cycle(w), err
}

// Framework is the version of the value-creation framework in use.
type Framework string

// The two frameworks: five cycles of 2011, eight of 2020.
const (
	VCF2011 Framework = "vcf2011"
	VCF2020 Framework = "vcf2020"
)

// ParseFramework reads a framework; blank gives vcf2011.
func ParseFramework(s string) (Framework, error) {
	w, err := frameworks.Parse(s)
	if w == "" && err == nil {
		w = string(VCF2011)
	}
	return Framework(w), err
}

// Cycles are the cycles of the framework, in the order value flows.
func (f Framework) Cycles() []Cycle {
	if f == VCF2020 {
		return []Cycle{"strategic", "enabling", "orienting", "immediate", "potential", "applied", "realized", "transformative"}
	}
	return []Cycle{"immediate", "potential", "applied", "realized", "reframing"}
}

// Audience is who a report or an answer is for.
type Audience string

// The audiences, from the one that sees most to the one that sees least. The
// evaluator sees more figures than the sponsor, and each as the sponsor does.
const (
	Convenor  Audience = "convenor"
	Readers   Audience = "readers"
	Members   Audience = "members"
	Evaluator Audience = "evaluator"
	Sponsor   Audience = "sponsor"
	Public    Audience = "public"
)

// Audiences is the closed list of audiences.
var Audiences = Choice{Name: "audience", Words: []string{"convenor", "readers", "members", "evaluator", "sponsor", "public"}, Synonyms: map[string]string{"sponsors": "sponsor", "reader": "readers", "member": "members", "evaluators": "evaluator"}}

// ParseAudience reads an audience; blank gives the convenor.
func ParseAudience(s string) (Audience, error) {
	w, err := Audiences.Parse(s)
	if w == "" && err == nil {
		w = string(Convenor)
	}
	return Audience(w), err
}

// Grain is the length of the periods that an answer is cut into.
type Grain string

// Grains is the closed list of grains.
var Grains = Choice{Name: "grain", Words: []string{"month", "term", "year", "programme", "month_since_start", "term_since_start"}, Synonyms: map[string]string{"months": "month", "terms": "term", "program": "programme", "all": "programme"}}

// ParseGrain reads a grain; blank gives "term".
func ParseGrain(s string) (Grain, error) {
	w, err := Grains.Parse(s)
	if w == "" && err == nil {
		w = "term"
	}
	return Grain(w), err
}

// Attributes are what `--by` can break a figure down by; "none" does not.
var Attributes = Choice{Name: "attribute", Words: []string{"none", "unit", "function", "role", "sector", "level"}, Synonyms: map[string]string{"org unit": "unit", "organisation": "unit", "organization": "unit"}}

// IndicatorKinds are the ways observations become figures (DESIGN: kinds).
var IndicatorKinds = Choice{Name: "kind of indicator", Words: []string{
	"count", "sum", "share", "pair_share", "mean", "median", "survival", "distribution", "gap", "latest", "gini", "evenness", "agreement", "density", "corroborated"}}

// Evidences say what a figure's uncertainty comes from.
var Evidences = Choice{Name: "evidence", Words: []string{"census", "answers", "stories"}}

// Protections say which rule of the gate guards a figure.
var Protections = Choice{Name: "protection", Words: []string{"event", "answers", "stories", "sensitive"}}

// Units are what a figure is counted in.
var Units = Choice{Name: "unit", Words: []string{"percent", "score", "points", "days", "people", "sessions", "stories", "hours", "minutes", "count", "ratio", "index", "own"}}

// Directions of an indicator: whether more is better, less is, or neither.
var Directions = Choice{Name: "better", Words: []string{"more", "less", "neither"}}

// Groups are the sections that indicators are listed under.
var Groups = Choice{Name: "group", Words: []string{"participation", "immediate", "potential", "applied", "realized", "strategic", "stories", "leadership_groups", "network", "health", "constructs", "practices"}}

// IndicatorCycles are the cycles an indicator may name, and "none".
var IndicatorCycles = Choice{Name: "cycle", Words: append([]string{"none"}, cycles.Words...)}

// Constructs are the words in the column construct of the question list that an
// indicator looks for by name; a community may use any others beside them.
var Constructs = Choice{Name: "construct", Words: []string{"new_connections", "turn_to", "confidence", "alignment"}}

// Consent is how far a teller lets a story travel.
type Consent string

// OpenTo reports whether a story with this consent may be shown to a.
// A private story is open to nobody but its teller and collector.
func (c Consent) OpenTo(a Audience) bool {
	reach := map[Consent]int{"community": 1, "sponsor_anonymous": 2, "sponsor_named": 2, "public": 3}[c]
	need := map[Audience]int{Convenor: 1, Readers: 1, Members: 1, Evaluator: 2, Sponsor: 2, Public: 3}[a]
	return need > 0 && reach >= need
}

// Names reports whether this consent lets the teller be named to a. The
// convenor sees the name of every story that is open to them; a name given to the
// sponsor is not given to an evaluator.
func (c Consent) Names(a Audience) bool {
	switch {
	case !c.OpenTo(a):
		return false
	case a == Convenor, c == "public":
		return true
	}
	return c == "sponsor_named" && a != Evaluator
}

// ParsePresence reads an attendance status or a mark that stands for one.
func ParsePresence(s string) (string, error) { return presences.Parse(s) }
