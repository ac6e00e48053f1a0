package ingest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"valuetrail/ingest"
)

func TestOfTwoExportsTheLaterCountsInWhateverOrder(t *testing.T) {
	cases := map[string]struct{ older, newer, sql, want string }{
		"the row changed last": {
			"story_id,collected_on,teller_id,activity,title\nv1,2025-10-01,m1,We met,Old\nv2,2025-12-01,m1,We met,Only here\n",
			"story_id,collected_on,teller_id,activity,title\nv1,2025-10-02,m1,We met,New\n",
			"SELECT t.words FROM main.story AS s JOIN private.text AS t ON t.text_id = s.title_text_id WHERE s.counts", "New; Only here"},
		"else the row of the file whose data end later": {
			"session_id,date,title\ns1,2025-10-06,Old\n", "session_id,date,title\ns1,2025-10-06,New\ns2,2025-11-03,Next\n",
			"SELECT t.words FROM main.session AS s JOIN private.text AS t ON t.text_id = s.title_text_id WHERE s.counts", "New; Next"},
		"a moved session is on its new day": {
			"session_id,date,planned_on,status,title\ns1,2025-10-06,2025-10-06,planned,Kick-off\n", "session_id,date,planned_on,status,title\ns1,2025-10-13,2025-10-06,moved,Kick-off\n",
			"SELECT day_no - planned_on, status FROM main.session WHERE counts", "7 moved"},
		"a mark corrected later": {
			"session_id,session_date,member_id,status\ns1,2025-10-06,m1,absent\n", "session_id,session_date,member_id,status\ns1,2025-10-06,m1,present\ns2,2025-11-03,m1,present\n",
			"SELECT session_id, status FROM main.presence", "s1 present; s2 present"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			one := newHouse(t, twoCohorts).take("older.csv", c.older).take("newer.csv", c.newer)
			one.want("older first", c.sql, c.want)
			two := newHouse(t, twoCohorts).take("newer.csv", c.newer).take("older.csv", c.older)
			two.want("newer first", c.sql, c.want)
			sameDump(t, two.dump(), one.dump())
		})
	}
}

func TestWithEverythingEqualTheGreaterHashDecides(t *testing.T) {
	a, b := "session_id,date,title\ns1,2025-10-06,One\n", "session_id,date,title\ns1,2025-10-06,Two\n"
	one, two := newHouse(t, twoCohorts).take("a.csv", a, "b.csv", b), newHouse(t, twoCohorts).take("b.csv", b, "a.csv", a)
	sql := "SELECT file_id = (SELECT max(file_id) FROM main.source_file) FROM main.session WHERE counts"
	one.want("one", sql, "true")
	two.want("two", sql, "true")
}

// month is what a convenor may drop in a folder.
func month() []string {
	return []string{"list.csv", list, "sessions.csv", "session_id,date,start,minutes,title,facilitator_ids\ns1,2025-10-06,10:00,60,Kick-off,m1;Bo Skov\n",
		"zoom.csv", "session_date,session_title,name,email,joined,left\n2025-10-06,Call,Ann Lee,ann@firm.org,2025-10-06T10:00:00Z,2025-10-06T10:30:00Z\n2025-10-06,Call,Bo Skow,,2025-10-06T10:00:00Z,2025-10-06T11:00:00Z\n",
		"paper.csv", "session_date,session_title,name,status\n2025-10-06,kick-off,Cy Ng,present\n2025-10-20,Extra,Zoe,present\n",
		"waves.csv", "wave_id,cohort,opened,closed,invited_n\nw1,a,2025-10-01,,\n", "items.csv", "item_id,column_header,kind,cycle,scale_min,scale_max\nq,Q,likert,immediate,1,5\n",
		"answers.csv", "wave_id,respondent_id,submitted_at,Q,Else\nw1,m1,2025-10-07T10:00:00Z,4,Nothing\nw1,m2,2025-10-08T10:00:00Z,2,\n",
		"stories.csv", "story_id,collected_on,teller_id,activity,outcome_personal,consent_scope\nv1,2025-10-09,m1,We met,I changed,community\n",
		"codes.csv", "story_id,coder_id,cycle,quote\nv1,m2,applied,Used it\n"}
}

func TestTakingAFileOutLeavesWhatWasBefore(t *testing.T) {
	files := month()
	h := newHouse(t, twoCohorts)
	var before []map[string][]string
	for i := 0; i < len(files); i += 2 {
		h.take(files[i], files[i+1])
		before = append(before, h.dump())
	}
	for i := len(files) - 2; i >= 2; i -= 2 {
		h.again(nil, files[i])
		t.Run(files[i], func(t *testing.T) { sameDump(t, h.dump(), before[i/2-1]) })
	}
	h.take(files[2:]...)
	t.Run("all of them back", func(t *testing.T) { sameDump(t, h.dump(), before[len(before)-1]) })
}

