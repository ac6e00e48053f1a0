package metrics

import "sync"

// inFlight is how many questions are put to a source at once: a source that cannot
// answer so many lets some wait.
const inFlight = 4

// atOnce does 0 to n-1, some at a time, each into a place of its own, and gives
// the first error in their order.
func atOnce(n int, do func(i int) error) error {
	errs := make([]error, n)
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(n, inFlight) {
		wait.Go(func() {
			for i := range next {
				errs[i] = do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
