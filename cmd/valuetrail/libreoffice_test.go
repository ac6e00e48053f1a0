package main

import (
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"valuetrail/internal/need"
)

// pictures has LibreOffice print a workbook and gives its pages as pictures.
func pictures(t *testing.T, book string) []image.Image {
	t.Helper()
	office, toPictures := need.LibreOffice(t), need.Pdftoppm(t)
	folder := t.TempDir()
	if out, err := exec.Command(office, "--headless", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--convert-to", "pdf", "--outdir", folder, book).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	pdf := filepath.Join(folder, "sponsor.pdf")
	if out, err := exec.Command(toPictures, "-png", "-r", "60", pdf, filepath.Join(folder, "p")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(folder, "p*.png"))
	if err != nil {
		t.Fatal(err)
	}
	var all []image.Image
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
		all = append(all, picture)
	}
	return all
}

// solid is the widest and the tallest run of the bars' dark blue.
func solid(picture image.Image) (wide, tall int) {
	isBlue := func(x, y int) bool {
		r, g, b, _ := picture.At(x, y).RGBA()
		return r>>8 < 0x30 && g>>8 > 0x30 && g>>8 < 0x56 && b>>8 > 0x5c && b>>8 < 0x80
	}
	box := picture.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		run := 0
		for x := box.Min.X; x < box.Max.X; x++ {
			if run++; !isBlue(x, y) {
				run = 0
			}
			wide = max(wide, run)
		}
	}
	for x := box.Min.X; x < box.Max.X; x++ {
		run := 0
		for y := box.Min.Y; y < box.Max.Y; y++ {
			if run++; !isBlue(x, y) {
				run = 0
			}
			tall = max(tall, run)
		}
	}
	return wide, tall
}

func TestLibreOfficeDrawsTheWorkbooksBars(t *testing.T) {
	d, _, _ := lakeside(t)
	pages := pictures(t, d.path("sponsor.xlsx"))
	bars := 0
	for _, p := range pages {
		if wide, tall := solid(p); wide > 60 && tall > 10 {
			bars++
		}
	}
	if bars != 2 { // of the answers and of the practices, each on one sheet of paper
		t.Errorf("bars of charts are on %d of %d pages, want 2", bars, len(pages))
	}
}
