//go:build !linux

package sheet

import "time"

var started = time.Now()

// spent is the time that has gone by, where the processor's is not to be had.
func spent() time.Duration { return time.Since(started) }

// spentByAll is the same for the whole process.
func spentByAll() time.Duration { return spent() }
