package metrics

import (
	"cmp"
	"math"
)

// Moved is how a measure went from where it began, against what was wished for
// it.
type Moved string

// Reached came to its target, Towards is on the way, NotReached says only that
// it is not there; RightWay and WrongWay have no target to come to, but WrongWay
// goes away from one too, Within without passing it; Still has not moved.
const (
	Reached    Moved = "reached"
	Towards    Moved = "towards"
	NotReached Moved = "not_reached"
	RightWay   Moved = "right_way"
	WrongWay   Moved = "wrong_way"
	Within     Moved = "within"
	Still      Moved = "still"
)

// moved holds a value against where it began and what was agreed, by the numbers
// that are printed; "" where nobody said what would be better: neither in words
// nor by a target that differs from the beginning.
func (n partName) moved(value *float64) Moved {
	if value == nil {
		return ""
	}
	sign := map[string]float64{"more": 1, "less": -1}[n.better]
	if n.better == "" && n.baseline != nil && n.target != nil {
		sign = float64(cmp.Compare(printed(*n.target), printed(*n.baseline)))
	}
	if sign == 0 {
		return ""
	}
	gain := func(from *float64) float64 { return sign * (printed(*value) - printed(*from)) }
	began, aimed := n.baseline != nil, n.target != nil
	switch reached := aimed && gain(n.target) >= 0; {
	case began && gain(n.baseline) < 0 && reached:
		return Within
	case began && gain(n.baseline) < 0:
		return WrongWay
	case reached:
		return Reached
	case began && gain(n.baseline) == 0:
		return Still
	case began && aimed:
		return Towards
	case began:
		return RightWay
	case aimed:
		return NotReached
	}
	return ""
}

// printed is a number of a measure as its sentence prints it.
func printed(x float64) float64 { return math.Round(x*100) / 100 }
