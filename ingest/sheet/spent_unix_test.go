//go:build unix

package sheet

import (
	"syscall"
	"time"
)

// spent is the processor time of this process: other programs do not count.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
