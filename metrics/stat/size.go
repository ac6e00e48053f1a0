package stat

import "math"

// Size is an effect in words.
type Size string

// The sizes, which are conventions: what a difference is worth to a community is
// for its members to say.
const (
	Negligible Size = "negligible"
	Small      Size = "small"
	Medium     Size = "medium"
	Large      Size = "large"
)

// Where negligible, small and medium end.
var (
	deltaSizes = [3]float64{notNegligible, 0.33, 0.474}
	gSizes     = [3]float64{0.2, 0.5, 0.8}
)

// DeltaSize puts Cliff's δ, or another effect of a test on ranks, into a word,
// whichever way it points; empty where it is undefined.
//
// Romano, Kromrey, Coraggio and Skowronek 2006, Annual Meeting of the Florida
// Association of Institutional Research.
func DeltaSize(delta Number) Size { return sizeOf(delta, deltaSizes) }

// GSize puts a standardised difference of means into a word, whichever way it
// points; empty where it is undefined.
//
// Cohen 1988, Statistical Power Analysis, section 2.2.
func GSize(g Number) Size { return sizeOf(g, gSizes) }

func sizeOf(effect Number, upTo [3]float64) Size {
	if !effect.Defined() {
		return ""
	}
	for i, size := range []Size{Negligible, Small, Medium} {
		if math.Abs(effect.Value) < upTo[i] {
			return size
		}
	}
	return Large
}
