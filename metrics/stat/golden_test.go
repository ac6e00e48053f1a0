package stat

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"valuetrail/internal/need"
)

// goldenCases computes every quantity of a reference case from its input.
var goldenCases = map[string]struct {
	statistic string
	compute   func(rows []record) map[string]Number
}{
	"G01": {"wilson_ci", goldenWilson},
	"G02": {"newcombe_diff_ci", goldenNewcombe},
	"G03": {"mean_t_ci", goldenMeans},
	"G05": {"welch_t", goldenWelch},
	"G14": {"holm", goldenHolm},
	"G22": {"time_to_impact_ties", goldenSurvival},
	"G23": {"median_ci_order_stat", goldenMedians},
}

func TestReferenceCasesAreReproduced(t *testing.T) {
	golden := filepath.Join(need.Shared(t), "golden")
	cases := readTable(t, filepath.Join(golden, "MANIFEST.tsv"), '\t')
	expected := map[string][]record{}
	for _, row := range readTable(t, filepath.Join(golden, "expected.csv"), ',') {
		expected[row["case_id"]] = append(expected[row["case_id"]], row)
	}
	input := map[string]string{}
	statistic := map[string]string{}
	for _, row := range cases {
		statistic[row["case_id"]] = row["statistic"]
		input[row["case_id"]] = row["input"]
	}
	for id, golds := range goldenCases {
		if statistic[id] != golds.statistic {
			t.Errorf("%s is %q in the manifest; want %q", id, statistic[id], golds.statistic)
			continue
		}
		got := golds.compute(readTable(t, filepath.Join(golden, "inputs", input[id]), ','))
		for _, fault := range deviations(got, expected[id]) {
			t.Errorf("%s: %s", id, fault)
		}
	}
}

func TestNoReferenceCaseOfAnImplementedStatisticIsLeftOut(t *testing.T) {
	implemented := map[string]bool{}
	for _, golds := range goldenCases {
		implemented[golds.statistic] = true
	}
	for _, row := range readTable(t, filepath.Join(need.Shared(t), "golden", "MANIFEST.tsv"), '\t') {
		if _, done := goldenCases[row["case_id"]]; !done && implemented[row["statistic"]] {
			t.Errorf("%s (%s) is not computed", row["case_id"], row["statistic"])
		}
	}
}

func TestAComparisonWithTheReferenceCanFail(t *testing.T) {
	row := func(quantity, expected string) record {
		return record{"quantity": quantity, "expected": expected, "tolerance": "1e-06"}
	}
	for name, c := range map[string]struct {
		got      map[string]Number
		expected []record
	}{
		"nothing is expected":           {map[string]Number{}, nil},
		"a quantity is not computed":    {map[string]Number{}, []record{row("a", "1")}},
		"a quantity is not expected":    {map[string]Number{"a": {Value: 1}, "b": {}}, []record{row("a", "1")}},
		"a value is out of tolerance":   {map[string]Number{"a": {Value: 1.00001}}, []record{row("a", "1")}},
		"a value should be undefined":   {map[string]Number{"a": {Value: 0}}, []record{row("a", "NULL")}},
		"a value should be defined":     {map[string]Number{"a": {Reason: NoData}}, []record{row("a", "0")}},
		"what is expected is no number": {map[string]Number{"a": {}}, []record{row("a", "")}},
	} {
		if len(deviations(c.got, c.expected)) == 0 {
			t.Errorf("%s, and no fault is reported", name)
		}
	}
	if faults := deviations(map[string]Number{"a": {Value: 1 + 1e-7}, "b": {Reason: TooFew}},
		[]record{row("a", "1"), row("b", "NULL")}); len(faults) > 0 {
		t.Errorf("equal within tolerance, and yet %q", faults)
	}
}

// deviations lists where got is not what the rows of a reference case expect.
func deviations(got map[string]Number, expected []record) []string {
	if len(expected) == 0 {
		return []string{"nothing is expected"}
	}
	var faults []string
	known := map[string]bool{}
	for _, row := range expected {
		quantity := row["quantity"]
		known[quantity] = true
		value, computed := got[quantity]
		switch {
		case !computed:
			faults = append(faults, quantity+" is not computed")
		case row["expected"] == "NULL":
			if value.Defined() || value.Value != 0 {
				faults = append(faults, fmt.Sprintf("%s: %v; want it undefined", quantity, value))
			}
		default:
			want, err := strconv.ParseFloat(row["expected"], 64)
			tolerance, err2 := strconv.ParseFloat(row["tolerance"], 64)
			if err != nil || err2 != nil {
				faults = append(faults, fmt.Sprintf("%s: expected %q within %q", quantity, row["expected"], row["tolerance"]))
			} else if !value.Defined() || !(math.Abs(value.Value-want) <= tolerance) {
				faults = append(faults, fmt.Sprintf("%s: %v; want %v within %v", quantity, value, want, tolerance))
			}
		}
	}
	for quantity := range got {
		if !known[quantity] {
			faults = append(faults, quantity+" is not expected")
		}
	}
	slices.Sort(faults)
	return faults
}

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

// record is a row of a table by column name.
type record map[string]string

// number is the cell as a number; a cell that is none gives NaN, which no
// statistic lets through.
func (r record) number(name string) float64 {
	x, err := strconv.ParseFloat(r[name], 64)
	if err != nil {
		return math.NaN()
	}
	return x
}

func column(rows []record, name string) []float64 {
	xs := make([]float64, len(rows))
	for i, r := range rows {
		xs[i] = r.number(name)
	}
	return xs
}

func readTable(t *testing.T, name string, separator rune) []record {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comma = separator
	reader.LazyQuotes = separator == '\t'
	lines, err := reader.ReadAll()
	if err != nil || len(lines) < 2 {
		t.Fatalf("%s: %d lines, %v", name, len(lines), err)
	}
	rows := make([]record, 0, len(lines)-1)
	for _, line := range lines[1:] {
		row := record{}
		for i, heading := range lines[0] {
			row[heading] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}
