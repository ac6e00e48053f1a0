// Package page draws a Report as one HTML page that needs nothing else: no
// network, no other file, and no script to be read in full. It adds no figure
// of its own; it knows neither indicators nor the gate.
package page

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"regexp"

	"valuetrail/reports"
)

var templates = template.Must(template.New("").ParseFS(parts, "assets/*.gohtml"))

// Draw writes r as an HTML page. The same Report gives the same bytes. It
// writes nothing when r cannot be drawn.
func Draw(w io.Writer, r reports.Report) error {
	if err := fits(r.Look); err != nil {
		return fmt.Errorf("draw page: %w", err)
	}
	v, err := newView(r)
	if err != nil {
		return fmt.Errorf("draw page: %w", err)
	}
	var page bytes.Buffer
	if err := v.write(&page); err != nil {
		return fmt.Errorf("draw page: %w", err)
	}
	_, err = page.WriteTo(w)
	return err
}

// write puts the page together. The style and the scripts are ours and fixed,
// so they pass by the template, as the bytes that the policy has the hashes of.
func (v *view) write(page *bytes.Buffer) error {
	scripts := []string{unix(bootScript)}
	if len(v.Charts) > 0 {
		scripts = []string{unix(chartLibrary), unix(bootScript)}
	}
	style := unix(pageStyle) + v.colours()
	if v.Explained() {
		style += unix(evaluatorStyle)
	}
	v.Policy = policy(style, scripts)
	if err := templates.ExecuteTemplate(page, "head.gohtml", v); err != nil {
		return err
	}
	page.WriteString("<style>" + style + "</style>\n</head>\n")
	var body bytes.Buffer
	if err := templates.ExecuteTemplate(&body, "body.gohtml", v); err != nil {
		return err
	}
	page.Write(kept(body.Bytes()))
	for _, s := range scripts {
		page.WriteString("<script>" + s + "</script>\n")
	}
	page.WriteString("</body>\n</html>\n")
	return v.wordless()
}

var (
	between = regexp.MustCompile(`>[^<]*<`)
	percent = regexp.MustCompile(`(\d) %`)
)

// kept keeps numbers and their per cent signs on one line: what stands between
// the tags, for the names of figures are in them.
func kept(body []byte) []byte {
	return between.ReplaceAllFunc(body, func(text []byte) []byte { return percent.ReplaceAll(text, []byte("$1\u00a0%")) })
}
