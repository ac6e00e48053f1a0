package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"valuetrail/internal/need"
)

// What a sponsor must have read stands on one sheet of paper: the last line of
// what is asked and of what became of it too, in a draft, which is longer.
func TestPageOneOfTheDemoIsOneSheet(t *testing.T) {
	toText := need.Pdftotext(t)
	t.Chdir(t.TempDir())
	program(t, exitDone, "demo", "shown")
	at, err := filepath.Abs("shown/sponsor.html")
	if err != nil {
		t.Fatal(err)
	}
	var pdf []byte
	var lines []string
	if err := chromedp.Run(browser(t), chromedp.Navigate("file://"+at), chromedp.Evaluate(`[...document.querySelectorAll('.findings li p, .closing li')].map(e => e.textContent)`, &lines),
		chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
			return err
		})); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("sponsor.pdf", pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	first, err := exec.Command(toText, "-f", "1", "-l", "1", "-raw", "sponsor.pdf", "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) < 8 {
		t.Fatalf("page one has %d lines: %q", len(lines), lines)
	}
	for _, line := range lines {
		if !strings.Contains(unbroken(string(first)), unbroken(line)) {
			t.Errorf("not on the first sheet: %q", line)
		}
	}
}

// unbroken is a text without its blanks and line ends.
func unbroken(text string) string { return strings.Join(strings.Fields(text), "") }
