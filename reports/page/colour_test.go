package page

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// contrast is the ratio of WCAG 2.2 between a colour and white.
func contrast(t *testing.T, colour string) float64 {
	t.Helper()
	light := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		part, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
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

func TestColoursOfTextAndMarksStandOutFromThePaper(t *testing.T) {
	for _, colour := range []string{darkBlue, darkGrey, ink, softGrey} {
		if c := contrast(t, colour); c < 4.5 {
			t.Errorf("text in %s has a contrast of %.2f", colour, c)
		}
	}
	if c := contrast(t, midGrey); c < 3 {
		t.Errorf("marks in %s have a contrast of %.2f", midGrey, c)
	}
	named := regexp.MustCompile(`--(?:ink|soft|blue|pink):(#[0-9a-f]{6})`).FindAllStringSubmatch(unix(pageStyle), -1)
	if len(named) != 4 {
		t.Fatalf("%d colours of text in page.css", len(named))
	}
	for _, n := range named {
		if c := contrast(t, n[1]); c < 4.5 {
			t.Errorf("page.css: %s has a contrast of %.2f", n[0], c)
		}
	}
}
