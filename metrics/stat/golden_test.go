package stat

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"valuetrail/internal/need"
)

// goldenCases computes every quantity of a reference case from the rows of its
// input, one file after the other.
var goldenCases = map[string]struct {
	statistic string
	compute   func(rows []record) map[string]Number
}{
	"G01": {"wilson_ci", goldenWilson},
	"G02": {"newcombe_diff_ci", goldenNewcombe},
	"G03": {"mean_t_ci", goldenMeans},
	"G05": {"welch_t", goldenWelch},
	"G06": {"wilcoxon_signed_rank", goldenSignedRank},
	"G09": {"mann_whitney_ties", goldenMannWhitney},
	"G11": {"cliffs_delta", goldenCliff},
	"G12": {"hedges_g", goldenHedges},
	"G14": {"holm", goldenHolm},
	"G22": {"time_to_impact_ties", goldenSurvival},
	"G23": {"median_ci_order_stat", goldenMedians},
	"G24": {"gini", goldenGini},
	"G28": {"network_core", goldenNetwork},
	"G30": {"ei_index", goldenBoundary},
	"G32": {"cohen_kappa", goldenCohen},
	"G33": {"fleiss_kappa", goldenFleiss},
	"G35": {"krippendorff_alpha", goldenKrippendorff},
	"G39": {"xmr_limits", goldenXmR},
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
		var rows []record
		for name := range strings.SplitSeq(input[id], "+") {
			rows = append(rows, readTable(t, filepath.Join(golden, "inputs", name), ',')...)
		}
		got := golds.compute(rows)
		for _, fault := range deviations(got, expected[id]) {
			t.Errorf("%s: %s", id, fault)
		}
	}
}

func TestNoReferenceCaseIsLeftOut(t *testing.T) {
	for _, row := range readTable(t, filepath.Join(need.Shared(t), "golden", "MANIFEST.tsv"), '\t') {
		if _, done := goldenCases[row["case_id"]]; !done {
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
