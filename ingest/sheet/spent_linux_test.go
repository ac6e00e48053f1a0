package sheet

import (
	"runtime"
	"syscall"
	"time"
)

// spent is the processor time of the test's own thread: what it would take on a
// machine that does nothing else.
func spent() time.Duration {
	runtime.LockOSThread()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_THREAD, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// spentByAll is the processor time of the whole process, what cleans up memory
// too.
func spentByAll() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
