package settings

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

var colourPattern = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// mostColours are the accent and the second one; leastContrast is what text needs
// to be read (WCAG 2.2, 1.4.3, level AA).
const mostColours, leastContrast = 2, 4.5

// colour reads a colour of the page, in which it will write.
func (r *reader) colour(n ast.Node, all *[]string) {
	var c string
	r.text(&c)(n)
	switch {
	case !colourPattern.MatchString(c):
		r.fault(n, "want a colour, found "+shown(n), `write it like "#12436D", in quotation marks`)
		return
	case len(*all) == mostColours:
		r.fault(n, "want one or two colours, found another: "+c, "the first is for headings, links and rules, the second for the mark of a draft and what is picked out; charts keep their own")
		return
	}
	if ratio := contrast(c); ratio < leastContrast {
		down := math.Floor(ratio*100) / 100 // never rounded up to what is needed
		r.fault(n, fmt.Sprintf("text in %s on white has a contrast of %.2f to 1, and %.1f to 1 is needed to read it", c, down, leastContrast), "choose a darker one")
	}
	*all = append(*all, strings.ToUpper(c))
}

// contrast is the ratio of a colour to white, 1 to 21 (WCAG 2.2, "contrast ratio"
// and "relative luminance").
func contrast(colour string) float64 {
	light := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		part, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return 1 // of what is no colour nothing can be read
		}
		c := float64(part) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		light += weight * c
	}
	return 1.05 / (light + 0.05)
}
