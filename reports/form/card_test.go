package form

import (
	"context"
	"encoding/base64"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"valuetrail/internal/message"
	"valuetrail/internal/need"
	"valuetrail/internal/vocabulary"
)

// sixGroups are the standard groups and one of somebody's own, with a name that
// must not become markup.
func sixGroups() []Group {
	var all []Group
	for _, id := range StandardGroups {
		all = append(all, Group{ID: id, Title: strings.ReplaceAll(id, "_", " "), Stewards: "what it looks after"})
	}
	return append(all, Group{ID: "mine", Title: `<img src=x onerror=alert(1)>`, Stewards: `"a" & b`}, Group{ID: "plain", Title: "Plain"})
}

func TestEachGroupHasACardWithWhatToDoAndWhereToWriteIt(t *testing.T) {
	data, err := Cards(sixGroups(), "Lakeside", "en")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if n := strings.Count(text, `<section class="sheet card">`); n != len(sixGroups()) {
		t.Errorf("%d cards, want %d", n, len(sixGroups()))
	}
	for _, bad := range []string{"<img", "card.", "{1}", "[[", "<script"} {
		if strings.Contains(text, bad) {
			t.Errorf("the cards hold %q", bad)
		}
	}
	say := message.For("en")
	for _, id := range append(StandardGroups, "other") {
		for _, part := range []string{"before", "during", "after"} {
			if !say.Has("card." + id + "." + part + ".2") {
				t.Errorf("%s: fewer than two things to do %s a meeting", id, part)
			}
		}
	}
}

func TestCardsNameTemplatesAndHeadingsThatExist(t *testing.T) {
	all := append([]record(nil), everyGroup...)
	for _, id := range StandardGroups {
		if len(ofGroup[id]) == 0 {
			t.Errorf("%s writes nothing down", id)
		}
		all = append(all, ofGroup[id]...)
	}
	for _, r := range all {
		s := sheetOf(t, r.kind)
		for _, h := range strings.Fields(r.headings) {
			if s.Index(h) < 0 {
				t.Errorf("%s has no heading %s", r.kind, h)
			}
		}
		for _, f := range s.Fields {
			if f.Need == vocabulary.Required && !strings.Contains(" "+r.headings+" ", " "+f.Heading+" ") {
				t.Errorf("a card leaves out %s, which %s needs", f.Heading, r.kind)
			}
		}
		if !message.For("en").Has("card.record." + string(r.kind)) {
			t.Errorf("no words for %s", r.kind)
		}
	}
}

func TestTheStorySheetAsksWhatTheSheetOfStoriesHolds(t *testing.T) {
	data, err := StorySheet("Lakeside", "en")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if strings.Contains(text, "storysheet.") || strings.Contains(text, "{1}") {
		t.Error("a sentence is missing")
	}
	s := sheetOf(t, vocabulary.Stories)
	asked := map[string]bool{}
	for _, m := range regexp.MustCompile(`<code>([^<]+)</code>`).FindAllStringSubmatch(text, -1) {
		asked[m[1]] = true
	}
	for _, page := range storyLayout {
		for _, b := range page {
			for _, row := range b.rows {
				for _, cell := range row {
					if h, _, _ := strings.Cut(cell, ":"); s.Index(h) < 0 || !asked[h] {
						t.Errorf("%s is no heading of the sheet, or not shown", h)
					}
				}
			}
		}
	}
	for _, f := range s.Fields {
		if f.Need == vocabulary.Required && !asked[f.Heading] {
			t.Errorf("the sheet does not ask for %s", f.Heading)
		}
	}
	for _, w := range s.Fields[s.Index("consent_scope")].Choice.Words {
		if !asked[w] {
			t.Errorf("the consent %s is not offered", w)
		}
	}
}

func TestCardsAndStorySheetPrintOnePageEachOnA4AndLetter(t *testing.T) {
	cards, err := Cards(sixGroups(), "Lakeside owner-managers' network", "en")
	if err != nil {
		t.Fatal(err)
	}
	story, err := StorySheet("Lakeside owner-managers' network", "en")
	if err != nil {
		t.Fatal(err)
	}
	allocated, free := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(need.Chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU)...)
	defer free()
	ctx, done := chromedp.NewContext(allocated)
	defer done()
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	for name, c := range map[string]struct {
		html  []byte
		pages int
	}{"cards": {cards, len(sixGroups())}, "story": {story, 2}} {
		for paper, size := range map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}} {
			var pdf []byte
			err := chromedp.Run(ctx, chromedp.Navigate("data:text/html;base64,"+base64.StdEncoding.EncodeToString(c.html)),
				chromedp.ActionFunc(func(ctx context.Context) (err error) {
					pdf, _, err = page.PrintToPDF().WithPaperWidth(size[0]).WithPaperHeight(size[1]).WithPreferCSSPageSize(false).WithMarginTop(0.47).WithMarginBottom(0.47).WithMarginLeft(0.55).WithMarginRight(0.55).Do(ctx)
					return err
				}))
			if err != nil {
				t.Fatal(err)
			}
			if folder := os.Getenv("LOOK"); folder != "" {
				_ = os.WriteFile(folder+"/"+name+"-"+paper+".pdf", pdf, 0o600)
			}
			if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); n != c.pages {
				t.Errorf("%s on %s takes %d pages, want %d", name, paper, n, c.pages)
			}
		}
	}
}