func TestFilesOneByOneInAnyOrderGiveWhatAllAtOnceGive(t *testing.T) {
	files := month()
	all := newHouse(t, twoCohorts).take(files...)
	back := newHouse(t, twoCohorts)
	for i := len(files) - 2; i >= 0; i -= 2 {
		back.take(files[i], files[i+1])
	}
	sameDump(t, back.dump(), all.dump())
}

func TestTheSameBytesAreStoredOnce(t *testing.T) {
	h := newHouse(t, twoCohorts).take(month()...)
	before := h.dump()
	h.take("again.csv", list)
	same := h.last.Files[0]
	if same.Status != ingest.StatusKnown || same.Rows.Repeated != 3 || same.Rows.Loaded != 0 {
		t.Errorf("status %s, rows %+v", same.Status, same.Rows)
	}
	sameDump(t, h.dump(), before)
}

func TestADryRunChangesNothingAndSaysAll(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", list)
	before := h.dump()
	path := filepath.Join(h.dir, "came.csv")
	if err := os.WriteFile(path, []byte("session_id,session_date,name,status\ns1,2025-10-06,Bo Skow,present\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.run([]string{path}, ingest.Options{DryRun: true})
	if f := h.last.Files[0]; f.Status != ingest.StatusDry || f.Rows.Loaded != 1 || len(h.last.Questions) != 1 {
		t.Errorf("file %+v, %d questions", f, len(h.last.Questions))
	}
	sameDump(t, h.dump(), before)
}

func TestADryRunTellsOnlyOfAColumnsOwnMarks(t *testing.T) {
	h := newHouse(t, twoCohorts)
	path := filepath.Join(h.dir, "register.csv")
	if err := os.WriteFile(path, []byte("Name,2025-10-06,2025-10-20,Review\nBo Skow,x,x,x\nCy Roe,x,x,x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.run([]string{path}, ingest.Options{DryRun: true})
	var got []string
	for _, c := range h.last.Files[0].Columns {
		got = append(got, c.TakenFor)
	}
	same(t, "taken for", strings.Join(got, ","), "name,mark,mark,")
}

func TestAFileThatTakesAnothersPlaceLeavesNothingOfIt(t *testing.T) {
	h := newHouse(t, twoCohorts).take("old.csv", "session_id,date,title\ns1,2025-10-06,One\ns2,2025-10-07,A slip\n")
	old := h.ids["old.csv"]
	path := filepath.Join(h.dir, "new.csv")
	if err := os.WriteFile(path, []byte("session_id,date,title\ns1,2025-10-06,One\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.run([]string{path}, ingest.Options{Replaces: []string{old}})
	h.want("sessions", "SELECT session_id FROM main.session", "s1")
	h.want("texts of the old file", "SELECT count(*) FROM private.text WHERE file_id = '"+old+"'", "0")
}

func TestAFileThatCannotBeReadFailsAlone(t *testing.T) {
	h := newHouse(t, twoCohorts)
	var paths []string
	for name, text := range map[string]string{"good.csv": list, "bad.csv": "what,is\nthis,?\n"} {
		paths = append(paths, filepath.Join(h.dir, name))
		if err := os.WriteFile(paths[len(paths)-1], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := ingest.Run(t.Context(), h.w.Store("c"), paths, ingest.Options{Settings: h.basis.Settings, Say: wordless{}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Files {
		if want := map[string]string{"good.csv": ingest.StatusStored, "bad.csv": ingest.StatusUnknown}[filepath.Base(f.File)]; f.Status != want {
			t.Errorf("%s: %s", f.File, f.Status)
		}
	}
	h.want("stored", "SELECT count(*) FROM main.source_file", "1")
}

func TestGenuineRowsThatAreEqualStayAndAnExportAgainRepeatsThem(t *testing.T) {
	asked := "session_id,raised_by,kind,text\ns1,m1,question,Why?\ns1,m1,question,Why?\n"
	h := newHouse(t, twoCohorts).take("asked.csv", asked)
	h.want("both", "SELECT count(*) FROM main.contribution WHERE counts", "2")
	h.take("again.csv", asked+"s1,m1,question,Why?\n")
	h.want("the third is new", "SELECT count(*) FROM main.contribution WHERE counts", "3")
	if rows := h.last.Files[0].Rows; rows.Loaded+rows.Repeated != 3 {
		t.Errorf("rows %+v", rows)
	}
}
