package stat

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// why is the reason that a result gives beside the one it should.
type why struct{ got, want Reason }

func sayWhy(t *testing.T, cases map[string]why) {
	t.Helper()
	for name, c := range cases {
		if c.got != c.want {
			t.Errorf("%s: %q; want %q", name, c.got, c.want)
		}
	}
}

func TestWhatCannotBeComparedSaysWhy(t *testing.T) {
	ones, some := []float64{1, 1, 1}, []float64{1, 2, 4}
	sayWhy(t, map[string]why{
		"ranks of nobody":                      {MannWhitney(nil, some).Statistic.Reason, NoData},
		"ranks against nobody":                 {MannWhitney(some, nil).P.Reason, NoData},
		"ranks of NaN":                         {MannWhitney([]float64{nan}, some).Effect.Reason, NotFinite},
		"ranks of equal ones":                  {MannWhitney(ones, ones).P.Reason, Constant},
		"statistic of equal ones":              {MannWhitney(ones, ones).Statistic.Reason, ""},
		"pairs of nobody":                      {SignedRank(nil, nil).Statistic.Reason, NoData},
		"pairs of unequal length":              {SignedRank(some, some[:2]).P.Reason, UnequalLengths},
		"pairs with NaN":                       {SignedRank([]float64{1, nan}, some[:2]).P.Reason, NotFinite},
		"pairs that never differ":              {SignedRank(some, some).P.Reason, Constant},
		"effect of pairs that never differ":    {SignedRank(some, some).Effect.Reason, Constant},
		"statistic of pairs that never differ": {SignedRank(some, some).Statistic.Reason, ""},
		"change of nobody":                     {Paired(nil, nil).Value.Reason, NoData},
		"change of unequal lengths":            {Paired(some, ones[:1]).T.Reason, UnequalLengths},
		"change of NaN":                        {Paired([]float64{nan}, []float64{1}).Value.Reason, NotFinite},
		"change beyond all numbers":            {Paired([]float64{1e308, 1}, []float64{-1e308, 1}).Value.Reason, NotFinite},
		"change of one":                        {Paired([]float64{2}, []float64{1}).P.Reason, TooFew},
		"value of the change of one":           {Paired([]float64{2}, []float64{1}).Value.Reason, ""},
		"all changed alike":                    {Paired([]float64{2, 3}, []float64{1, 2}).Interval.Reason, Constant},
		"all changed alike but for rounding":   {Paired([]float64{0.3, 0.2}, []float64{0.2, 0.1}).P.Reason, Constant},
		"yes and no of nobody":                 {McNemar(0, 0, 0, 0).Value.Reason, NoData},
		"yes and no below nobody":              {McNemar(1, -1, 2, 3).P.Reason, OutOfRange},
		"nobody changed":                       {McNemar(3, 0, 0, 3).P.Reason, NoData},
		"nobody changed, large samples":        {McNemar(3, 0, 0, 3).ChiSquareP.Reason, NoData},
		"nobody changed, interval":             {McNemar(3, 0, 0, 3).Interval.Reason, ""},
		"g of nobody":                          {HedgesG(nil, some).Value.Reason, NoData},
		"g of NaN":                             {HedgesG([]float64{nan}, some).D.Reason, NotFinite},
		"g of three":                           {HedgesG(some[:1], some[:2]).J.Reason, TooFew},
		"g of equal ones":                      {HedgesG(ones, ones).Interval.Reason, Constant},
		"g of groups equal within":             {HedgesG(ones, []float64{2, 2}).Value.Reason, Constant},
		"g of one against many":                {HedgesG(some[:1], some).Value.Reason, ""},
		"g with a negative spread":             {HedgesGOf(1, -1, 5, 2, 1, 5).Value.Reason, OutOfRange},
		"g of fewer than nobody":               {HedgesGOf(1, 1, -5, 2, 1, 5).Value.Reason, OutOfRange},
		"δ of nobody":                          {CliffDelta(some, nil).Value.Reason, NoData},
		"δ of NaN":                             {CliffDelta(some, []float64{nan}).Consistent.Reason, NotFinite},
		"δ of one":                             {CliffDelta(some, ones[:1]).Interval.Reason, TooFew},
		"value of the δ of one":                {CliffDelta(some, ones[:1]).Value.Reason, ""},
		"δ of equal ones":                      {CliffDelta(ones, ones).Value.Reason, ""},
	})
}

