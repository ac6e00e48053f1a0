package privacy

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSumsThatTogetherTellOfAFewAreFound(t *testing.T) {
	group := func(spans ...[2]int) Group {
		var g Group
		for _, s := range spans {
			g.Members = append(g.Members, people(s[0], s[1])...)
		}
		return g
	}
	all := group([2]int{0, 25})
	for name, c := range map[string]struct {
		groups []Group
		want   bool
	}{
		"one group":                             {[]Group{all}, false},
		"all but three":                         {[]Group{all, group([2]int{3, 25})}, true},
		"all but five":                          {[]Group{all, group([2]int{5, 25})}, false},
		"parts that leave three":                {[]Group{all, group([2]int{0, 11}), group([2]int{11, 22})}, true},
		"parts that leave none":                 {[]Group{all, group([2]int{0, 11}), group([2]int{11, 25})}, false},
		"two that cover all, three in both":     {[]Group{all, group([2]int{0, 14}), group([2]int{11, 25})}, true},
		"two that cover all, five in both":      {[]Group{all, group([2]int{0, 15}), group([2]int{10, 25})}, false},
		"three in both and five in neither":     {[]Group{all, group([2]int{0, 11}), group([2]int{8, 20})}, false},
		"two of one group and one of another":   {[]Group{group([2]int{0, 10}), group([2]int{0, 8}), group([2]int{20, 31})}, true},
		"strangers":                             {[]Group{group([2]int{0, 10}), group([2]int{10, 20})}, false},
		"a few":                                 {[]Group{group([2]int{0, 4})}, true},
		"the same twice":                        {[]Group{all, all}, false},
		"one exchanged for one is no one alone": {[]Group{group([2]int{0, 24}), group([2]int{1, 25})}, true},
	} {
		if got := Isolates(c.groups, 5); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Whole numbers for answers, and a search for weights that leave a few: whatever it
// finds, Isolates finds too.
func TestNoWeightsLeaveAFewWhereNobodyIsAlone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	safe := 0
	for range 300 {
		var groups []Group
		for range 3 {
			var g Group
			for _, p := range people(0, 30) {
				if random.IntN(3) > 0 {
					g.Members = append(g.Members, p)
				}
			}
			groups = append(groups, g)
		}
		if Isolates(groups, 5) {
			continue
		}
		safe++
		for _, weights := range everyWeight(3) {
			left := map[string]int{}
			for i, g := range groups {
				for _, m := range g.Members {
					left[m] += weights[i]
				}
			}
			n := 0
			for _, w := range left {
				if w != 0 {
					n++
				}
			}
			if n > 0 && n < 5 {
				t.Fatalf("weights %v leave %d people of %v", weights, n, groups)
			}
		}
	}
	if safe < 50 {
		t.Errorf("%d safe: this is no test", safe)
	}
}

// everyWeight are all weights of −2 to 2.
func everyWeight(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, rest := range everyWeight(n - 1) {
		for w := -2; w <= 2; w++ {
			all = append(all, append(slices.Clone(rest), w))
		}
	}
	return all
}
