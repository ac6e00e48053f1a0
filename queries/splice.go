package queries

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"valuetrail/internal/vocabulary"
)

//go:embed kinds/*.sql
var kindFiles embed.FS

// Parameters are the named parameters of a splice, all written in the prelude
// alone: whoever runs one must give each of them, by exactly these names.
var Parameters = []string{"community", "cohort", "since", "until", "grain", "by", "audience", "today"}

// Figures are the columns that a splice of a kind answers with.
var Figures = []string{"community", "cohort", "period", "group", "part", "value", "numerator", "denominator", "people", "population", "spread"}

// Observations are the columns that the observations of an indicator have when
// they stand by themselves.
var Observations = []string{"community", "cohort", "period", "group", "part", "person", "subject", "x", "open", "file_id", "sheet_no", "row_no", "column_no"}

const observation = "observation"

// pairKinds count pairs of a person and a subject; of the other kinds each
// person is counted once.
var pairKinds = []string{"pair_share", "count", "sum", "distribution", "agreement", "density", "evenness", "latest", "corroborated"}

// workedOut are the kinds whose value Go works out from the observations; they
// share their SQL.
var workedOut = []string{"median", "survival", "gini", "evenness", "agreement", "corroborated", "density"}

func kindText(kind string) (string, error) {
	if slices.Contains(workedOut, kind) {
		kind = "worked_out"
	}
	text, err := kindFiles.ReadFile(path.Join("kinds", kind+".sql"))
	return string(text), err
}

// Asking is what of a question shapes its statement.
type Asking struct {
	// By is the attribute of a breakdown, "" or "none" for no breakdown.
	By string
	// Named says that $cohort names cohorts: then the statement knows nothing of
	// all together. It must be false where $cohort is NULL.
	Named bool
	// Alone says that $community names a community: then the statement reads the
	// rows of that one and no other. It must be false where $community is NULL.
	Alone bool
}

// Splice is the one statement that answers an indicator: what it leans on of the
// prelude, file, kind, and the close that all kinds share.
func Splice(ind Indicator, a Asking) (string, error) {
	return splice(ind, a, ind.Kind, "close")
}

// SpliceObservations is the statement that lists the observations of an
// indicator, under each cohort and under all together.
func SpliceObservations(ind Indicator, a Asking) (string, error) {
	return splice(ind, a, observation)
}

func splice(ind Indicator, a Asking, tails ...string) (string, error) {
	prelude, err := kindText("prelude")
	if err != nil {
		return "", fmt.Errorf("splice %s: %w", ind.ID, err)
	}
	var tail string
	for _, name := range tails {
		text, err := kindText(name)
		if err != nil {
			return "", fmt.Errorf("splice %s: kind %q has no SQL", ind.ID, name)
		}
		tail += text
	}
	if !slices.Contains(vocabulary.Protections.Words, ind.Protects) {
		return "", fmt.Errorf("splice %s: protects %q", ind.ID, ind.Protects)
	}
	if !slices.Contains(vocabulary.Evidences.Words, ind.Evidence) {
		return "", fmt.Errorf("splice %s: evidence %q", ind.ID, ind.Evidence)
	}
	held := ""
	if a.broken() {
		if held, err = kindText(heldBy(a.By)); err != nil {
			return "", fmt.Errorf("splice %s: %w", ind.ID, err)
		}
	}
	fill := strings.NewReplacer(
		"{{kind}}", ind.Kind,
		"{{evidence}}", ind.Evidence,
		"{{pairs}}", "'"+strings.Join(pairKinds, "', '")+"'",
		"{{parts}}", parts(ind),
		"{{observations}}", observing(ind),
		"{{held}}", held,
	)
	prelude = without(prelude, map[string]bool{
		"stories": ind.Protects != "stories", "silence": ind.Protects != "stories" || ind.Own, "together": a.Named, "breakdown": !a.broken(), "whole": a.broken(),
	})
	text := leaning(prelude, fill.Replace(tail), fill.Replace)
	if a.Alone {
		text = alone(text)
	}
	return text, nil
}