func TestWhatIsSilentSaysWhy(t *testing.T) {
	some, ones := []float64{1, 2, 4}, []float64{1, 1, 1}
	sayWhy(t, map[string]why{
		"nobody asked":                        {ResponseRate(0, 0).Value.Reason, NoData},
		"more answers than people":            {ResponseRate(3, 2).Interval.Reason, OutOfRange},
		"silence of nobody":                   {NonResponse(nil, nil).Rate.Value.Reason, NoData},
		"bias where all are silent":           {NonResponse(nil, some).Bias.Reason, NoData},
		"bias where all answered":             {NonResponse(some, nil).Bias.Reason, ""},
		"difference where all answered":       {NonResponse(some, nil).Difference.Value.Reason, NoData},
		"strata of nobody":                    {PostStratify(nil).Value.Reason, NoData},
		"a stratum without an answer":         {PostStratify([]Stratum{{10, some}, {5, nil}}).Value.Reason, NoData},
		"its unweighted mean":                 {PostStratify([]Stratum{{10, some}, {5, nil}}).Unweighted.Reason, ""},
		"answers of nobody":                   {PostStratify([]Stratum{{0, some}}).Value.Reason, OutOfRange},
		"more answers than people, a stratum": {PostStratify([]Stratum{{2, some}}).Effect.Reason, OutOfRange},
		"a stratum with NaN":                  {PostStratify([]Stratum{{5, []float64{nan}}}).Value.Reason, NotFinite},
		"a stratum of one answer":             {PostStratify([]Stratum{{10, some}, {5, some[:1]}}).Interval.Reason, TooFew},
		"strata of equal ones":                {PostStratify([]Stratum{{10, ones}}).Interval.Reason, Constant},
		"curves of nobody":                    {LogRank(Followed{}, Followed{some, []bool{true, true, true}}).P.Reason, NoData},
		"curves without an event":             {LogRank(Followed{some, make([]bool, 3)}, Followed{some, make([]bool, 3)}).P.Reason, NoEvents},
		"curves of unequal lengths":           {LogRank(Followed{some, nil}, Followed{some, nil}).ChiSquare.Reason, UnequalLengths},
		"curves that never meet":              {LogRank(Followed{[]float64{1}, []bool{false}}, Followed{[]float64{2}, []bool{true}}).P.Reason, NoData},
		"curve by logarithm of nobody":        {SurviveLog(nil, nil).Reason, NoData},
	})
}

func TestWhatCannotBeReadSaysWhy(t *testing.T) {
	five := Scale{1, 5}
	same := [][]float64{{1, 1}, {1, 1}}
	one := [][]float64{{1, nan}, {nan, 2}}
	sayWhy(t, map[string]why{
		"answers of nobody":              {LikertSummary(nil, five).Reason, NoData},
		"answers that are all missing":   {LikertSummary([]float64{nan, nan}, five).Top.Value.Reason, NoData},
		"an answer off the scale":        {LikertSummary([]float64{3, 6}, five).Median.Reason, OutOfRange},
		"an answer between two":          {LikertSummary([]float64{3.5}, five).Net.Reason, OutOfRange},
		"an endless answer":              {LikertSummary([]float64{inf}, five).Mean.Reason, NotFinite},
		"a scale of one":                 {LikertSummary([]float64{1}, Scale{1, 1}).Reason, OutOfRange},
		"a scale that runs backwards":    {LikertSummary([]float64{1}, Scale{5, 1}).Reason, OutOfRange},
		"an endless scale":               {LikertSummary([]float64{1}, Scale{1, inf}).Reason, NotFinite},
		"the top two of three":           {LikertSummary([]float64{1}, Scale{1, 3}).Top.Value.Reason, OutOfRange},
		"the median of three steps":      {LikertSummary([]float64{1}, Scale{1, 3}).Median.Reason, ""},
		"grouped median of nobody":       {GroupedMedian([]float64{nan}, 1).Reason, NoData},
		"grouped median without a width": {GroupedMedian([]float64{1}, 0).Reason, OutOfRange},
		"grouped median of NaN width":    {GroupedMedian([]float64{1}, nan).Reason, NotFinite},
		"α of nobody":                    {CronbachAlpha(nil, nil).Value.Reason, NoData},
		"α of one question":              {CronbachAlpha([][]float64{{1}, {2}}, nil).Value.Reason, TooFew},
		"α of one respondent":            {CronbachAlpha([][]float64{{1, 2}}, nil).Value.Reason, TooFew},
		"α of nobody complete":           {CronbachAlpha(one, nil).Value.Reason, NoData},
		"α of equal answers":             {CronbachAlpha(same, nil).Value.Reason, Constant},
		"α of opposites":                 {CronbachAlpha([][]float64{{1, 5}, {2, 4}}, nil).Value.Reason, Constant},
		"α of opposites, one reversed":   {CronbachAlpha([][]float64{{1, 5}, {2, 4}}, []bool{false, true}).Value.Reason, ""},
		"interval of a perfect α":        {CronbachAlpha([][]float64{{1, 5}, {2, 4}}, []bool{false, true}).Interval.Reason, Constant},
		"α of rows of unequal length":    {CronbachAlpha([][]float64{{1, 2}, {1}}, nil).Value.Reason, UnequalLengths},
		"α with too many reversed":       {CronbachAlpha(same, []bool{true}).Pairwise.Reason, UnequalLengths},
		"α of an endless answer":         {CronbachAlpha([][]float64{{1, inf}}, nil).Standard.Reason, NotFinite},
		"standard α, one constant":       {CronbachAlpha([][]float64{{1, 2}, {1, 3}}, nil).Standard.Reason, Constant},
		"ω of nobody":                    {McDonaldOmega(nil, nil).Omega.Reason, NoData},
		"ω of nobody complete":           {McDonaldOmega([][]float64{{1, nan, 2}}, nil).Omega.Reason, NoData},
		"ω of two questions":             {McDonaldOmega([][]float64{{1, 2}, {2, 3}, {4, 1}}, nil).Omega.Reason, TooFew},
		"ω of as many as questions":      {McDonaldOmega([][]float64{{1, 2, 3}, {2, 1, 5}, {3, 3, 1}}, nil).Omega.Reason, TooFew},
		"ω with a constant question":     {McDonaldOmega([][]float64{{1, 2, 3}, {1, 1, 5}, {1, 3, 1}, {1, 3, 2}}, nil).Omega.Reason, Constant},
	})
}

