package app

import (
	"cmp"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
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

// TestWhatTheWindowCanCallIsWhatItCalls also keeps out a method that would be there for its types alone.
func TestWhatTheWindowCanCallIsWhatItCalls(t *testing.T) {
	if bound := Bound(testApp(t)); len(bound) != 1 || reflect.TypeOf(bound[0]) != reflect.TypeFor[*App]() {
		t.Errorf("%T is bound", bound)
	}
	called := map[string]bool{}
	for _, file := range []string{"index.ts", "keeping.ts"} {
		text, err := os.ReadFile(filepath.Join("..", "frontend", "src", "bridge", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`\bask\('(\w+)'\)`).FindAllSubmatch(text, -1) {
			called[string(found[1])] = true
		}
	}
	for _, m := range boundMethods() {
		if !called[m.Name] {
			t.Errorf("nothing in the window calls %s", m.Name)
		}
		delete(called, m.Name)
	}
	if len(called) > 0 {
		t.Errorf("the window calls %v, which there is not", slices.Sorted(maps.Keys(called)))
	}
}

// sent are names that the files with a * know.
var sent = map[string]string{
	"changes": backend + ".2026-01-01.2026-12-31", "evidence": backend + ".be-001", "help": "privacy.ko", "search": "ko",
}

// TestEveryFileHoldsWhatTypeScriptReadsInIt makes each file for a person who has rated nothing, where lists are empty.
func TestEveryFileHoldsWhatTypeScriptReadsInIt(t *testing.T) {
	views := map[string]reflect.Type{}
	for field := range reflect.TypeFor[Answers]().Fields() {
		views[field.Tag.Get("json")] = field.Type
		checkCrossing(t, "Answers", field.Type, nil)
	}
	a := testApp(t)
	for _, answer := range answers {
		name, _, _ := strings.Cut(strings.TrimPrefix(answer.path, "/"), "/")
		name = strings.TrimSuffix(name, ".json")
		view, said := views[name]
		delete(views, name)
		if slices.Contains([]string{"card", "details", "words"}, name) { // pictures, a text, the messages
			continue
		}
		if !said {
			t.Errorf("Answers does not say what %s holds", answer.path)
			continue
		}
		content, err := a.makeAnswer(answer, cmp.Or(sent[name], backend))
		if err != nil || reflect.TypeOf(content) != view {
			t.Errorf("%s holds %T, not %s: %v", answer.path, content, view, err)
		}
		checkNoNull(t, answer.path, content)
	}
	if len(views) > 0 {
		t.Errorf("no file holds %v", views)
	}
}

func TestNothingCrossesTheBridgeAsNull(t *testing.T) {
	history, err := testApp(t).ItemHistory(backend, "be-001")
	if err != nil {
		t.Fatal(err)
	}
	checkNoNull(t, "an item's history", history)
}

func checkNoNull(t *testing.T, name string, v any) {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if at := regexp.MustCompile(`[:\[,]null\b`).FindIndex(text); at != nil {
		t.Errorf("%s holds a null: …%s…", name, text[max(0, at[0]-40):at[1]])
	}
}
