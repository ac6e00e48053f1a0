package stat

import "fmt"

func goldenWilson(rows []record) map[string]Number {
	got := map[string]Number{}
	for _, r := range rows {
		put(got, "row"+r["row"], Wilson(r.number("x"), r.number("n")))
	}
	return got
}

func goldenNewcombe(rows []record) map[string]Number {
	got := map[string]Number{}
	for _, r := range rows {
		difference := Newcombe(r.number("x1"), r.number("n1"), r.number("x2"), r.number("n2"))
		got["row"+r["row"]+".diff"] = difference.Value
		put(got, "row"+r["row"], difference.Interval)
	}
	return got
}

func goldenMeans(rows []record) map[string]Number {
	got := map[string]Number{}
	for _, group := range []string{"g1", "g2"} {
		mean := MeanT(column(rows, group))
		got[group+".mean"] = mean.Value
		put(got, group, mean.Interval)
	}
	return got
}

func goldenWelch(rows []record) map[string]Number {
	d := Welch(column(rows, "g1"), column(rows, "g2"))
	return map[string]Number{"t": d.T, "df": d.DF, "p": d.P, "lo": {d.Interval.Low, d.Interval.Reason}, "hi": {d.Interval.High, d.Interval.Reason}}
}

func goldenHolm(rows []record) map[string]Number {
	got := map[string]Number{}
	for i, adjusted := range Holm(column(rows, "p")) {
		got["adj"+rows[i]["test"]] = adjusted
	}
	return got
}

func goldenSurvival(rows []record) map[string]Number {
	got := map[string]Number{}
	for _, cohort := range []string{"A", "B"} {
		var times []float64
		var observed []bool
		for _, r := range rows {
			if r["cohort"] == cohort {
				times = append(times, r.number("months"))
				observed = append(observed, r["impact"] == "1")
			}
		}
		curve := Survive(times, observed)
		median := curve.Median()
		got[cohort+".median"], got[cohort+".lo"], got[cohort+".hi"] = median.Value, median.Low, median.High
		for _, month := range []int{3, 6, 9} {
			step, reason := curve.At(float64(month))
			got[fmt.Sprintf("%s.S%d", cohort, month)] = Number{step.Survival, reason}
			got[fmt.Sprintf("%s.atrisk%d", cohort, month)] = Number{float64(step.AtRisk), reason}
			got[fmt.Sprintf("%s.lo%d", cohort, month)] = Number{step.Interval.Low, step.Interval.Reason}
		}
	}
	return got
}

func goldenMedians(rows []record) map[string]Number {
	got := map[string]Number{}
	for _, n := range []int{25, 12, 6, 5} {
		name := fmt.Sprintf("n%d", n)
		median := MedianInterval(column(rows, "v")[:n])
		got[name+".median"], got[name+".coverage"] = median.Value, median.Coverage
		put(got, name, median.Interval)
	}
	return got
}

func put(got map[string]Number, name string, interval Interval) {
	got[name+".lo"] = Number{interval.Low, interval.Reason}
	got[name+".hi"] = Number{interval.High, interval.Reason}
}
