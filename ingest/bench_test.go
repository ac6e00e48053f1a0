package ingest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"valuetrail/ingest"
)

// aMonth writes the exports of a month: six files, 500 rows.
func aMonth(b *testing.B, dir string) []string {
	b.Helper()
	files := map[string]string{"list.csv": "member_id,display_name,email,cohort,org_unit,join_date\n", "sessions.csv": "session_id,date,start,minutes,kind,title\n",
		"zoom.csv": "session_id,session_date,name,email,joined,left\n", "paper.csv": "session_date,session_title,name,status\n",
		"answers.csv": "wave_id,respondent_id,submitted_at,Useful?,Used it?,What changed?\n", "stories.csv": "story_id,collected_on,teller_id,activity,output,application,consent_scope\n"}
	for n := range 120 {
		files["list.csv"] += fmt.Sprintf("m%d,Member Number%d,m%d@firm.org,a,unit %d,2025-09-01\n", n, n, n, n%7)
		files["zoom.csv"] += fmt.Sprintf("s%d,2025-10-%02d,Member Number%d,m%d@firm.org,2025-10-%02dT10:%02d:00Z,2025-10-%02dT11:00:00Z\n", n%4, n%4*7+1, n%100, n%100, n%4*7+1, n%30, n%4*7+1)
		files["paper.csv"] += fmt.Sprintf("2025-10-%02d,Kick-off %d,Member Number%d,present\n", n%4*7+1, n%4, n)
		if n < 100 {
			files["answers.csv"] += fmt.Sprintf("w1,m%d,2025-10-20T10:%02d:00Z,%d,%s,Something %d\n", n, n%60, n%5+1, []string{"yes", "no"}[n%2], n)
		}
		if n < 30 {
			files["stories.csv"] += fmt.Sprintf("v%d,2025-10-%02d,m%d,We met,A list,I used it %d,community\n", n, n%28+1, n, n)
		}
		if n < 10 {
			files["sessions.csv"] += fmt.Sprintf("s%d,2025-10-%02d,10:00,60,meeting,Kick-off %d\n", n, n%4*7+1, n%4)
		}
	}
	var paths []string
	for name, text := range files {
		paths = append(paths, filepath.Join(dir, name))
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return paths
}

func BenchmarkMonth(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		h := newHouse(b, twoCohorts)
		paths := aMonth(b, h.dir)
		b.StartTimer()
		h.run(paths, ingest.Options{})
	}
}

func BenchmarkAttendanceOf100kRows(b *testing.B) {
	var text strings.Builder
	text.WriteString("session_id,session_date,name,email,joined,left\n")
	for n := range 100_000 {
		day, who := n/1000%28+1, n%1000
		fmt.Fprintf(&text, "s%d,2025-10-%02d,Member Number%d,m%d@firm.org,2025-10-%02dT10:%02d:00Z,2025-10-%02dT11:00:00Z\n", n/1000, day, who, who, day, n%60, day)
	}
	for b.Loop() {
		b.StopTimer()
		h := newHouse(b, twoCohorts)
		path := filepath.Join(h.dir, "came.csv")
		if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		h.run([]string{path}, ingest.Options{})
	}
	b.ReportMetric(100_000*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