func TestReadersWhoCannotBeComparedSayWhy(t *testing.T) {
	same, one := [][]float64{{1, 1}, {1, 1}}, [][]float64{{1, nan}, {nan, 2}}
	sayWhy(t, map[string]why{
		"κ of nothing":                    {CohenKappa(nil).Value.Reason, NoData},
		"κ of no counts":                  {CohenKappa([][]float64{{0, 0}, {0, 0}}).Value.Reason, NoData},
		"κ of one code":                   {CohenKappa([][]float64{{7}}).Value.Reason, Constant},
		"κ where both use one code":       {CohenKappa([][]float64{{7, 0}, {0, 0}}).Value.Reason, Constant},
		"κ of a table that is not square": {CohenKappa([][]float64{{7, 1}}).Value.Reason, UnequalLengths},
		"κ of a count below 0":            {CohenKappa([][]float64{{7, -1}, {1, 1}}).Value.Reason, OutOfRange},
		"κ of NaN":                        {CohenKappa([][]float64{{7, nan}, {1, 1}}).Chance.Reason, NotFinite},
		"interval of a perfect κ":         {CohenKappa([][]float64{{7, 0}, {0, 3}}).Interval.Reason, Constant},
		"weights of another size":         {WeightedKappa([][]float64{{7, 0}, {0, 3}}, same[:1]).Value.Reason, UnequalLengths},
		"weights above 0 for agreeing":    {WeightedKappa([][]float64{{7, 0}, {0, 3}}, same).Value.Reason, OutOfRange},
		"weights that are all 0":          {WeightedKappa([][]float64{{7, 0}, {0, 3}}, [][]float64{{0, 0}, {0, 0}}).Value.Reason, OutOfRange},
		"several κ of nothing":            {FleissKappa(nil).Kappa.Reason, NoData},
		"several κ of one reader":         {FleissKappa([][]float64{{1}, {2}}).Z.Reason, TooFew},
		"several κ, nothing read by all":  {FleissKappa(one).Conger.Reason, NoData},
		"several κ of one code":           {FleissKappa(same).Kappa.Reason, Constant},
		"several κ of unequal rows":       {FleissKappa([][]float64{{1, 2}, {1}}).P.Reason, UnequalLengths},
		"readers' α of nothing":           {KrippendorffAlpha(nil, Nominal).Alpha.Reason, NoData},
		"readers' α of no code":           {KrippendorffAlpha([][]float64{{nan, nan}}, Nominal).Alpha.Reason, NoData},
		"readers' α of one reader":        {KrippendorffAlpha([][]float64{{1}, {2}}, Nominal).Alpha.Reason, TooFew},
		"readers' α, nothing read twice":  {KrippendorffAlpha(one, Ordinal).Alpha.Reason, TooFew},
		"readers' α of one code":          {KrippendorffAlpha(same, Nominal).Alpha.Reason, Constant},
		"readers' α of amounts below 0":   {KrippendorffAlpha([][]float64{{1, -1}}, Ratio).Alpha.Reason, OutOfRange},
		"readers' α of an unknown level":  {KrippendorffAlpha([][]float64{{1, 2}}, "ordered").Alpha.Reason, OutOfRange},
		"readers' α of an endless code":   {KrippendorffAlpha([][]float64{{1, inf}}, Nominal).Alpha.Reason, NotFinite},
	})
	if _, _, reason := CrossTable([]float64{1}, nil); reason != UnequalLengths {
		t.Errorf("two readers of unequal length: %q", reason)
	}
	if _, _, reason := CrossTable([]float64{1, nan}, []float64{nan, 2}); reason != NoData {
		t.Errorf("two readers of different things: %q", reason)
	}
}

