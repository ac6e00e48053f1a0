package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
)

// sourceFile is one parsed Go file, by its path from the module's root.
type sourceFile struct {
	path, folder string
	text         string
	isTest       bool
	isGenerated  bool
	positions    *token.FileSet
	syntax       *ast.File
}

func parseSource(name, text string) (sourceFile, error) {
	positions := token.NewFileSet()
	syntax, err := parser.ParseFile(positions, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return sourceFile{}, err
	}
	return sourceFile{
		path: name, folder: path.Dir(name), text: text,
		isTest:      strings.HasSuffix(name, "_test.go"),
		isGenerated: ast.IsGenerated(syntax),
		positions:   positions, syntax: syntax,
	}, nil
}

func (f sourceFile) isExternalTest() bool {
	return f.isTest && strings.HasSuffix(f.syntax.Name.Name, "_test")
}

func (f sourceFile) imports() []string {
	var paths []string
	for _, spec := range f.syntax.Imports {
		unquoted, _ := strconv.Unquote(spec.Path.Value) // the parser has checked it
		paths = append(paths, unquoted)
	}
	return paths
}

// uses lists where the file names a member of the package at importPath that
// is wanted, as "line 12: os.Exit", under whatever name it imported it.
func (f sourceFile) uses(importPath string, wanted func(member string) bool) []string {
	local := ""
	for i, imported := range f.imports() {
		if imported != importPath {
			continue
		}
		local = path.Base(importPath)
		if name := f.syntax.Imports[i].Name; name != nil {
			local = name.Name
		}
	}
	if local == "." {
		return []string{"imports " + importPath + " without its name"}
	}
	var found []string
	ast.Inspect(f.syntax, func(node ast.Node) bool {
		selector, ok := node.(*ast.SelectorExpr)
		if !ok || local == "" || !wanted(selector.Sel.Name) {
			return true
		}
		if of, ok := selector.X.(*ast.Ident); ok && of.Name == local {
			found = append(found, fmt.Sprintf("line %d: %s.%s", f.line(selector.Pos()), path.Base(importPath), selector.Sel.Name))
		}
		return true
	})
	return found
}

func (f sourceFile) line(at token.Pos) int { return f.positions.Position(at).Line }

// trustedMarkup finds html/template's types for text that is not escaped.
func trustedMarkup(file sourceFile) []string {
	if file.folder == "reports/page" {
		return nil
	}
	return file.uses("html/template", func(member string) bool {
		return slices.Contains([]string{"HTML", "HTMLAttr", "JS", "JSStr", "URL", "CSS", "Srcset"}, member)
	})
}

func endingsOfTheProgram(file sourceFile) []string {
	if file.path == "cmd/valuetrail/main.go" {
		return nil
	}
	return append(
		file.uses("os", func(member string) bool { return member == "Exit" }),
		file.uses("log", func(member string) bool { return strings.HasPrefix(member, "Fatal") })...)
}

func whatIsTooLong(file sourceFile) []string {
	if file.isGenerated {
		return nil
	}
	var breaches []string
	if lines := strings.Count(file.text, "\n"); lines > maxFile {
		breaches = append(breaches, fmt.Sprintf("%d lines; want at most %d", lines, maxFile))
	}
	ast.Inspect(file.syntax, func(node ast.Node) bool {
		name := "function"
		switch function := node.(type) {
		case *ast.FuncDecl:
			name = function.Name.Name
		case *ast.FuncLit:
		default:
			return true
		}
		if lines := file.line(node.End()) - file.line(node.Pos()) + 1; lines > maxFunction {
			breaches = append(breaches, fmt.Sprintf("line %d: %s has %d lines; want at most %d", file.line(node.Pos()), name, lines, maxFunction))
		}
		return true
	})
	return breaches
}
