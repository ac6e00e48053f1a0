package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"valuetrail/internal/need"
)

// seen is what a page did in a browser beside being shown.
type seen struct {
	mu   sync.Mutex
	what []string
}

func (s *seen) note(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.what = append(s.what, what)
}

// watch notes requests, messages, and what the page's policy forbade.
func (s *seen) watch(ctx context.Context, address string) {
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if url := e.Request.URL; url != address && url != "data:," {
				s.note("asked for " + url)
			}
		case *runtime.EventConsoleAPICalled:
			s.note("console: " + e.Type.String())
		case *runtime.EventExceptionThrown:
			s.note("exception: " + e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			s.note("log: " + e.Entry.Text)
		case *audits.EventIssueAdded:
			if e.Issue.Code == audits.InspectorIssueCodeContentSecurityPolicyIssue {
				s.note("policy: " + string(e.Issue.Code))
			}
		}
	})
}

// browser opens a headless browser without a network.
func browser(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(need.Chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	allocated, free := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(free)
	ctx, done := chromedp.NewContext(allocated)
	t.Cleanup(done)
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(stop)
	return ctx
}

// calls is a folder with the real reports of two meeting platforms and nothing
// else: no member list, no survey, no settings.
func calls(t *testing.T) desk {
	t.Helper()
	exports := filepath.Join(need.Shared(t), "exports")
	d := newDesk(t)
	n := 0
	for _, source := range []string{"zoom", "teams"} {
		files, err := filepath.Glob(filepath.Join(exports, source, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				continue // a folder
			}
			d.write(filepath.Join("in", source, filepath.Base(name)), data)
			n++
		}
	}
	if n == 0 {
		t.Fatal("no reports of meetings")
	}
	if code, out, said := d.types("ingest", d.path("in")); code != exitDone && code != exitKept {
		t.Fatalf("exit code %d\n%s%s", code, out, said)
	}
	d.gets(exitDone, "report", "--out", d.path("sponsor"))
	return d
}

const (
	tooWide = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
	// hidden are words that stick out of the page or under 11 pixels.
	unreadable = `Array.from(document.querySelectorAll('main p, main li, main dd, main td, main th, h1, h2, h3')).filter(e => {
		const box = e.getBoundingClientRect(), fold = e.closest('details:not([open])'), scroll = e.closest('.scroll')
		return !fold && !scroll && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1 || parseFloat(getComputedStyle(e).fontSize) < 11)
	}).map(e => e.textContent.trim().slice(0, 60))`
	drawnCharts = `Array.from(document.querySelectorAll('.chart')).filter(c => c.querySelectorAll('svg path').length > 3).length + ' of ' + document.querySelectorAll('.chart').length`
)

func TestSponsorsPageIsQuietAndReadable(t *testing.T) {
	cases := map[string]struct {
		desk   func(*testing.T) desk
		charts string
	}{
		"of the samples": {func(t *testing.T) desk { d, _, _ := lakeside(t); return d }, "5 of 5"},
		"of real calls":  {calls, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := c.desk(t)
			ctx, address := browser(t), "file://"+d.path("sponsor.html")
			beside := &seen{}
			beside.watch(ctx, address)
			if err := chromedp.Run(ctx, network.Enable(), log.Enable(), audits.Enable()); err != nil {
				t.Fatal(err)
			}
			for _, width := range []int64{1280, 768, 360} {
				var over int
				var lost []string
				var charts, headline string
				if err := chromedp.Run(ctx, emulation.SetDeviceMetricsOverride(width, 900, 1, width < 500), chromedp.Navigate(address),
					chromedp.Evaluate(tooWide, &over), chromedp.Evaluate(unreadable, &lost), chromedp.Evaluate(drawnCharts, &charts), chromedp.Text("h1", &headline)); err != nil {
					t.Fatal(err)
				}
				if over > 0 || len(lost) > 0 || headline == "" {
					t.Errorf("at %d pixels: %d pixels too wide, cannot be read: %q", width, over, lost)
				}
				if c.charts != "" && charts != c.charts {
					t.Errorf("at %d pixels: %s charts are drawn", width, charts)
				}
			}
			printed(ctx, t)
			beside.mu.Lock()
			defer beside.mu.Unlock()
			if len(beside.what) > 0 {
				t.Errorf("the page did more than be shown:\n%s", strings.Join(beside.what, "\n"))
			}
		})
	}
}

// printed prints the page and looks at the number of sheets.
func printed(ctx context.Context, t *testing.T) {
	t.Helper()
	var pdf []byte
	if err := chromedp.Run(ctx, emulation.ClearDeviceMetricsOverride(), chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
		return err
	})); err != nil {
		t.Fatal(err)
	}
	if pages := strings.Count(string(pdf), "/Type /Page\n"); pages < 1 || pages > 26 {
		t.Errorf("%d pages on paper", pages)
	}
}
