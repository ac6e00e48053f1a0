package settings

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const svgOf = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">`

// drawnPicture is a small picture in a form.
func drawnPicture(t testing.TB, form string, wide int) []byte {
	t.Helper()
	i := image.NewRGBA(image.Rect(0, 0, wide, 2))
	i.Set(1, 1, color.RGBA{R: 18, G: 67, B: 109, A: 255})
	var b bytes.Buffer
	err := png.Encode(&b, i)
	if form == "jpeg" {
		b.Reset()
		err = jpeg.Encode(&b, i, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif puts a remark of a camera behind the beginning of a jpeg.
func exif(picture []byte, remark string) []byte {
	segment := append([]byte{0xff, 0xe1, 0, byte(len(remark) + 2)}, remark...)
	return append(append(bytes.Clone(picture[:2]), segment...), picture[2:]...)
}

func TestAPictureBesideTheSettingsIsReadWithoutWhatACameraRemarked(t *testing.T) {
	hostile := svgOf + `<script>alert(1)</script><image href="https://example.org/x.png"/></svg>`
	cases := map[string]struct {
		data []byte
		kind string
		not  string
	}{
		"a png, whatever it is called":    {drawnPicture(t, "png", 8), "image/png", "tEXt"},
		"a png with more behind it":       {append(drawnPicture(t, "png", 8), "<script>Ann Lee"...), "image/png", "Ann Lee"},
		"a jpeg":                          {drawnPicture(t, "jpeg", 8), "image/jpeg", "Exif"},
		"a jpeg of a camera":              {exif(drawnPicture(t, "jpeg", 8), "Exif\x00\x00by Ann Lee, 54.4 N"), "image/jpeg", "Ann Lee"},
		"an svg":                          {[]byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<!-- made here -->" + svgOf + `<path d="M0 0h8"/></svg>` + "\n"), "image/svg+xml", "script"},
		"an svg of an old kind":           {[]byte(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + svgOf + `</svg>`), "image/svg+xml", "script"},
		"a hostile svg, for an img alone": {[]byte(hostile), "image/svg+xml", "\x00"},
	}
	for name, c := range cases {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "logo.x"), c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		kind, data, err := ReadPicture(folder, "logo.x")
		if err != nil || kind != c.kind || len(data) == 0 || bytes.Contains(data, []byte(c.not)) {
			t.Errorf("%s: %s, %q, %v", name, kind, data, err)
		}
		if _, again, _ := ReadPicture(folder, "logo.x"); !bytes.Equal(data, again) {
			t.Errorf("%s: other bytes the second time", name)
		}
		if kind == "image/png" {
			if i, err := png.Decode(bytes.NewReader(data)); err != nil || i.At(1, 1) != (color.RGBA{18, 67, 109, 255}) && i.At(1, 1) != (color.NRGBA{18, 67, 109, 255}) {
				t.Errorf("%s: another picture: %v", name, err)
			}
		}
	}
}

func TestWhatIsNoPictureIsRefusedWithWhatToDo(t *testing.T) {
	above := t.TempDir()
	folder := filepath.Join(above, "lakeside")
	short := drawnPicture(t, "png", 8)
	for name, data := range map[string][]byte{
		"lakeside/words.png": []byte("not a picture"), "lakeside/empty.png": nil, "lakeside/half.png": short[:len(short)-20], "lakeside/half.jpeg": drawnPicture(t, "jpeg", 8)[:40],
		"lakeside/big.png": append(drawnPicture(t, "png", 8), make([]byte, mostPicture)...), "lakeside/wide.png": drawnPicture(t, "png", mostSide+1),
		"lakeside/half.svg": []byte(svgOf + "<g>"), "lakeside/page.svg": []byte("<html><body/></html>"), "lakeside/bare.svg": []byte("<svg/>"),
		"lakeside/bomb.svg":     []byte(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + svgOf + "<text>&b;</text></svg>"),
		"lakeside/wide.svg":     []byte(`<?xml version="1.0" encoding="UTF-16"?>` + svgOf + "</svg>"),
		"lakeside/folder/x.png": short, "secret.png": short,
	} {
		file := filepath.Join(above, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, data, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	away := "cannot be read"
	if err := os.Symlink(filepath.Join(above, "secret.png"), filepath.Join(folder, "link.png")); err != nil {
		away = "is not in the folder" // not every system has links
	}
	for name, want := range map[string]string{
		"gone.png": "is not in the folder of the settings", "../secret.png": "is not in the folder of the settings", filepath.Join(above, "secret.png"): "is not in the folder of the settings",
		"link.png": away, "folder": "cannot be read: it is no file", "words.png": "neither png nor jpeg nor svg", "empty.png": "neither png nor jpeg nor svg",
		"half.png": "no picture that a page can show", "half.jpeg": "no picture that a page can show", "big.png": "has more than 512 KB", "wide.png": "4097 by 2 pixels are too many",
		"half.svg": "as svg it is broken", "page.svg": "neither png nor jpeg nor svg", "bare.svg": "neither png nor jpeg nor svg", "bomb.svg": "declarations of its own", "wide.svg": "neither png nor jpeg nor svg",
	} {
		kind, data, err := ReadPicture(folder, name)
		var refused *PictureError
		if !errors.As(err, &refused) || kind != "" || data != nil {
			t.Errorf("%s: %s, %d bytes, %v", name, kind, len(data), err)
			continue
		}
		if says := err.Error(); !strings.HasPrefix(says, "report.logo: "+name) || !strings.Contains(says, want) || refused.Hint() == "" || strings.Contains(strings.TrimPrefix(says, "report.logo: "+name), above) {
			t.Errorf("%s: %s", name, says)
		}
	}
}

func FuzzPictureIsReadOrRefusedNeverBoth(f *testing.F) {
	for _, seed := range [][]byte{drawnPicture(f, "png", 8), drawnPicture(f, "jpeg", 8), exif(drawnPicture(f, "jpeg", 8), "Exif"), []byte(svgOf + "</svg>"), []byte("<!DOCTYPE svg []>" + svgOf), nil} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		kind, out, err := pictureOf(data)
		if err != nil {
			return
		}
		again, twice, err := pictureOf(out)
		if err != nil || again != kind || kind == "image/png" && !bytes.Equal(out, twice) {
			t.Errorf("%s, then %s, %v", kind, again, err)
		}
	})
}
