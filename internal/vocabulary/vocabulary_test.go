package vocabulary

import (
	"errors"
	"slices"
	"testing"
)

func TestWordsAreUnderstoodAsPeopleWriteThem(t *testing.T) {
	for word, want := range map[string]Cycle{"Applied": "applied", " realised ": "realized", "REFRAMING": "reframing", "Realized value": "realized", "": ""} {
		if got, err := ParseCycle(word); err != nil || got != want {
			t.Errorf("ParseCycle(%q) = %q, %v, want %q", word, got, err, want)
		}
	}
	var unknown *UnknownWordError
	if _, err := ParseCycle("aplied"); !errors.As(err, &unknown) || unknown.Nearest() != "applied" {
		t.Errorf("a misspelt cycle gives %v, want *UnknownWordError with the nearest word", err)
	}
}

func TestEveryParserListsItsChoices(t *testing.T) {
	for name, err := range map[string]error{
		"framework": second(ParseFramework("x")), "audience": second(ParseAudience("x")), "grain": second(ParseGrain("x")),
	} {
		var unknown *UnknownWordError
		if !errors.As(err, &unknown) || len(unknown.Choice.Words) < 2 {
			t.Errorf("%s: error is %v, want *UnknownWordError with choices", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestConsentReachesNoFurtherThanItSays(t *testing.T) {
	open := map[Consent][]Audience{
		"private": nil, "community": {Convenor, Readers, Members}, "sponsor_anonymous": {Convenor, Readers, Members, Evaluator, Sponsor},
		"sponsor_named": {Convenor, Readers, Members, Evaluator, Sponsor}, "public": {Convenor, Readers, Members, Evaluator, Sponsor, Public}, "": nil, "odd": nil,
	}
	names := map[Consent][]Audience{
		"community": {Convenor}, "sponsor_anonymous": {Convenor}, "sponsor_named": {Convenor, Readers, Members, Sponsor},
		"public": {Convenor, Readers, Members, Evaluator, Sponsor, Public},
	}
	for consent, to := range open {
		for _, a := range []Audience{Convenor, Readers, Members, Evaluator, Sponsor, Public, "stranger"} {
			if got := consent.OpenTo(a); got != slices.Contains(to, a) {
				t.Errorf("a story %q is open to the %s: %v", consent, a, got)
			}
			if got := consent.Names(a); got != slices.Contains(names[consent], a) {
				t.Errorf("a story %q names its teller to the %s: %v", consent, a, got)
			}
		}
	}
}

func TestHeadingsAreFoundHoweverTheyAreWritten(t *testing.T) {
	s, ok := SheetOf(Roster)
	if !ok {
		t.Fatal("there is no member list")
	}
	for _, heading := range []string{"member_id", "Member ID", " MEMBER-id ", "Member  Id"} {
		if s.Index(heading) != 0 {
			t.Errorf("%q is at %d, want 0", heading, s.Index(heading))
		}
	}
	if s.Index("shoe size") != -1 {
		t.Error("a strange heading is found")
	}
}

func TestEachTableAndColumnIsThereOnce(t *testing.T) {
	tables := map[string]bool{}
	for _, table := range Tables() {
		if tables[table.Name] {
			t.Errorf("table %s is there twice", table.Name)
		}
		tables[table.Name] = true
		columns := map[string]bool{}
		for _, c := range table.Columns {
			if columns[c.Name] {
				t.Errorf("column %s of %s is there twice", c.Name, table.Name)
			}
			columns[c.Name] = true
			if !slices.Contains([]Type{TypeText, TypeInteger, TypeBigint, TypeNumber, TypeFlag, TypeInstant, TypeTexts}, c.Type) {
				t.Errorf("column %s of %s has the type %q", c.Name, table.Name, c.Type)
			}
		}
	}
}

func TestNoFreeTextAndNoNameLeavesThePrivatePart(t *testing.T) {
	for _, s := range Sheets {
		for _, f := range s.Fields {
			if f.Holds != Text && !f.Identifies() {
				continue
			}
			for _, c := range s.Columns() {
				if c.Name == f.Column && !slices.Contains([]string{"alias_id"}, c.Name) {
					t.Errorf("%s: %s would stand in main as it is", s.Kind, f.Heading)
				}
			}
		}
	}
}

func TestEveryKeyAndGroupNamesAField(t *testing.T) {
	for _, s := range Sheets {
		for _, heading := range append(append(append([]string{}, s.Key...), slices.Concat(s.OneOf...)...), s.Modified, s.Dated) {
			if heading != "" && s.Index(heading) < 0 {
				t.Errorf("%s: %q is no field", s.Kind, heading)
			}
		}
		for _, f := range s.Fields {
			if !slices.Contains([]Holds{ID, Label, Word, Text, List, People, MemberID, Email, Name, PlatformID, Day, Clock, Instant, Number, Whole, Flag}, f.Holds) {
				t.Errorf("%s: %s holds %q", s.Kind, f.Heading, f.Holds)
			}
			if f.Holds == Word && len(f.Choice.Words) == 0 {
				t.Errorf("%s: %s has no words to choose from", s.Kind, f.Heading)
			}
		}
	}
}

func TestNearestIsNearOrNothing(t *testing.T) {
	for word, want := range map[string]string{"repotr": "report", "zebra": "", "ingset": "ingest"} {
		if got := Nearest(word, []string{"report", "ingest", "release"}); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}
