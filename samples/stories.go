package samples

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"time"
)

// tale is a story as written for the samples; who told it is drawn.
type tale struct {
	Title     string      `json:"title"`
	Session   string      `json:"session"`
	Kind      string      `json:"kind"`
	Activity  string      `json:"activity"`
	Output    string      `json:"output"`
	Applied   string      `json:"application"`
	Personal  string      `json:"outcome_personal"`
	Firm      string      `json:"outcome_organizational"`
	Success   string      `json:"new_definition_of_success"`
	Cycles    string      `json:"cycles"`
	Valence   string      `json:"valence"`
	On        string      `json:"activity_on"`
	Collected string      `json:"collected_on"`
	AppliedIn int         `json:"applied_after"` // days after the activity, -1 not told
	ResultIn  int         `json:"realized_after"`
	Unit      string      `json:"applied_unit"` // own or other
	Scale     string      `json:"scale"`
	Metric    [4]string   `json:"metric"`
	Enabled   string      `json:"enabled"`
	Others    string      `json:"others"`
	Values    string      `json:"teller_values"`
	Consent   string      `json:"consent"`
	Anonymize string      `json:"anonymize"`
	Follows   int         `json:"follows"`
	FollowUp  string      `json:"follow_up_due"`
	Group     string      `json:"leadership_group"`
	Guest     bool        `json:"guest"`
	Flows     [][4]string `json:"flows"`
}

var storyHeadings = []string{
	"story_id", "collected_on", "teller_id", "teller_label", "collector_id", "cohort", "session_id", "activity_ref", "activity_kind", "leadership_group",
	"kind", "title", "activity", "output", "application", "outcome_personal", "outcome_organizational", "new_definition_of_success", "cycles", "valence",
	"activity_date", "application_date", "realized_date", "applied_unit", "scale", "metric_name", "metric_unit", "metric_before", "metric_after",
	"enabled_that_would_not_have_happened", "other_contributors", "teller_values", "consent_scope", "anonymize", "follows_story_id", "follow_up_due",
}

// storyList writes the story list in winter and again, whole, in June. By then
// a figure may be corrected, a consent narrowed or withdrawn.
func (g *generator) storyList() error {
	data, err := material.ReadFile("material/" + g.plan.cohort + "/stories.json")
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, &g.tales); err != nil {
		return fmt.Errorf("stories of %s: %w", g.plan.title, err)
	}
	plan, before := g.plan.tales, len(g.tableOf("stories").Rows)
	final := make([]map[string]string, len(g.tales))
	tellers := map[int]string{}
	for i, m := range g.tales {
		if err := g.check(m); err != nil {
			return fmt.Errorf("story %s: %w", g.storyID(i), err)
		}
		final[i] = g.tell(i, m, tellers)
	}
	early, all := g.table("stories", plan.early, storyHeadings), g.table("stories", plan.all, storyHeadings)
	for _, fields := range final {
		if fields["collected_on"] <= plan.early.day {
			early.rows = append(early.rows, storyRow(g.asBefore(fields)))
		}
		all.rows = append(all.rows, storyRow(fields))
	}
	for _, t := range []*table{early, all} {
		t.key, t.bom = []int{0}, true
		if err := g.own(t); err != nil {
			return err
		}
	}
	told := map[string]string{}
	for i, fields := range final {
		told[fields["story_id"]] = tellers[i]
	}
	for _, record := range g.tableOf("stories").Rows[before:] {
		id := record.Values["story_id"]
		g.truth.Stories = append(g.truth.Stories, Story{
			StoryID: id, Cohort: g.plan.cohort, Teller: told[id], Final: record.Ref, Versions: record.Versions, Fields: record.Values,
		})
	}
	return nil
}

// check finds what no day of a story can be reckoned from.
func (g *generator) check(m tale) error {
	days := []string{m.Collected}
	if m.On != "" || m.Session == "" && max(m.AppliedIn, m.ResultIn) >= 0 {
		days = append(days, m.On)
	}
	for _, day := range days {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return fmt.Errorf("%q is no day", day)
		}
	}
	if m.Session != "" && g.meeting(m.Session) == nil {
		return fmt.Errorf("there is no session %q", m.Session)
	}
	return nil
}

// asBefore is a story as the earlier export had it.
func (g *generator) asBefore(fields map[string]string) map[string]string {
	old := maps.Clone(fields)
	maps.Copy(old, g.plan.tales.old[fields["story_id"]])
	return old
}

func (g *generator) storyID(i int) string { return fmt.Sprintf("%s%03d", g.plan.stories, i+1) }

func storyRow(fields map[string]string) []string {
	row := make([]string, len(storyHeadings))
	for i, h := range storyHeadings {
		row[i] = fields[h]
	}
	return row
}

