package samples

import (
	"embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// material holds what people wrote by hand: the stories, and the small sheets
// of each year, whose people and organisations are drawn.
//
//go:embed material
var material embed.FS

// practiceTables writes the smaller sheets of a year.
func (g *generator) practiceTables() error {
	for _, sheet := range g.plan.sheets {
		t, err := g.kept(sheet)
		if err != nil {
			return fmt.Errorf("%s: %w", sheet.file.name, err)
		}
		if err := g.own(t); err != nil {
			return err
		}
	}
	return g.own(g.peerAssists())
}

// keys are the columns that are the native id of a kind, by place.
var keys = map[string][]int{
	"measures": {0, 5, 7}, "practices": {0}, "story_links": {0, 1}, "mentoring_pairs": {0}, "artefacts": {0}, "decisions": {0}, "pair_meetings": {0, 1},
	"votes": {0, 1, 2}, "selections": {0, 1, 2}, "adoptions": {0, 1, 2},
}

// kept is a sheet that the convenor keeps by hand, with everybody's numbers
// filled in.
func (g *generator) kept(plan sheetPlan) (*table, error) {
	file, err := material.Open("material/" + g.plan.cohort + "/" + plan.kind + ".csv")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	t := g.table(plan.kind, plan.file, rows[0])
	t.key = keys[plan.kind]
	if strings.HasSuffix(t.name, ".xlsx") {
		t.sheet = "Sheet1"
	}
	for _, row := range rows[1:] {
		for i := range row {
			row[i] = blank.ReplaceAllStringFunc(row[i], g.fillIn)
		}
		t.rows = append(t.rows, row)
	}
	return t, nil
}

// blank is a place for a person or an organisation: {core:0} and {other:2} by
// place among those who stay all year, {reader:0}, {unit:3} of those that somebody
// comes from, {at:M01} somebody who was there, {host:PA1} who led it.
var blank = regexp.MustCompile(`\{(core|other|reader|unit|at|host):([A-Za-z0-9-]+)\}`)

func (g *generator) fillIn(word string) string {
	parts := blank.FindStringSubmatch(word)
	place, _ := strconv.Atoi(parts[2]) // words have no place
	switch parts[1] {
	case "unit":
		units := g.units()
		return units[place%len(units)]
	case "at":
		return pick(g, g.distinctMembers(g.meeting(parts[2]))...)
	case "host":
		return g.meeting(parts[2]).Facilitators[0]
	case "reader":
		return g.readers()[place]
	}
	return g.staying(parts[1] == "core")[place]
}

// units are the organisations that somebody comes from.
func (g *generator) units() (units []string) {
	for _, p := range g.people {
		if p.keen > 0 && !slices.Contains(units, p.OrgUnit) {
			units = append(units, p.OrgUnit)
		}
	}
	return units
}

// staying are the members of the core, or the others, who come, and stay all
// year, namesakes apart.
func (g *generator) staying(core bool) (ids []string) {
	for i, p := range g.people {
		if p.keen > 0 && p.LastDay == "" && p.FirstDay == g.plan.first && !p.twin && core == (i < 7) {
			ids = append(ids, p.MemberID)
		}
	}
	return ids
}

// peerAssists has a row a helper, with the ideas that this helper offered.
func (g *generator) peerAssists() *table {
	t := g.table("peer_assists", g.plan.helped, []string{"session_id", "owner_id", "helper_id", "ideas_offered", "ideas_tried", "listener_gain", "next_step", "outcome_date"})
	t.key = []int{0, 2}
	gains := []string{"a way to draw our own floor", "that I am not the only one", "", "a question to take home", "nothing new for me this time"}
	for _, m := range g.sessions {
		owner, n := m.Facilitators, 0
		if m.Kind != "peer_assist" || !m.TookPlace {
			continue
		}
		for _, id := range g.distinctMembers(m) {
			if id == owner[0] {
				continue
			}
			offered := g.between(0, 4)
			t.rows = append(t.rows, []string{m.SessionID, owner[0], id, fmt.Sprint(offered), fmt.Sprint(g.between(0, min(offered, 1))),
				gains[(n+len(m.Title))%len(gains)], "", later(m.Date, 60)})
			n++
		}
	}
	return t
}
