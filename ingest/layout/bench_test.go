package layout

import (
	"fmt"
	"strings"
	"testing"
)

// nowhere takes rows and forgets them.
type nowhere struct{ rows int }

func (n *nowhere) Row(Row) error   { n.rows++; return nil }
func (n *nowhere) Problem(Problem) {}

func benchmark(b *testing.B, l Layout, text string, rows int) {
	file := book(b, "b.csv", text)
	b.ReportAllocs()
	for b.Loop() {
		to := &nowhere{}
		if _, err := l.Read(file, Said{Wave: "w"}, to); err != nil || to.rows < rows {
			b.Fatal(err, to.rows)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
}

func BenchmarkOwnSurvey(b *testing.B) {
	var text strings.Builder
	text.WriteString("wave_id,respondent_id,submitted_at")
	for i := range 37 {
		fmt.Fprintf(&text, ",Question %d", i)
	}
	for i := range 5000 {
		fmt.Fprintf(&text, "\nw1,m%d,2025-09-01 10:%02d:%02d%s", i, i/60%60, i%60, strings.Repeat(",4", 37))
	}
	benchmark(b, Own{}, text.String(), 5000)
}

func BenchmarkQualtrics(b *testing.B) {
	benchmark(b, Qualtrics{}, qualtricsCSV+strings.Repeat("2025-01-10 08:00:00,2025-01-10 08:05:00,IP Address,100,True,2025-01-10 08:05:01,R_1,ann@b.org,m1,email,4,x,1,1\n", 5000), 5000)
}

func BenchmarkZoom(b *testing.B) {
	benchmark(b, Zoom{}, zoomClassic+strings.Repeat("Ann Lee,ann@example.org,09/03/2025 02:58:11 PM,09/03/2025 04:05:42 PM,68,No,Yes,No\r\n", 5000), 5000)
}
