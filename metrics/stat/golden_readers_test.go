package stat

import (
	"math"
	"strconv"
	"strings"
)

func goldenCohen(rows []record) map[string]Number {
	table := Disagreement(3, func(a, b int) (n float64) {
		for _, r := range rows {
			if r.number("r1") == float64(a+1) && r.number("r2") == float64(b+1) {
				n += r.number("n")
			}
		}
		return n
	})
	kappa := CohenKappa(table)
	got := map[string]Number{"kappa": kappa.Value}
	put(got, "kappa", kappa.Interval)
	// Cohen's own weights of 1968, as psych prints them beside these counts.
	got["weighted_kappa_cohen_weights"] = WeightedKappa(table, [][]float64{{0, 1, 3}, {1, 0, 6}, {3, 6, 0}}).Value
	got["weighted_kappa_quadratic"] = WeightedKappa(table, Disagreement(3, Quadratic)).Value
	return got
}

func goldenFleiss(rows []record) map[string]Number {
	k := FleissKappa(fleissCodes(rows))
	return map[string]Number{"kappa": k.Kappa, "z": k.Z, "conger_exact": k.Conger}
}

// fleissCodes reads labels such as "4. Neurosis" as their number.
func fleissCodes(rows []record) (codes [][]float64) {
	for _, r := range rows {
		var row []float64
		for reader := 1; reader <= 6; reader++ {
			label, _, _ := strings.Cut(r["rater"+strconv.Itoa(reader)], ".")
			row = append(row, record{"code": label}.number("code"))
		}
		codes = append(codes, row)
	}
	return codes
}

func goldenKrippendorff(rows []record) map[string]Number {
	codes := make([][]float64, 12)
	for unit := range codes {
		codes[unit] = []float64{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	}
	for _, r := range rows {
		codes[int(r.number("unit"))-1][int(r.number("observer"))-1] = r.number("value")
	}
	got := map[string]Number{}
	for _, level := range []Level{Nominal, Ordinal, Measured, Ratio} {
		got[string(level)] = KrippendorffAlpha(codes, level).Alpha
	}
	return got
}

func goldenXmR(rows []record) map[string]Number {
	var points []Point
	for _, r := range rows {
		points = append(points, Point{Period: int(r.number("i")), Value: r.number("x")})
	}
	l := XmR(points)
	return map[string]Number{
		"center": l.Center, "mr_bar": l.MeanRange, "lcl": l.Low, "ucl": l.High, "ucl_mr": l.RangeHigh,
		"ucl_266": {Value: l.Center.Value + 2.66*l.MeanRange.Value}, // Wheeler's rounded constant
	}
}