// alone puts in front of a statement, under the name of each table of facts that it
// reads, the rows of $community in it. The statement joins everything by community
// and would answer the same without; but what is said of one table of a join is
// seldom known of the others, and those hold the rows of all communities.
func alone(statement string) string {
	named := map[string]bool{}
	addWords(named, statement)
	var all []string
	for _, name := range facts() {
		if named[name] {
			all = append(all, name+" AS (SELECT t.* FROM "+name+" AS t WHERE t.community_id = $community)")
		}
	}
	return "WITH\n" + strings.Join(all, ",\n") + ",\n" + strings.TrimPrefix(statement, "WITH\n")
}

// without leaves out of a text what stands there only for what is not wanted:
// planning a statement takes longer than answering it, and the more so the more
// it joins.
func without(text string, unwanted map[string]bool) string {
	var kept strings.Builder
	left := false
	for line := range strings.Lines(text) {
		mark := strings.TrimSpace(line)
		if what, ok := strings.CutPrefix(mark, "-- only "); ok {
			left = unwanted[strings.TrimSuffix(what, ":")]
			continue
		}
		if mark == "-- always:" {
			left = false
			continue
		}
		if !left {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

// leaning is a tail under those tables of the prelude that it leans on, in their
// order, each with the remarks above it. A table that is only named like a column
// stays: the engine passes over it.
func leaning(prelude, tail string, fill func(string) string) string {
	named := map[string]bool{}
	addWords(named, tail)
	var kept []string
	for _, b := range slices.Backward(blocks(prelude)) {
		if !named[b.name] {
			continue
		}
		text := fill(b.text)
		addWords(named, text)
		kept = append(kept, b.remarks+b.name+" AS (\n"+strings.TrimSuffix(text, "\n")+"\n)")
	}
	slices.Reverse(kept)
	return "WITH\n" + strings.Join(kept, ",\n") + "\n" + tail
}

// addWords adds the words of a text, remarks apart, in small letters.
func addWords(words map[string]bool, sql string) {
	for line := range strings.Lines(sql) {
		if strings.HasPrefix(strings.TrimSpace(line), "--") {
			continue
		}
		for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			words[strings.ToLower(word)] = true
		}
	}
}

// table is one named table of the prelude: its lines between "name AS (" and ")".
type table struct{ remarks, name, text string }

func blocks(prelude string) []table {
	var all []table
	var b table
	for line := range strings.Lines(prelude) {
		name, begins := strings.CutSuffix(strings.TrimPrefix(line, "WITH "), " AS (\n")
		switch {
		case b.name == "" && begins:
			b.name = name
		case b.name == "" && strings.HasPrefix(line, "--"):
			b.remarks += line
		case b.name == "":
			b.remarks = "" // of all that follows, not of one table
		case strings.HasPrefix(line, ")"):
			all = append(all, b)
			b = table{}
		default:
			b.text += line
		}
	}
	return all
}

// broken reports whether figures are broken down by an attribute.
func (a Asking) broken() bool { return a.By != "" && a.By != "none" }

// heldBy is the file that says under which label each member stands. It is
// chosen here and not in SQL, so that nothing is worked out that nobody asked.
func heldBy(by string) string {
	if by == "level" {
		return "held_level"
	}
	return "held_attribute"
}

// parts is the SELECT of the classes of an indicator: the closed ones whatever
// the data hold, so that an empty class is a line.
func parts(ind Indicator) string {
	switch {
	case ind.PartData:
		return `    SELECT community, part FROM observation
    UNION
    SELECT s.community_id AS community, '' AS part
    FROM spell AS s
    WHERE NOT EXISTS (SELECT 1 FROM observation AS o WHERE o.community = s.community_id)`
	case ind.PartCycles:
		var pairs []string
		for _, f := range []vocabulary.Framework{vocabulary.VCF2011, vocabulary.VCF2020} {
			for _, c := range f.Cycles() {
				pairs = append(pairs, fmt.Sprintf("('%s', '%s')", f, c))
			}
		}
		return `    SELECT DISTINCT n.community_id AS community, c.part
    FROM setting AS n
    JOIN (VALUES ` + strings.Join(pairs, ", ") + `) AS c(framework, part) ON c.framework = n.word
    WHERE n.name = 'framework'`
	case ind.Parts != nil:
		return `    SELECT DISTINCT s.community_id AS community, c.part
    FROM spell AS s
    CROSS JOIN (VALUES ('` + strings.Join(ind.Parts, "'), ('") + `')) AS c(part)`
	}
	return `    SELECT DISTINCT s.community_id AS community, '' AS part FROM spell AS s`
}
