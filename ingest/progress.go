package ingest

import "path/filepath"

// watch starts telling of files read, unwatch ends it: one teller for the many
// that read at once.
func (r *run) watch(all int) {
	r.done = make(chan string, all)
	tell := r.options.Progress
	if tell == nil {
		tell = func(int, int, string) {}
	}
	done := r.done
	r.told = make(chan struct{})
	go func() {
		defer close(r.told)
		n := 0
		for path := range done {
			n++
			tell(n, all, filepath.Base(path))
		}
	}()
}

func (r *run) progress(path string) { r.done <- path }

func (r *run) unwatch() {
	close(r.done)
	<-r.told
}
