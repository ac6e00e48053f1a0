package sheet

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// What the quick way takes at one go gives what the tokens give one by one, for
// which a line break before the first attribute is enough.
func TestTheQuickWayToReadACellGivesWhatTheSlowOneGives(t *testing.T) {
	random := rand.New(rand.NewSource(5))
	pick := func(from ...string) string { return from[random.Intn(len(from))] }
	rows := 500
	if testing.Short() {
		rows = 100
	}
	for range rows {
		var row strings.Builder
		for range 1 + random.Intn(4) {
			address := pick("", fmt.Sprintf(` r="%s1"`, pick("A", "C", "b", "Z", "AA", "XFD", "XFE", "")), ` r="A2"`, ` r="$A$1"`)
			attributes := []string{address, pick("", "", ` s="1"`, ` s="4"`, ` s="99"`, ` s="x"`), pick("", "", ` t="s"`, ` t="b"`, ` t="str"`, ` t="e"`, ` t="inlineStr"`, ` t="n"`, ` t="?"`), pick("", "", "", ` cm="1"`, ` x=">"`)}
			random.Shuffle(len(attributes), func(i, j int) { attributes[i], attributes[j] = attributes[j], attributes[i] })
			text := pick("0", "1", "2", "7.50", "", " 3 ", "46085", "é", "\xff", "a\rb", "x_x0041_", "&amp;", "&", "]]>", "1e3", strings.Repeat("w", 70_000))
			body := pick("<v>"+text+"</v>", "<v>"+text+"</v>", "<is><t>"+text+"</t></is>", `<is><t xml:space="preserve">`+text+"</t></is>", "<f>1</f><v>"+text+"</v>", "<f>1</f>", "<v/>", "", "<v>"+text)
			cell := "<c" + strings.Join(attributes, "") + ">" + body + "</c>"
			if body == "" && random.Intn(2) == 0 {
				cell = "<c" + strings.Join(attributes, "") + "/>"
			}
			row.WriteString(cell)
		}
		told := func(cells string) string {
			b, err := Read("t", zipped(t, parts(`<row r="1">`+cells+`</row><row r="2"><c r="A2"><v>1</v></c></row>`)), Options{})
			if err != nil {
				return err.Error()
			}
			rows, err := everyRow(b)
			return fmt.Sprint(rows, b.Notes, err)
		}
		quick := row.String()
		slow := strings.ReplaceAll(strings.ReplaceAll(quick, "<c ", "<c\n"), "<c>", "<c\n>")
		if a, b := told(quick), told(slow); a != b {
			t.Fatalf("%.300q\nquick %.300s\nslow  %.300s", quick, a, b)
		}
	}
}
