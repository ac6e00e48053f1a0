package main_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "valuetrail"

// mayImport is the house: each folder that holds a package, and which of our
// folders that package may import. Every package may import internal/message
// as well. A test in a package of its own (x_test) may import all but cmd.
var mayImport = map[string][]string{
	"internal/vocabulary": {},
	"internal/message":    {},
	"internal/need":       {},
	"internal/settings":   {"internal/vocabulary", "ingest/sheet"},
	"internal/privacy":    {"internal/vocabulary"},
	"internal/warehouse":  {"internal/vocabulary", "queries", "ingest", "metrics"},
	"queries":             {"internal/vocabulary"},
	"ingest/sheet":        {},
	"ingest/layout":       {"internal/vocabulary", "ingest/sheet"},
	"ingest":              {"internal/vocabulary", "internal/privacy", "internal/settings", "ingest/sheet", "ingest/layout"},
	"metrics/stat":        {},
	"metrics":             {"internal/vocabulary", "internal/privacy", "queries", "metrics/stat"},
	"metrics/story":       {"internal/vocabulary", "internal/privacy", "queries", "metrics/stat", "metrics"},
	"metrics/example":     {"internal/vocabulary", "queries", "metrics"},
	"reports":             {"internal/vocabulary", "metrics"},
	"reports/page":        {"internal/vocabulary", "metrics", "reports"},
	"reports/workbook":    {"internal/vocabulary", "metrics", "reports"},
	"reports/form":        {"internal/vocabulary", "metrics", "reports"},
	"samples":             {"internal/vocabulary"},
	"cmd/valuetrail":      {everyFolder},
}

// mayUse limits who may import what is not ours, by the start of the import
// path: the program's folders, and the folders whose tests may as well.
var mayUse = map[string]struct{ program, tests []string }{
	"github.com/duckdb/duckdb-go":      {[]string{"internal/warehouse"}, []string{"internal/warehouse", "cmd/valuetrail"}},
	"github.com/xuri/excelize":         {[]string{"ingest/sheet", "reports/workbook", "reports/form", "samples"}, []string{everyFolder}},
	"github.com/go-echarts/go-echarts": {[]string{"reports/page"}, []string{"reports/page"}},
	"github.com/urfave/cli":            {[]string{"cmd/valuetrail"}, []string{"cmd/valuetrail"}},
	"github.com/goccy/go-yaml":         {[]string{"internal/settings"}, []string{"internal/settings"}},
	"gonum.org/v1/gonum":               {[]string{"metrics/stat"}, []string{"metrics/stat"}},
	"html/template":                    {reportFolders, reportFolders},
	"text/template":                    {},
	"github.com/rogpeppe/go-internal":  {nil, []string{everyFolder}},
	"github.com/chromedp":              {nil, []string{everyFolder}},
	"pgregory.net/rapid":               {nil, []string{everyFolder}},
	"github.com/google/go-cmp":         {nil, []string{everyFolder}},
	"testing":                          {nil, []string{everyFolder}},
	module + "/internal/need":          {nil, []string{everyFolder}},
}

const everyFolder = "*"

var reportFolders = []string{"reports", "reports/page", "reports/workbook", "reports/form"}

// What a file and a function may measure, in lines; generated files are exempt.
const maxFile, maxFunction = 350, 60

var topLevelFolders = []string{"cmd", "ingest", "metrics", "reports", "queries", "samples", "internal"}

var emptyNames = []string{"util", "utils", "common", "helper", "helpers", "manager", "managers"}

// rules are what holds throughout the source; each lists its breaches.
var rules = map[string]func(sourceFile) []string{
	"imports follow the direction of flow":          importsAgainstTheFlow,
	"others' packages stay behind ours":             importsOutOfPlace,
	"text becomes markup only in reports/page":      trustedMarkup,
	"only main.go ends the program":                 endingsOfTheProgram,
	"files and functions stay short":                whatIsTooLong,
	"a package is named for what it holds":          namesThatSayNothing,
	"the folders at the top are those of the house": foldersOutsideTheHouse,
}

func TestTheHouseIsBuiltAsDrawn(t *testing.T) {
	files := readSource(t, os.DirFS(filepath.Join("..", "..")))
	if len(files) < 10 {
		t.Fatalf("only %d files of source were found", len(files))
	}
	for name, rule := range rules {
		t.Run(name, func(t *testing.T) {
			for _, file := range files {
				for _, breach := range rule(file) {
					t.Errorf("%s: %s", file.path, breach)
				}
			}
		})
	}
}

func TestTheTableOfImportsHasNoCircleAndNamesOnlyItsFolders(t *testing.T) {
	var visit func(folder string, above []string)
	visit = func(folder string, above []string) {
		if slices.Contains(above, folder) {
			t.Fatalf("%s leads back to itself", strings.Join(append(above, folder), " → "))
		}
		for _, next := range mayImport[folder] {
			if _, known := mayImport[next]; !known && next != everyFolder {
				t.Errorf("%s may import %s, which is no folder of the table", folder, next)
			}
			if folder != "cmd/valuetrail" {
				visit(next, append(slices.Clone(above), folder))
			}
		}
	}
	for folder := range mayImport {
		visit(folder, nil)
	}
}

func readSource(t *testing.T, root fs.FS) []sourceFile {
	t.Helper()
	var files []sourceFile
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			base := path.Base(name)
			if name != "." && (base[0] == '.' || base[0] == '_' || base == "testdata") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parseSource(name, string(text))
		files = append(files, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func importsAgainstTheFlow(file sourceFile) []string {
	allowed, known := mayImport[file.folder]
	if !known {
		return []string{fmt.Sprintf("folder %s is not in the table of imports", file.folder)}
	}
	var breaches []string
	for _, imported := range file.imports() {
		ours, isOurs := strings.CutPrefix(imported, module+"/")
		switch {
		case !isOurs || ours == "internal/message" && file.folder != ours || ours == file.folder:
		case ours == "internal/need" && file.isTest: // who may is in mayUse
		case strings.HasPrefix(ours, "cmd/"):
			breaches = append(breaches, fmt.Sprintf("imports %s: nothing imports cmd", ours))
		case file.isExternalTest() || slices.Contains(allowed, everyFolder) || slices.Contains(allowed, ours):
		default:
			breaches = append(breaches, fmt.Sprintf("%s imports %s, against the direction of flow", file.folder, ours))
		}
	}
	return breaches
}

func importsOutOfPlace(file sourceFile) []string {
	var breaches []string
	for _, imported := range file.imports() {
		for start, allowed := range mayUse {
			if imported != start && !strings.HasPrefix(imported, start+"/") {
				continue
			}
			folders := allowed.program
			if file.isTest {
				folders = allowed.tests
			}
			if !slices.Contains(folders, everyFolder) && !slices.Contains(folders, file.folder) {
				breaches = append(breaches, fmt.Sprintf("%s may not import %s", file.folder, imported))
			}
		}
	}
	return breaches
}

func namesThatSayNothing(file sourceFile) []string {
	name := strings.TrimSuffix(file.syntax.Name.Name, "_test")
	for _, word := range []string{name, path.Base(file.folder)} {
		if slices.Contains(emptyNames, word) {
			return []string{fmt.Sprintf("package %s: name it for what it holds", word)}
		}
	}
	return nil
}

func foldersOutsideTheHouse(file sourceFile) []string {
	top, _, below := strings.Cut(file.path, "/")
	if !below || !slices.Contains(topLevelFolders, top) {
		return []string{fmt.Sprintf("source lives in one of %s", strings.Join(topLevelFolders, ", "))}
	}
	return nil
}
