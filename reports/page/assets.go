package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"strings"
)

//go:embed assets/head.gohtml assets/body.gohtml assets/parts.gohtml
var parts embed.FS

//go:embed assets/page.css
var pageStyle string

//go:embed assets/evaluator.css
var evaluatorStyle string

//go:embed assets/boot.js
var bootScript string

//go:embed assets/echarts.min.js
var chartLibrary string

// unix gives a text the line ends that a browser sees: a checkout with others
// would break the hashes of the policy.
func unix(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// policy lets the page run our scripts, apply our style, and nothing else. The
// chart library sets style attributes.
func policy(style string, scripts []string) string {
	var b strings.Builder
	b.WriteString("default-src 'none'; script-src")
	for _, s := range scripts {
		b.WriteString(" " + hash(s))
	}
	b.WriteString("; style-src " + hash(style) + "; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'")
	return b.String()
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
