package main

import "testing"

// The attacks on a group that all say the same, and is not told for that: what
// everybody said less what the others said is what each of them said.
func TestWhatAllOfAGroupSaidIsNotLeftOverByTheOthers(t *testing.T) {
	alike := func(n int, x float64) []float64 {
		all := make([]float64, n)
		for i := range all {
			all[i] = x
		}
		return all
	}
	first, second, same := spread(14, 43), spread(12, 61), alike(11, 52.7)
	cases := map[string]struct {
		souls   []soul
		secrets []float64
		seen    []float64
	}{
		"a cohort beside two others": {
			join(group("a", "u", "s", 7, first...), group("b", "u", "s", 5, second...), group("c", "u", "s", 5, same...)),
			[]float64{52.7, mean(append(append(spread(14, 43), second...), same...))}, []float64{mean(first), mean(second)}},
		"a sector beside another": {
			join(group("c", "u", "s", 7, first...), group("c", "u", "x", 5, same...)),
			[]float64{52.7, mean(first)}, []float64{mean(append(spread(14, 43), same...))}},
		"a cohort at the top beside another": {
			join(group("a", "u", "s", 7, first...), group("c", "u", "s", 5, append(alike(9, 100), 97.3, 98.9)...)),
			[]float64{mean(append(append(spread(14, 43), alike(9, 100)...), 97.3, 98.9))}, []float64{mean(first)}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			plant{souls: c.souls}.sow(d)
			got := d.shared("sector")
			for _, secret := range c.secrets {
				if how := got.tells(secret); how != "" {
					t.Errorf("%v is told %s", secret, how)
				}
			}
			for _, figure := range c.seen {
				if got.tells(figure) == "" {
					t.Errorf("%v, which may be seen, is not", figure)
				}
			}
		})
	}
}
