package ingest

import "testing"

func TestProgressOnlyGrowsAndEndsWithTheLastFileStored(t *testing.T) {
	var told []Progress
	one := newTeller(func(p Progress) { told = append(told, p) }, []int64{900, 100})
	long, short := one.file("in/long.csv", 900), one.file("in/short.csv", 100)
	for _, share := range []float64{0.5, 1, 0.4, 1} { // gathered, then read again
		long.watch(4096, share)
	}
	long.long = true
	long.read()
	short.read()
	one.stage(StageStoring)
	for _, share := range []float64{0.5, 1, 0.2, 0.9} { // the rows are kept, and the file is read a third time
		long.watch(4096, share)
	}
	long.stored()
	short.stored()
	one.stage(StageSettling)
	half := 0.5 * 0.1 // one of the two passes over the short file
	for i, want := range []float64{0.9 * 0.5 / 7, 0.9 / 7, 0.9 * 1.4 / 7, 0.9 * 2 / 7, 0.9 * 2 / 4, 0.45 + half, 0.45 + half,
		0.9*2.5/4 + half, 0.9*3/4 + half, 0.9*3.2/4 + half, 0.9*3.9/4 + half, 0.9 + half, 1, 1} {
		if i >= len(told) || told[i].Share < want-1e-9 || told[i].Share > want+1e-9 {
			t.Fatalf("step %d: %+v, want %v", i, told, want)
		}
	}
	if last := told[len(told)-1]; last.Rows != 8*4096 || last.Done != 2 || last.All != 2 || last.Stage != StageSettling || last.Name != "" {
		t.Errorf("at the end: %+v", last)
	}
}

func TestProgressOfNothingIsNone(t *testing.T) {
	one := newTeller(nil, nil)
	one.stage(StageSettling)
	if one.now.Share != 0 || one.now.All != 0 {
		t.Errorf("%+v", one.now)
	}
}