// tell gives a story its teller, collector and dates.
func (g *generator) tell(i int, m tale, tellers map[int]string) map[string]string {
	f := map[string]string{
		"story_id": g.storyID(i), "collected_on": m.Collected, "cohort": g.plan.cohort, "session_id": m.Session, "leadership_group": m.Group,
		"kind": m.Kind, "title": m.Title, "activity": m.Activity, "output": m.Output, "application": m.Applied, "outcome_personal": m.Personal,
		"outcome_organizational": m.Firm, "new_definition_of_success": m.Success, "cycles": m.Cycles, "valence": m.Valence, "scale": m.Scale,
		"activity_date": m.On, "metric_name": m.Metric[0], "metric_unit": m.Metric[1], "metric_before": m.Metric[2], "metric_after": m.Metric[3],
		"enabled_that_would_not_have_happened": m.Enabled, "other_contributors": m.Others, "teller_values": m.Values, "consent_scope": m.Consent,
		"anonymize": m.Anonymize, "follow_up_due": m.FollowUp,
	}
	if m.Kind == "" {
		f["kind"] = "account"
	}
	if s := g.meeting(m.Session); s != nil {
		f["activity_kind"] = s.Kind
	} else if m.On != "" {
		f["activity_ref"], f["activity_kind"] = "visit between members", "visit"
	} else {
		f["activity_ref"], f["activity_kind"] = "the meeting that was called off", "meeting"
	}
	if m.Follows > 0 {
		f["follows_story_id"] = g.storyID(m.Follows - 1)
	}
	from := m.On
	if from == "" && m.Session != "" {
		from = g.meeting(m.Session).Date
	}
	if m.AppliedIn >= 0 {
		f["application_date"] = later(from, m.AppliedIn)
	}
	if m.ResultIn >= 0 {
		f["realized_date"] = later(from, m.ResultIn)
	}
	g.cast(i, m, f, tellers)
	return f
}

// cast draws who told the story and who wrote it down, and puts another
// member's name where the text calls for one.
func (g *generator) cast(i int, m tale, f map[string]string, tellers map[int]string) {
	teller := g.teller(i, m, tellers)
	tellers[i] = teller.MemberID
	f["teller_id"] = teller.MemberID
	switch {
	case m.Guest:
		guest := g.outsider(g.plan.tales.guest)
		tellers[i] = guest.ID
		f["teller_id"], f["teller_label"] = "", guest.Name
	case f["story_id"] == g.plan.tales.nameless: // the sheet had no number, only a name
		f["teller_id"], f["teller_label"] = "", teller.Name
	}
	if m.Unit == "own" {
		f["applied_unit"] = teller.OrgUnit
	}
	var collectors, others []*Person
	for _, p := range g.people {
		if p == teller || p.twin || p.keen == 0 || !p.EnrolledOn(m.Collected) {
			continue
		}
		others = append(others, p)
		if m.Group == readersGroup && g.heldGroup(p.MemberID, m.Collected) {
			collectors = append(collectors, p)
		}
	}
	if len(collectors) == 0 {
		collectors = others
	}
	f["collector_id"] = pick(g, collectors...).MemberID
	peer := pick(g, others...)
	if m.Unit == "other" {
		f["applied_unit"] = peer.OrgUnit
	}
	names := strings.NewReplacer("{peer}", peer.Name, "{peer_org}", peer.OrgUnit)
	for _, text := range []string{"activity", "output", "application"} {
		f[text] = names.Replace(f[text])
	}
}

// teller is a member who was there and is still a member when the story is
// taken down; a follow-up is told by the same person.
func (g *generator) teller(i int, m tale, tellers map[int]string) *Person {
	if m.Follows > 0 {
		return g.person(tellers[m.Follows-1])
	}
	told := map[string]int{}
	for _, id := range tellers {
		told[id]++
	}
	var fit []*Person
	for _, p := range g.people {
		session := g.meeting(m.Session)
		there := session == nil || g.stayedAt(session, p.MemberID)
		stays := p.LastDay == "" && p.FirstDay <= max(m.On, g.plan.first) && (session == nil || p.EnrolledOn(session.Date))
		if there && stays && !p.twin && told[p.MemberID] < 2 && p.keen > 0 {
			fit = append(fit, p)
		}
	}
	if len(fit) == 0 {
		return g.people[i%7]
	}
	return pick(g, fit...)
}

// stayedAt tells whether somebody came and did not leave at once.
func (g *generator) stayedAt(m *meeting, id string) bool {
	for _, v := range g.came[m.SessionID] {
		if v.who == id && !v.waiting && (v.mode == "in_person" || v.to-v.from >= minimumMinutes*60) {
			return true
		}
	}
	return false
}

// heldGroup tells whether somebody sat among the value detectives by a day.
func (g *generator) heldGroup(id, day string) bool {
	for _, m := range g.sessions {
		for _, held := range g.groupOf[m.SessionID] {
			if held == id && m.Date <= day {
				return true
			}
		}
	}
	return false
}
