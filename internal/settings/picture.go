package settings

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A picture is carried in every page, so it is small: mostPicture bytes, and
// mostSide pixels a side, above which decoding would cost more than a page.
const mostPicture, mostSide = 512 << 10, 4096

// PictureError says why the picture that report.logo names cannot be shown.
type PictureError struct{ Name, What, Remedy string }

func (e *PictureError) Error() string { return fmt.Sprintf("report.logo: %s %s", e.Name, e.What) }

// Hint says what to do.
func (e *PictureError) Hint() string { return e.Remedy }

// ReadPicture reads the picture of a name in the folder of the settings: its kind
// (image/png, image/jpeg or image/svg+xml) and what a page carries. Png and jpeg
// are written anew, so that nothing but the picture is in them: no place, no
// camera, no name. An svg is as it was, to be shown as an image alone. What is
// not such a picture gives a *PictureError.
func ReadPicture(folder, name string) (kind string, data []byte, err error) {
	refused := func(what, remedy string) error { return &PictureError{Name: name, What: what, Remedy: remedy} }
	if !filepath.IsLocal(name) {
		return "", nil, refused("is not in the folder of the settings", "copy the picture there and write its name alone")
	}
	data, err = readInside(folder, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, refused("is not in the folder of the settings", "put the picture there, or take logo out of the settings")
	case err != nil:
		return "", nil, refused("cannot be read: "+reason(err), "put a picture there that can be, or take logo out of the settings")
	case len(data) > mostPicture:
		return "", nil, refused(fmt.Sprintf("has more than %d KB", mostPicture>>10), "save it smaller: 400 pixels wide are enough")
	}
	kind, data, err = pictureOf(data)
	if err != nil {
		return "", nil, refused("is no picture that a page can show: "+err.Error(), "save it as png, jpeg or plain svg")
	}
	if len(data) > mostPicture {
		return "", nil, refused(fmt.Sprintf("comes to more than %d KB", mostPicture>>10), "save it smaller: 400 pixels wide are enough")
	}
	return kind, data, nil
}

// readInside reads a file that lies in a folder, also where links lead, and at
// most one byte more than a picture has.
func readInside(folder, name string) ([]byte, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	about, err := root.Stat(name)
	if err != nil {
		return nil, err
	}
	if !about.Mode().IsRegular() {
		return nil, errors.New("it is no file")
	}
	file, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, mostPicture+1))
}

// reason is an error without the places of this computer.
func reason(err error) string {
	if place := (*fs.PathError)(nil); errors.As(err, &place) {
		return place.Err.Error()
	}
	return err.Error()
}

// pictureOf tells the kind by what is in the file, never by its name.
func pictureOf(data []byte) (kind string, out []byte, err error) {
	var b bytes.Buffer
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		var i image.Image
		if i, err = decoded(data, png.DecodeConfig, png.Decode); err == nil {
			err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, i)
		}
		return "image/png", b.Bytes(), err
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		var i image.Image
		if i, err = decoded(data, jpeg.DecodeConfig, jpeg.Decode); err == nil {
			err = jpeg.Encode(&b, i, &jpeg.Options{Quality: 92})
		}
		return "image/jpeg", b.Bytes(), err
	}
	return "image/svg+xml", data, plainSVG(data)
}

func decoded(data []byte, size func(io.Reader) (image.Config, error), whole func(io.Reader) (image.Image, error)) (image.Image, error) {
	c, err := size(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if c.Width > mostSide || c.Height > mostSide {
		return nil, fmt.Errorf("%d by %d pixels are too many", c.Width, c.Height)
	}
	return whole(bytes.NewReader(data))
}

// plainSVG refuses what a browser would not draw as an image, and declarations
// that could make a small file endless.
func plainSVG(data []byte) error {
	d, root := xml.NewDecoder(bytes.NewReader(data)), false
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF && root:
			return nil
		case err != nil && !root:
			return errors.New("it is neither png nor jpeg nor svg")
		case err != nil:
			return fmt.Errorf("as svg it is broken: %w", err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if bytes.Contains(t, []byte("[")) {
				return errors.New("it is an svg with declarations of its own")
			}
		case xml.StartElement:
			if !root && t.Name != (xml.Name{Space: "http://www.w3.org/2000/svg", Local: "svg"}) {
				return errors.New("it is neither png nor jpeg nor svg")
			}
			root = true
		}
	}
}