func TestWhatCannotBeCountedSaysWhy(t *testing.T) {
	sayWhy(t, map[string]why{
		"Gini of nobody":               {Gini(nil).Gini.Reason, NoData},
		"Gini of nothing to share":     {Gini([]float64{0, 0}).Gini.Reason, NoData},
		"Gini below 0":                 {Gini([]float64{-1, 2}).Gini.Reason, OutOfRange},
		"Gini of NaN":                  {Gini([]float64{nan}).Corrected.Reason, NotFinite},
		"Gini of one":                  {Gini([]float64{5}).Corrected.Reason, TooFew},
		"kinds of nothing":             {Diverse(nil).Shannon.Reason, NoData},
		"kinds that do not occur":      {Diverse([]float64{0, 0}).IQV.Reason, NoData},
		"kinds below 0":                {Diverse([]float64{-1, 2}).Blau.Reason, OutOfRange},
		"kinds of NaN":                 {Diverse([]float64{nan}).Blau.Reason, NotFinite},
		"one kind":                     {Diverse([]float64{3}).Pielou.Reason, Constant},
		"turns of nobody":              {Rotate(nil, 4).Evenness.Reason, NoData},
		"turns where nobody could":     {Rotate(nil, 0).Led.Reason, NoData},
		"more holders than could":      {Rotate([]string{"a", "b"}, 1).Led.Reason, OutOfRange},
		"turns of the only one":        {Rotate([]string{"a", "a"}, 1).Evenness.Reason, Constant},
		"ties of nobody":               {Connect(0, nil).Density().Reason, NoData},
		"a tie with nobody":            {Connect(2, [][2]int{{0, 2}}).Transitivity().Reason, OutOfRange},
		"a tie with oneself":           {Connect(2, [][2]int{{1, 1}}).Clustering().Reason, OutOfRange},
		"density of one":               {Connect(1, nil).Density().Reason, TooFew},
		"transitivity without triples": {Connect(3, [][2]int{{0, 1}}).Transitivity().Reason, NoData},
		"constraint of an isolate":     {Connect(3, [][2]int{{0, 1}}).Constraint()[2].Reason, NoData},
		"share of betweenness of two":  {Connect(2, nil).BetweennessShare()[0].Reason, TooFew},
		"E-I without a tie":            {Connect(2, nil).EI([]string{"a", "b"}).EI.Reason, NoData},
		"E-I expected without a tie":   {Connect(2, nil).EI([]string{"a", "b"}).Expected.Reason, ""},
		"E-I of unequal lengths":       {Connect(2, nil).EI([]string{"a"}).EI.Reason, UnequalLengths},
		"E-I expected of one":          {Connect(1, nil).EI([]string{"a"}).Expected.Reason, TooFew},
		"E-I of nobody":                {Connect(0, nil).EI(nil).EI.Reason, NoData},
		"trend of nothing":             {MannKendall(nil, nil).P.Reason, NoData},
		"trend of unequal lengths":     {MannKendall([]float64{1}, nil).S.Reason, UnequalLengths},
		"trend of two":                 {MannKendall([]float64{1, 2}, []float64{1, 2}).S.Reason, TooFew},
		"trend of NaN":                 {MannKendall([]float64{1, 2, 3}, []float64{1, nan, 3}).Slope.Value.Reason, NotFinite},
		"trend of two at one time":     {MannKendall([]float64{1, 2, 2}, []float64{1, 2, 3}).Tau.Reason, OutOfRange},
		"trend of equal values":        {MannKendall([]float64{1, 2, 3}, []float64{4, 4, 4}).P.Reason, Constant},
		"slope of equal values":        {MannKendall([]float64{1, 2, 3}, []float64{4, 4, 4}).Slope.Value.Reason, ""},
		"interval of three":            {MannKendall([]float64{1, 2, 3}, []float64{4, 5, 6}).Slope.Interval.Reason, TooFew},
		"limits of nothing":            {XmR(nil).Center.Reason, NoData},
		"limits of NaN":                {XmR([]Point{{1, nan}}).Center.Reason, NotFinite},
		"limits of two in one month":   {XmR([]Point{{1, 2}, {1, 3}}).High.Reason, OutOfRange},
		"limits of every other month":  {XmR([]Point{{1, 2}, {3, 3}}).High.Reason, TooFew},
		"centre of every other month":  {XmR([]Point{{1, 2}, {3, 3}}).Center.Reason, ""},
		"limits of what never moves":   {XmR([]Point{{1, 2}, {2, 2}}).Low.Reason, Constant},
	})
	if got := len(Connect(-1, nil).Betweenness()) + len(Connect(0, nil).Constraint()); got != 0 {
		t.Errorf("a network of nobody names %d", got)
	}
	if got := XmR([]Point{{1, 2}, {2, 2}}).Signals([]Point{{1, 9}}); got != nil {
		t.Errorf("limits that are none give %v", got)
	}
}

