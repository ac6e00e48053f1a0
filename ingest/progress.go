package ingest

import (
	"os"
	"path/filepath"
	"sync"
)

// The stages of a run.
const (
	StageReading  = "reading"
	StageStoring  = "storing"
	StageSettling = "settling" // who is who, which rows count, everything derived
)

// Progress is how far a run has come.
type Progress struct {
	Stage string
	// Done of All files are read; Name is the last part of the name of the one
	// that is told of, "" when settling.
	Done, All int
	Name      string
	// Rows is how many rows went by since the run began; a row goes by more than
	// once. Share is the share of reading and storing that is done, 0 to 1.
	Rows  int
	Share float64
}

// passesGuessed is how many passes over its rows a file is thought to take
// before it was read: a layout looks at the columns and then at the rows, to
// gather, to name people and to store what they say; and the rows are kept.
const passesGuessed = 3*2 + 1

// teller says how far a run has come; many files may be read at once.
type teller struct {
	mu   sync.Mutex
	tell func(Progress)
	now  Progress
	all  float64 // bytes of all files
	done float64 // of these, counting a part of a file's for each pass
}

func newTeller(tell func(Progress), sizes []int64) *teller {
	t := &teller{tell: tell, now: Progress{Stage: StageReading, All: len(sizes)}}
	for _, n := range sizes {
		t.all += float64(n)
	}
	return t
}

// watch makes a teller for the files, and what follows each.
func (r *run) watch(paths []string) []*passing {
	sizes := make([]int64, len(paths))
	for i, path := range paths {
		if info, err := os.Stat(path); err == nil { // else reading it says what is wrong
			sizes[i] = info.Size()
		}
	}
	r.teller = newTeller(r.options.Progress, sizes)
	all := make([]*passing, len(paths))
	for i, path := range paths {
		all[i] = r.teller.file(path, sizes[i])
	}
	return all
}

// stage begins the next one.
func (t *teller) stage(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.now.Stage = name; name == StageSettling {
		t.now.Name = ""
	}
	t.say()
}

// say needs the lock.
func (t *teller) say() {
	if t.all > 0 {
		t.now.Share = min(1, t.done/t.all)
	}
	if t.tell != nil {
		t.tell(t.now)
	}
}

// passing follows the passes over one file.
type passing struct {
	teller *teller
	name   string
	size   float64
	passes int
	behind int     // passes
	share  float64 // of the pass under way
	told   float64 // share of the file's work
	long   bool    // its rows are not kept
}

func (t *teller) file(path string, size int64) *passing {
	return &passing{teller: t, name: filepath.Base(path), size: float64(size), passes: passesGuessed}
}

// watch is told of rows by the book; a share that falls is another pass.
func (p *passing) watch(rows int, share float64) {
	p.teller.mu.Lock()
	defer p.teller.mu.Unlock()
	if share < p.share {
		p.behind++
	}
	p.share = share
	p.teller.now.Rows += rows
	p.teller.now.Name = p.name
	p.reach((float64(p.behind) + share) / float64(p.passes))
}

// read ends the reading of the file; stored the storing.
func (p *passing) read() {
	p.teller.mu.Lock()
	defer p.teller.mu.Unlock()
	p.teller.now.Done++
	p.teller.now.Name = p.name
	// What is left is to keep the rows, and to read a long file a third time.
	p.behind, p.share = p.behind+1, 0
	p.passes = p.behind + 1
	if p.long {
		p.passes += p.behind / 2
	}
	p.reach(float64(p.behind) / float64(p.passes))
}

func (p *passing) stored() {
	p.teller.mu.Lock()
	defer p.teller.mu.Unlock()
	p.teller.now.Name = p.name
	p.reach(1)
}

// reach needs the lock. What was done once stays done.
func (p *passing) reach(share float64) {
	if share = min(1, share); share > p.told {
		p.teller.done += (share - p.told) * p.size
		p.told = share
	}
	p.teller.say()
}
