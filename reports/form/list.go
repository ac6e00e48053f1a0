package form

import "fmt"

// List is a workbook with one sheet: headings, and under them rows of texts as
// they are, none of which a spreadsheet program takes for a formula.
func List(title string, headings []string, rows [][]string, lang string) ([]byte, error) {
	b, err := newBook(lang, title)
	if err != nil {
		return nil, fmt.Errorf("list: %w", err)
	}
	defer b.file.Close()
	sheet, err := b.sheet(title)
	if err != nil {
		return nil, fmt.Errorf("list: %w", err)
	}
	widths := make([]float64, len(headings))
	for _, row := range append([][]string{headings}, rows...) {
		for i, text := range row[:min(len(row), len(widths))] {
			widths[i] = min(max(widths[i], float64(len([]rune(text))+3)), 50)
		}
	}
	err = b.first(b.rows(sheet, 1, append([][]string{headings}, rows...)), b.setWidths(sheet, widths), b.freeze(sheet),
		b.file.SetRowStyle(sheet, 1, 1, b.boldHeading))
	if err != nil {
		return nil, fmt.Errorf("list: %w", err)
	}
	return b.bytes()
}