// The same test as for levels and shares: whatever is fed in, no number comes out
// that is none.
func TestNoNumberThatIsNoneLeavesAComparison(t *testing.T) {
	wild := rapid.OneOf(rapid.Float64(), rapid.Float64Range(0, 5),
		rapid.SampledFrom([]float64{nan, inf, -inf, 0, 1, 2, 3, -1, 5, 1e308, -1e308, 5e-324}))
	tame := rapid.SampledFrom([]float64{1, 2, 3, 4, 5, nan})
	rapid.Check(t, func(t *rapid.T) {
		some := wild
		if rapid.Bool().Draw(t, "tame") {
			some = tame
		}
		xs, ys := rapid.SliceOfN(some, 0, 7).Draw(t, "xs"), rapid.SliceOfN(some, 0, 7).Draw(t, "ys")
		columns := rapid.IntRange(0, 4).Draw(t, "columns")
		matrix := rapid.SliceOfN(rapid.SliceOfN(some, columns, columns), 0, 7).Draw(t, "matrix")
		flags := make([]bool, len(xs))
		level := rapid.SampledFrom([]Level{Nominal, Ordinal, Measured, Ratio}).Draw(t, "level")
		n := rapid.SliceOfN(rapid.IntRange(-1, 9), 6, 6).Draw(t, "counts")
		var points []Point
		for i, x := range xs {
			points = append(points, Point{n[i%6] + i, x})
		}
		limits := XmR(points)
		for _, result := range []any{
			MannWhitney(xs, ys), SignedRank(xs, ys), Paired(xs, ys), McNemar(n[0], n[1], n[2], n[3]), HedgesG(xs, ys), CliffDelta(xs, ys),
			PairedG(xs, ys), ShareAgainst(float64(n[0]), float64(n[1]), first(xs)), MeanAgainst(first(xs), first(ys), n[2], first(xs)),
			NonResponse(xs, ys), PostStratify([]Stratum{{n[0], xs}, {n[1], ys}}), LikertSummary(xs, Scale{1, 5}), GroupedMedian(xs, 1),
			CronbachAlpha(matrix, nil), McDonaldOmega(matrix, nil), CohenKappa(matrix), WeightedKappa(matrix, Disagreement(len(matrix), Quadratic)),
			FleissKappa(matrix), KrippendorffAlpha(matrix, level), Gini(xs), Diverse(xs), MannKendall(xs, ys), limits, limits.Signals(points),
			LogRank(Followed{xs, flags}, Followed{ys, make([]bool, len(ys))}), SurviveLog(xs, flags), ResponseRate(n[0], n[1]),
		} {
			onlyNumbers(t, reflect.ValueOf(result))
		}
	})
}

func first(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	return xs[0]
}
