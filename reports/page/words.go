package page

import (
	"fmt"
	"strings"

	"valuetrail/reports"
)

// Word is a fixed word of the page. A page that lacks one is not drawn: write
// says so.
func (v *view) Word(key string, values ...any) string {
	if !v.print.Has("page." + key) {
		v.missing = append(v.missing, key)
	}
	return v.print.Say("page."+key, values...)
}

// wordOr is a word for what comes from the report, itself where there is none.
func (v *view) wordOr(key, itself string) string {
	if !v.print.Has(key) {
		return itself
	}
	return v.print.Say(key)
}

// markOf is what the mark of a cell says.
func (v *view) markOf(c reports.TableCell) string {
	return v.wordOr("page.mark."+strings.Trim(c.Mark, "[]"), c.Mark)
}

// wordless is the error of a page that lacks words, nil where it has them all.
func (v *view) wordless() error {
	if len(v.missing) == 0 {
		return nil
	}
	return fmt.Errorf("no word for %s", strings.Join(v.missing, ", "))
}

// storyTexts are the keys of the six texts, in the order of the template.
var storyTexts = [6]string{"text.activity", "text.output", "text.application", "text.personal", "text.organization", "text.success"}
