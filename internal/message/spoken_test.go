package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// spoken is a key or problem code that the program's sources name.
type spoken struct {
	at, key string
	// values is the number of values handed on, -1 when it cannot be counted.
	values int
	prefix bool
}

func TestEveryKeyThatTheProgramSaysHasASentence(t *testing.T) {
	p := For("en")
	found := 0
	for _, s := range spokenKeys(t, "../..") {
		found++
		if s.prefix {
			if !hasPrefix(p.words(), s.key) {
				t.Errorf("%s: no key of english.txt begins with %q", s.at, s.key)
			}
			continue
		}
		sentence, ok := p.words().sentences[s.key]
		if !ok {
			t.Errorf("%s: english.txt has no key %q", s.at, s.key)
			continue
		}
		for ref := range refs(sentence) {
			if n, err := strconv.Atoi(ref); err == nil && s.values >= 0 && n > s.values {
				t.Errorf("%s: %s needs %d values, %d given", s.at, s.key, n, s.values)
			}
		}
	}
	t.Logf("%d sentences said", found)
}

func TestEveryProblemSaysWhatIsWrongAndWhatToDo(t *testing.T) {
	all := For("en").words()
	for _, key := range all.keys() {
		code, isProblem := strings.CutPrefix(key, "problem.")
		if !isProblem {
			continue
		}
		code, part, _ := strings.Cut(code, ".")
		if part != "what" && part != "remedy" {
			t.Errorf("%s: a problem has what and remedy, nothing else", key)
		}
		for _, part := range []string{"what", "remedy"} {
			sentence := all.sentences["problem."+code+"."+part]
			if sentence == nil {
				t.Errorf("problem.%s.%s is missing", code, part)
			}
			for ref := range refs(sentence) {
				if ref != "value" && ref != "detail" {
					t.Errorf("%s: {%s}: a problem knows value and detail only", key, ref)
				}
			}
		}
	}
}

// A sentence nobody says misleads whoever edits or translates the file.
func TestEveryProblemOfTheFileIsOneThatIsFound(t *testing.T) {
	var sources strings.Builder
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".sql") {
			return err
		}
		text, err := os.ReadFile(path)
		sources.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range For("en").words().keys() {
		code, isWhat := strings.CutSuffix(key, ".what")
		code, isProblem := strings.CutPrefix(code, "problem.")
		if isWhat && isProblem && !strings.Contains(sources.String(), `"`+code+`"`) && !strings.Contains(sources.String(), "'"+code+"'") {
			t.Errorf("%s: no reader and no question finds a problem %s", key, code)
		}
	}
}

func TestKeysAreFoundWhereverTheyAreSaid(t *testing.T) {
	dir := t.TempDir()
	source := `package x
const code = "a_code"
func f() {
	p.Say("one", 1, 2)
	p.Say("two."+s)
	p.Problem("three", "", "")
	sink.Problem(layout.Problem{Code: code})
	p.Say("four", message.Values{})
}`
	if err := os.MkdirAll(filepath.Join(dir, "ingest"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "ingest", "x.go"), source)
	write(t, filepath.Join(dir, "x.sql"), "SELECT 'b_code' AS code, 'note' AS severity")
	got := map[string]int{}
	for _, s := range spokenKeys(t, dir) {
		got[s.key] = s.values
	}
	want := map[string]int{"one": 2, "two.": 0, "problem.three.what": -1, "problem.a_code.what": -1, "problem.b_code.what": -1, "four": -1}
	if len(got) != len(want) {
		t.Errorf("found %v, want %v", got, want)
	}
	for key, n := range want {
		if got[key] != n {
			t.Errorf("%s: %d values, want %d", key, got[key], n)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func hasPrefix(all *tongue, prefix string) bool {
	for key := range all.sentences {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

var codeInSQL = regexp.MustCompile(`'([a-z_]+)'\s+AS\s+code\b`)

// spokenKeys walks the sources under root: Say and Problem calls, Code fields
// of problems under ingest, and problem codes in SQL.
func spokenKeys(t *testing.T, root string) []spoken {
	t.Helper()
	var all []spoken
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2):
			return filepath.SkipDir
		case strings.HasSuffix(path, ".sql"):
			text, err := os.ReadFile(path)
			for _, m := range codeInSQL.FindAllStringSubmatch(string(text), -1) {
				all = append(all, problemKey(path, m[1]))
			}
			return err
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			found, err := keysOf(path)
			all = append(all, found...)
			return err
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return all
}

func keysOf(path string) ([]spoken, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, 0)
	if err != nil {
		return nil, err
	}
	consts := constants(file)
	underIngest := strings.Contains(filepath.ToSlash(path), "/ingest/")
	var all []spoken
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if s, ok := call(n, consts); ok {
				s.at = files.Position(n.Pos()).String()
				all = append(all, s)
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" && underIngest {
				if code := literal(n.Value, consts); code != "" {
					all = append(all, problemKey(files.Position(n.Pos()).String(), code))
				}
			}
		}
		return true
	})
	return all, nil
}

func call(n *ast.CallExpr, consts map[string]string) (spoken, bool) {
	f, ok := n.Fun.(*ast.SelectorExpr)
	if !ok || len(n.Args) == 0 {
		return spoken{}, false
	}
	switch {
	case f.Sel.Name == "Problem" && len(n.Args) == 3:
		if code := literal(n.Args[0], consts); code != "" {
			return problemKey("", code), true
		}
	case f.Sel.Name == "Say":
		if sum, ok := n.Args[0].(*ast.BinaryExpr); ok {
			key := literal(sum.X, consts)
			return spoken{key: key, prefix: true}, key != ""
		}
		key, values := literal(n.Args[0], consts), len(n.Args)-1
		if values == 1 && isNamed(n.Args[1]) || n.Ellipsis.IsValid() {
			values = -1
		}
		return spoken{key: key, values: values}, key != ""
	}
	return spoken{}, false
}

func problemKey(at, code string) spoken {
	return spoken{at: at, key: "problem." + code + ".what", values: -1}
}

func isNamed(e ast.Expr) bool {
	c, ok := e.(*ast.CompositeLit)
	if !ok {
		return false
	}
	s, ok := c.Type.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Values"
}

func constants(file *ast.File) map[string]string {
	all := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok {
			for i, name := range v.Names {
				if i < len(v.Values) {
					if words := literal(v.Values[i], nil); words != "" {
						all[name.Name] = words
					}
				}
			}
		}
		return true
	})
	return all
}

func literal(e ast.Expr, consts map[string]string) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, _ := strconv.Unquote(e.Value)
			return s
		}
	case *ast.Ident:
		return consts[e.Name]
	}
	return ""
}
