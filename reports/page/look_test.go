package page

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"valuetrail/reports"
)

// hostilePicture does what a picture should not, wherever it is taken for more
// than a picture.
const hostilePicture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20" onload="alert(1)"><script>alert(2)</script>` +
	`<style>@import url(https://example.org/x.css);</style><image href="https://example.org/x.png" width="9" height="9"/>` +
	`<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(3)</script></body></foreignObject><path d="M0 0h40v20z"/></svg>`

func dressedLakeside(picture string) reports.Report {
	r := lakeside()
	r.Look = reports.Look{Accent: "#00535E", Second: "#7A3B00", Logo: &reports.Picture{Type: "image/svg+xml", Data: []byte(picture)}}
	return r
}

func TestALogoIsAnImageWithTheCommunitysNameAndNothingElse(t *testing.T) {
	page := draw(t, dressedLakeside(hostilePicture))
	var shown []*html.Node
	for _, n := range elements(t, page) {
		if n.Data == "img" {
			shown = append(shown, n)
		}
	}
	if len(shown) != 1 || shown[0].Parent.Data != "header" || attribute(shown[0], "alt") != lakeside().Title {
		t.Fatalf("%d images", len(shown))
	}
	data, ok := strings.CutPrefix(attribute(shown[0], "src"), "data:image/svg+xml;base64,")
	if got, err := base64.StdEncoding.DecodeString(data); !ok || err != nil || string(got) != hostilePicture {
		t.Errorf("another picture: %q, %v", got, err)
	}
	if strings.Contains(page, "example.org/x") || strings.Contains(page, "onload=\"alert") {
		t.Error("what is in the picture is in the page")
	}
	if page != draw(t, dressedLakeside(hostilePicture)) {
		t.Error("two pages of one report differ")
	}
	if strings.Contains(draw(t, lakeside()), "<img") {
		t.Error("a page without a logo has one")
	}
}

func TestTheColoursOfACommunityAreThoseOfItsPage(t *testing.T) {
	page := draw(t, dressedLakeside(hostilePicture))
	style, policy := "", ""
	for _, n := range elements(t, page) {
		switch {
		case n.Data == "style":
			style = text(n)
		case attribute(n, "http-equiv") == "Content-Security-Policy":
			policy = attribute(n, "content")
		}
	}
	if !strings.HasSuffix(style, ":root{--blue:#00535E}\n:root{--pink:#7A3B00}\n") {
		t.Errorf("the style ends with %q", style[len(style)-80:])
	}
	if !strings.Contains(policy, hash(style)) {
		t.Error("a browser would not apply the style")
	}
	r := dressedLakeside(hostilePicture)
	r.Look.Second = ""
	if strings.Contains(draw(t, r), "#7A3B00") {
		t.Error("one colour became two")
	}
}

func TestALookThatIsMoreThanALookIsNotDrawn(t *testing.T) {
	for want, look := range map[string]reports.Look{
		"want a colour":  {Accent: "#12436D}body{display:none"},
		"want a colour ": {Second: "red"},
		"want a picture": {Logo: &reports.Picture{Type: "text/html", Data: []byte("<script>")}},
	} {
		r := lakeside()
		r.Look = look
		var page bytes.Buffer
		if err := Draw(&page, r); err == nil || !strings.Contains(err.Error(), want) || page.Len() > 0 {
			t.Errorf("%+v: %v, %d bytes", look, err, page.Len())
		}
	}
}

func TestALogoIsSeenInABrowser(t *testing.T) {
	ctx, address := browser(t, dressedLakeside(hostilePicture))
	var wide int
	var colour string
	if err := chromedp.Run(ctx, chromedp.Navigate(address), chromedp.Evaluate(`document.querySelector('img.logo').naturalWidth`, &wide),
		chromedp.Evaluate(`getComputedStyle(document.querySelector('h1')).color`, &colour)); err != nil {
		t.Fatal(err)
	}
	if wide != 40 || colour != "rgb(0, 83, 94)" {
		t.Errorf("a picture %d wide, a heading in %s", wide, colour)
	}
}
