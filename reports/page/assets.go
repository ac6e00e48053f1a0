package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"strings"
)

//go:embed assets/head.gohtml assets/body.gohtml assets/parts.gohtml assets/page.css assets/boot.js assets/echarts.min.js
var assets embed.FS

// asset is an embedded text. Line ends are those that a browser sees: a
// checkout with others would break the hashes of the policy.
func asset(name string) string {
	text, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic("page: " + err.Error())
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

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
