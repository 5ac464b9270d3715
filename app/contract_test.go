package app

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// lifecycle are the exported methods that Wails calls itself. They are handed over directly as
// options, which keeps them out of the bindings.
var lifecycle = []string{"Startup", "DomReady", "BeforeClose", "Shutdown"}

func boundMethods() []reflect.Method {
	var bound []reflect.Method
	typ := reflect.TypeFor[*App]()
	for i := range typ.NumMethod() {
		if m := typ.Method(i); !slices.Contains(lifecycle, m.Name) {
			bound = append(bound, m)
		}
	}
	return bound
}

func TestEveryBoundMethodTakesAndReturnsOnlyWhatCrossesTheBridge(t *testing.T) {
	if len(boundMethods()) == 0 {
		t.Fatal("no method is bound")
	}
	for _, m := range boundMethods() {
		for i := 1; i < m.Type.NumIn(); i++ { // 0 is the receiver
			checkCrossing(t, m.Name, m.Type.In(i), nil)
		}
		results := m.Type.NumOut()
		if results < 1 || results > 2 || m.Type.Out(results-1) != reflect.TypeFor[error]() {
			t.Errorf("%s does not end with an error", m.Name)
			continue
		}
		if results == 2 {
			checkCrossing(t, m.Name, m.Type.Out(0), nil)
		}
	}
}

// checkCrossing refuses the types that Wails turns into something else: named strings and numbers,
// times, maps, pointers, interfaces.
func checkCrossing(t *testing.T, where string, typ reflect.Type, seen []reflect.Type) {
	t.Helper()
	if slices.Contains(seen, typ) {
		return
	}
	switch typ.Kind() {
	case reflect.String, reflect.Int, reflect.Int64, reflect.Bool:
		if typ.PkgPath() != "" {
			t.Errorf("%s: the named type %s makes broken TypeScript", where, typ)
		}
	case reflect.Slice:
		checkCrossing(t, where, typ.Elem(), append(seen, typ))
	case reflect.Struct:
		for i := range typ.NumField() {
			field := typ.Field(i)
			name := where + " " + typ.Name() + "." + field.Name
			if !field.IsExported() || field.Tag.Get("json") == "" {
				t.Errorf("%s has no name in JSON", name)
			}
			checkCrossing(t, name, field.Type, append(seen, typ))
		}
	default:
		t.Errorf("%s: %s does not cross the bridge", where, typ)
	}
}

func TestEveryBoundMethodBeginsByCatchingPanics(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	guarded := map[string]bool{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			method, ok := decl.(*ast.FuncDecl)
			if !ok || method.Recv == nil || method.Body == nil || len(method.Body.List) == 0 {
				continue
			}
			if first, ok := method.Body.List[0].(*ast.DeferStmt); ok {
				if call, ok := first.Call.Fun.(*ast.SelectorExpr); ok && call.Sel.Name == "recovered" {
					guarded[method.Name.Name] = true
				}
			}
		}
	}
	for _, m := range boundMethods() {
		if !guarded[m.Name] {
			t.Errorf("%s does not begin with defer a.recovered(&err)", m.Name)
		}
	}
}

func TestNothingCrossesTheBridgeAsNull(t *testing.T) {
	a := testApp(t)
	catalogue, err := a.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	g, err := a.OpenGuide("backend-engineering")
	if err != nil {
		t.Fatal(err)
	}
	history, err := a.ItemHistory("backend-engineering", "be-001")
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{"catalogue": catalogue, "guide": g, "history": history} {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "null") && !strings.Contains(string(text), "nullable") {
			at := strings.Index(string(text), "null")
			t.Errorf("%s holds a null: …%s…", name, text[max(0, at-40):at+4])
		}
	}
}
