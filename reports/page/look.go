package page

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"regexp"
	"slices"

	"valuetrail/reports"
)

var (
	colour   = regexp.MustCompile(`^(#[0-9A-Fa-f]{6})?$`)
	pictures = []string{"image/png", "image/jpeg", "image/svg+xml"}
)

// fits refuses a look that would say more in the style than a colour, or be more
// in the page than a picture.
func fits(l reports.Look) error {
	for _, c := range []string{l.Accent, l.Second} {
		if !colour.MatchString(c) {
			return fmt.Errorf("want a colour like #12436D, found %q", c)
		}
	}
	if l.Logo != nil && !slices.Contains(pictures, l.Logo.Type) {
		return fmt.Errorf("want a picture of a kind in %q, found %q", pictures, l.Logo.Type)
	}
	return nil
}

// colours is the style that puts the community's colours in the place of ours.
func (v *view) colours() string {
	style := ""
	if v.Look.Accent != "" {
		style += ":root{--blue:" + v.Look.Accent + "}\n"
	}
	if v.Look.Second != "" {
		style += ":root{--pink:" + v.Look.Second + "}\n"
	}
	return style
}

// Logo is the picture as an address that needs no other file, "" for none. It
// may only ever be shown by an img: there a browser runs no script of a picture
// and loads nothing that it names.
func (v *view) Logo() template.URL {
	if v.Look.Logo == nil {
		return ""
	}
	return template.URL("data:" + v.Look.Logo.Type + ";base64," + base64.StdEncoding.EncodeToString(v.Look.Logo.Data))
}
