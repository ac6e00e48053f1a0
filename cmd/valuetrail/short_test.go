package main

import "testing"

// often is how many times a test that repeats itself does so: full, or few where
// only the race detector is asked (-short); nothing is skipped.
func often(full, few int) int {
	if testing.Short() {
		return few
	}
	return full
}
