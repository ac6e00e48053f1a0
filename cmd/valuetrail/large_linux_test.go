package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest"
)

// largeSizes asks for a million rows of text and 300,000 of a workbook: set it
// to 1. Else the same is done with fewer.
const largeSizes = "VALUETRAIL_LARGE"

const largeHeading = "session_id,session_date,name,email,joined,left"

// largeRow is an attendance in a community of 4,000.
func largeRow(n int) []string {
	session, who := n/1000, n*7%4000
	day := fmt.Sprintf("2025-%02d-%02d", session%12+1, session%28+1)
	return []string{fmt.Sprintf("s%d", session), day, fmt.Sprintf("Member Number%d", who), fmt.Sprintf("m%d@firm.org", who),
		fmt.Sprintf("%sT10:%02d:00Z", day, n%60), day + "T11:00:00Z"}
}

func largeText(t *testing.T, path string, rows int) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(largeHeading + "\n")
	for n := range rows {
		b.WriteString(strings.Join(largeRow(n), ",") + "\n")
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func largeWorkbook(t *testing.T, path string, rows int) {
	t.Helper()
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for n := range rows + 1 {
		cells := strings.Split(largeHeading, ",")
		if n > 0 {
			cells = largeRow(n - 1)
		}
		values := make([]any, len(cells))
		for i, c := range cells {
			values[i] = c
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n+1), values); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

// terminal is a terminal of the kernel's: what is written to the far end is
// said to a person. The text comes when the far end is closed.
func terminal(t *testing.T) (far *os.File, said func() string) {
	t.Helper()
	near, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	var locked, number int32
	for request, value := range map[uintptr]*int32{0x40045431: &locked, 0x80045430: &number} { // TIOCSPTLCK, TIOCGPTN
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, near.Fd(), request, uintptr(unsafe.Pointer(value))); errno != 0 {
			t.Fatal(errno)
		}
	}
	if far, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0); err != nil {
		t.Fatal(err)
	}
	text := make(chan string)
	go func() {
		defer near.Close()
		all, _ := io.ReadAll(near) // ends with an error when the far end is closed
		text <- string(all)
	}()
	return far, func() string { far.Close(); return <-text }
}

// outputAndMemory runs a program and asks it, as long as it runs, for the most
// memory it has held, in MiB. What the system tells its parent counts the
// parent's own as well.
func outputAndMemory(run *exec.Cmd) (out []byte, held int64, err error) {
	var b bytes.Buffer
	run.Stdout = &b
	if err := run.Start(); err != nil {
		return nil, 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- run.Wait() }()
	for {
		select {
		case err := <-ended:
			return b.Bytes(), held, err
		case <-time.After(5 * time.Millisecond):
			held = max(held, mostHeld(run.Process.Pid))
		}
	}
}

// mostHeld is the most memory that a process has held so far, in MiB; 0 for one
// that has ended.
func mostHeld(pid int) int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, after, found := strings.Cut(string(status), "VmHWM:")
	if !found {
		return 0
	}
	kibibytes, _ := strconv.ParseInt(strings.Fields(after)[0], 10, 64)
	return kibibytes >> 10
}

func TestALargeExportIsReadInBoundedMemoryWithABarOfProgress(t *testing.T) {
	full := os.Getenv(largeSizes) == "1"
	for name, c := range map[string]struct {
		few, many int
		write     func(*testing.T, string, int)
	}{"large.csv": {6_000, 1_000_000, largeText}, "large.xlsx": {6_000, 300_000, largeWorkbook}} {
		rows := c.few
		if full {
			rows = c.many
		}
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			c.write(t, filepath.Join(dir, name), rows)
			program, err := exec.LookPath("valuetrail") // testscript.Main put it there
			if err != nil {
				t.Fatal(err)
			}
			far, said := terminal(t)
			run := exec.Command(program, "ingest", "--json", name)
			run.Dir, run.Stderr = dir, far
			out, held, err := outputAndMemory(run)
			text := said()
			var receipt ingest.Receipt
			if err != nil || json.Unmarshal(out, &receipt) != nil || len(receipt.Files) != 1 || receipt.Files[0].Rows.Loaded != rows {
				t.Fatalf("%v: %.2000s\n%s", err, out, text)
			}
			t.Logf("%d rows, %d MiB, %v of a processor", rows, held, run.ProcessState.UserTime()+run.ProcessState.SystemTime())
			if held == 0 || held > 1024+512 {
				t.Errorf("held %d MiB", held)
			}
			checkBar(t, text, name, full)
		})
	}
}

// checkBar makes sure that a person saw what was going on.
func checkBar(t *testing.T, text, name string, full bool) {
	t.Helper()
	wants := []string{"[", "] 1 of 1 file read, " + name, "] storing " + name, "working out who is who"}
	if full {
		wants = append(wants, "[####", " rows a second", " s left")
	}
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("nobody was told %q:\n%.3000q", want, text)
		}
	}
	if !strings.Contains(text, "\r\x1b[K") {
		t.Error("the line was never taken away")
	}
}
