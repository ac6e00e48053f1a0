package page

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"valuetrail/internal/need"
	"valuetrail/reports"
)

// watch notes what a page must not do.
type watch struct {
	mu       sync.Mutex
	requests []string
	messages []string
}

func (w *watch) note(list *[]string, what string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	*list = append(*list, what)
}

func (w *watch) listen(ctx context.Context) {
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			w.note(&w.requests, e.Request.URL)
		case *runtime.EventConsoleAPICalled:
			w.note(&w.messages, "console: "+e.Type.String())
		case *runtime.EventExceptionThrown:
			w.note(&w.messages, "exception: "+e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			w.note(&w.messages, "log: "+e.Entry.Text)
		case *page.EventJavascriptDialogOpening:
			w.note(&w.messages, "dialog: "+e.Message)
			go func() { _ = chromedp.Run(ctx, page.HandleJavaScriptDialog(false)) }()
		}
	})
}

// browser opens a headless browser without a network, and the file of r.
func browser(t *testing.T, r reports.Report) (ctx context.Context, address string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(draw(t, r)), 0o600); err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(need.Chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	allocated, free := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(free)
	ctx, done := chromedp.NewContext(allocated)
	t.Cleanup(done)
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(stop)
	return ctx, "file://" + file
}

const (
	countCharts = `Array.from(document.querySelectorAll('.chart')).filter(c => c.clientHeight > 100 && c.querySelectorAll('svg path').length > 3).length`
	overflow    = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
	openFolds   = `document.querySelectorAll('details[open]').length`
	pointAtAll  = `document.querySelectorAll('.chart path').forEach(p => p.dispatchEvent(new MouseEvent('mousemove', {bubbles: true, clientX: p.getBoundingClientRect().x + 3, clientY: p.getBoundingClientRect().y + 3})))`
)

func TestPageIsQuietInABrowser(t *testing.T) {
	cases := map[string]reports.Report{"as usual": lakeside(), "with hostile text": hostileLakeside(), "with a hostile picture": dressedLakeside(hostilePicture)}
	for name, r := range cases {
		t.Run(name, func(t *testing.T) {
			ctx, address := browser(t, r)
			seen := &watch{}
			seen.listen(ctx)
			for _, width := range []int64{1280, 768, 360, 320} {
				var charts, over, open int
				var marks any
				if err := chromedp.Run(ctx, network.Enable(), log.Enable(), emulation.SetDeviceMetricsOverride(width, 900, 1, width < 500),
					chromedp.Navigate(address), chromedp.Evaluate(countCharts, &charts), chromedp.Evaluate(openFolds, &open),
					chromedp.Evaluate(pointAtAll, &marks), chromedp.Evaluate(overflow, &over)); err != nil {
					t.Fatal(err)
				}
				if charts != 3 || over > 0 || open != 0 {
					t.Errorf("at %d pixels: %d charts, %d pixels too wide, %d folds open", width, charts, over, open)
				}
			}
			seen.mu.Lock()
			defer seen.mu.Unlock()
			for _, url := range seen.requests {
				if url != address && url != "data:," && !strings.HasPrefix(url, "data:image/svg+xml;base64,") {
					t.Errorf("asked for %s", url)
				}
			}
			for _, m := range seen.messages {
				t.Error(m)
			}
		})
	}
}

func TestPageIsWholeWithoutScripts(t *testing.T) {
	ctx, address := browser(t, lakeside())
	var folds, shown, over int
	if err := chromedp.Run(ctx, emulation.SetScriptExecutionDisabled(true), emulation.SetDeviceMetricsOverride(360, 900, 1, true), chromedp.Navigate(address),
		chromedp.Evaluate(openFolds, &folds), chromedp.Evaluate(`Array.from(document.querySelectorAll('.chart')).filter(c => c.clientHeight > 0).length`, &shown),
		chromedp.Evaluate(overflow, &over)); err != nil {
		t.Fatal(err)
	}
	if folds != 5 || shown != 0 || over > 0 {
		t.Errorf("%d tables and explanations open, %d empty charts, %d pixels too wide; want 5, 0, 0", folds, shown, over)
	}
}

func TestPaperShowsEverything(t *testing.T) {
	ctx, address := browser(t, lakeside())
	var pdf []byte
	var during string
	if err := chromedp.Run(ctx, chromedp.Navigate(address),
		chromedp.Evaluate(`addEventListener('beforeprint', () => { document.title = document.querySelectorAll('details[open]').length + ' open, chart ' + document.querySelector('.chart svg').getAttribute('width') }); 0`, nil),
		chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
			return err
		}), chromedp.Title(&during)); err != nil {
		t.Fatal(err)
	}
	if during != "5 open, chart 620" {
		t.Errorf("while printing: %s", during)
	}
	if pages := strings.Count(string(pdf), "/Type /Page\n"); pages < 3 || pages > 10 {
		t.Errorf("%d pages", pages)
	}
}

// Sixty rows nobody reads take four sheets of paper: it shows the first and says
// how many there are elsewhere.
func TestPaperSaysHowManyRowsItLeavesOut(t *testing.T) {
	r := lakeside()
	table := &r.Sections[0].Figures[0].Table
	table.AtOnce, table.Rows = 2, [][]reports.TableCell{row("one", "1", "2", "3", "4"), row("two", "1", "2", "3", "4"), row("three", "1", "2", "3", "4"), row("four", "1", "2", "3", "4")}
	ctx, address := browser(t, r)
	var says, screen, paper, during string
	const rest = `const rest = document.querySelector('.rest'); `
	const where = `getComputedStyle(document.querySelector('.rest .paper')).display`
	if err := chromedp.Run(ctx, chromedp.Navigate(address), chromedp.Evaluate(`document.querySelector('.rest summary').textContent`, &says), chromedp.Evaluate(where, &screen),
		chromedp.Evaluate(rest+`addEventListener('beforeprint', () => { document.title = 'open: ' + rest.open + ', numbers: ' + document.querySelector('.numbers').open }); 0`, nil),
		emulation.SetEmulatedMedia().WithMedia("print"), chromedp.ActionFunc(func(ctx context.Context) error {
			_, _, err := page.PrintToPDF().Do(ctx)
			return err
		}), chromedp.Title(&during), chromedp.Evaluate(where, &paper)); err != nil {
		t.Fatal(err)
	}
	if during != "open: false, numbers: true" || !strings.HasPrefix(says, "and 2 more, on the screen and in the workbook") || screen != "none" || paper != "inline" {
		t.Errorf("%q, where: %s on the screen, %s on paper; while printing %s", says, screen, paper, during)
	}
}
