package journal

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"
)

// entry is a file in an archive that a test makes by hand.
type entry struct {
	name string
	text string
	mode os.FileMode
}

// handMade writes an archive. A manifest that fits is added where there is none.
func handMade(t *testing.T, entries ...entry) string {
	t.Helper()
	var data bytes.Buffer
	w := zip.NewWriter(&data)
	m := manifest{Format: archiveFormat, Version: archiveVersion, Profile: newID()}
	hasManifest := false
	for _, e := range entries {
		hasManifest = hasManifest || e.name == manifestName
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		h.SetMode(0o600 | e.mode)
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(f, e.text)
		}
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(e.text))
		m.Files = append(m.Files, manifestFile{Name: e.name, Rows: strings.Count(e.text, "\n"), SHA256: hex.EncodeToString(sum[:])})
	}
	if !hasManifest {
		f, err := w.Create(manifestName)
		if err == nil {
			err = json.NewEncoder(f).Encode(m)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x"+ArchiveExtension)
	write(t, path, data.Bytes())
	return path
}

// good returns the entries of an archive with one profile and one mark.
func good() []entry {
	profile, device := newID(), newID()
	texts := map[string]string{
		"profile": fmt.Sprintf(`{"id":%q,"name":"미나","created_at":1,"clock":0}`+"\n", profile),
		"mark": fmt.Sprintf(`{"id":%q,"profile_id":%q,"guide":"g","item":"i","verdict":2,"origin":"self","rater":"","edition":1,"digest":"0123456789abcdef","device_id":%q,"clock":65536,"at":1}`+"\n",
			newID(), profile, device),
	}
	var all []entry
	for _, table := range archived {
		all = append(all, entry{name: table + linesSuffix, text: texts[table]})
	}
	return all
}

func TestFilesThatAreNoExportedJournalAreRefusedAndNothingChanges(t *testing.T) {
	change := func(table, from, to string) string {
		entries := good()
		for i := range entries {
			if entries[i].name == table+linesSuffix {
				entries[i].text = strings.Replace(entries[i].text, from, to, 1)
			}
		}
		return handMade(t, entries...)
	}
	renamed := func(name string, mode os.FileMode) string {
		entries := good()
		entries[len(entries)-1] = entry{name: name, mode: mode}
		return handMade(t, entries...)
	}
	plain := func(data string) string {
		path := filepath.Join(t.TempDir(), "x")
		write(t, path, []byte(data))
		return path
	}
	cut := func() string {
		path := handMade(t, good()...)
		data := read(t, path)
		write(t, path, data[:len(data)-30])
		return path
	}
	for name, path := range map[string]string{
		"a text":                  plain("Liebes Tagebuch"),
		"nothing":                 plain(""),
		"no file":                 filepath.Join(t.TempDir(), "gone"),
		"cut off":                 cut(),
		"a parent folder":         renamed("../../evil", 0),
		"an absolute name":        renamed("/etc/passwd", 0),
		"a drive":                 renamed(`C:\evil`, 0),
		"a device":                renamed("CON", 0),
		"a link":                  renamed("receipt"+linesSuffix, os.ModeSymlink),
		"a folder":                renamed("receipt"+linesSuffix+"/", 0),
		"a name with NUL":         renamed("a\x00b", 0),
		"an entry too many":       handMade(t, append(good(), entry{name: "extra"})...),
		"an entry twice":          handMade(t, append(good()[:len(archived)-1], good()[0])...),
		"another manifest":        handMade(t, append(good()[:len(archived)], entry{name: manifestName, text: `{"format":"zip"}`})...),
		"no JSON":                 change("mark", `{"id"`, `{"id`),
		"an unknown field":        change("mark", `"guide"`, `"gilde"`),
		"a verdict of 9":          change("mark", `"verdict":2`, `"verdict":9`),
		"an origin there is not":  change("mark", `"self"`, `"boss"`),
		"the end of time":         change("mark", `"clock":65536`, `"clock":9223372036854775807`),
		"the year 10000":          change("mark", `"at":1}`, `"at":253402300800000}`),
		"a number with a point":   change("mark", `"at":1}`, `"at":1.5}`),
		"two rows in a line":      change("mark", "\n", "{}\n"),
		"a character 0":           change("mark", `"guide":"g"`, `"guide":"g\u0000"`),
		"no UTF-8":                change("mark", `"guide":"g"`, "\"guide\":\"\xff\""),
		"a name on two lines":     change("profile", "미나", `미나\n`),
		"a profile that is not":   change("profile", `"created_at"`, `"created_at":1}`+"\n"+`{"id":"x"`),
		"a mark of nobody":        change("profile", `{"id":"`, `{"id":"0`),
		"more than declared rows": change("profile", "\n", "\n\n"),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			a, err := OpenArchive(t.Context(), dir, path, "")
			if !errors.Is(err, ErrArchive) {
				t.Errorf("got %v, want ErrArchive", err)
			}
			if err == nil {
				_ = a.Close()
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "*", "*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
	a, err := OpenArchive(t.Context(), t.TempDir(), handMade(t, good()...), "")
	if err != nil {
		t.Fatalf("the archive that the others are made of is refused: %v", err)
	}
	_ = a.Close()
}

func TestAnArchiveOfANewerProgramIsSaid(t *testing.T) {
	path := handMade(t, append(good(), entry{name: manifestName, text: `{"format":"levelica","version":2}`})...)
	if _, err := OpenArchive(t.Context(), t.TempDir(), path, ""); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v, want ErrNewer", err)
	}
}

func TestAnArchiveThatUnpacksWithoutEndIsStopped(t *testing.T) {
	entries := good()
	entries[0].text = strings.Repeat("0", 64<<20)
	_, err := OpenArchive(t.Context(), t.TempDir(), handMade(t, entries...), "")
	if !errors.Is(err, ErrArchive) || !strings.Contains(err.Error(), "packed more than") {
		t.Errorf("got %v", err)
	}
}

func TestAMarkThatContradictsTheOneThatIsThereIsRefused(t *testing.T) {
	j := open(t, t.TempDir())
	entries := good()
	imported(t, j, handMade(t, entries...), "")
	before := rowsIn(t, j)
	entries[1].text = strings.Replace(entries[1].text, `"verdict":2`, `"verdict":3`, 1)
	a, err := OpenArchive(t.Context(), t.TempDir(), handMade(t, entries...), "")
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if _, err := j.Import(t.Context(), a, ""); !errors.Is(err, ErrConflict) {
		t.Errorf("got %v, want ErrConflict", err)
	}
	if diff := cmp.Diff(before, rowsIn(t, j)); diff != "" {
		t.Error(diff)
	}
}

func FuzzAnyFileIsReadOrRefused(f *testing.F) {
	dir := f.TempDir()
	path := filepath.Join(dir, "seed")
	j, err := Open(f.Context(), dir, Options{})
	if err != nil {
		f.Fatal(err)
	}
	if err := errors.Join(j.Export(f.Context(), path, ""), j.Close()); err != nil {
		f.Fatal(err)
	}
	plain, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain)
	f.Add(lightlySealed(f, plain))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x")
		write(t, path, data)
		a, err := OpenArchive(t.Context(), t.TempDir(), path, "x")
		if err == nil {
			_ = a.Close()
		} else if !errors.Is(err, ErrArchive) && !errors.Is(err, ErrPassphrase) && !errors.Is(err, ErrNewer) {
			t.Errorf("got %v", err)
		}
	})
}

// lightlySealed seals a file as Export does, but so that opening it costs no second: a fuzzer opens it
// often.
func lightlySealed(t testing.TB, plain []byte) []byte {
	t.Helper()
	recipient, err := age.NewScryptRecipient("x")
	if err != nil {
		t.Fatal(err)
	}
	recipient.SetWorkFactor(1)
	var out bytes.Buffer
	sealed, err := age.Encrypt(&out, recipient)
	if err == nil {
		_, err = sealed.Write(plain)
	}
	if err == nil {
		err = sealed.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func FuzzAnyLineIsReadOrRefused(f *testing.F) {
	for i, e := range good() {
		f.Add(uint8(i), e.text)
	}
	f.Add(uint8(2), `{"id":"01a20313-1599-780a-8743-34adf24ccd4f","kind":"note","text":"=1+1"}`)
	f.Fuzz(func(t *testing.T, place uint8, text string) {
		entries := good()
		entries[int(place)%len(entries)].text = text
		a, err := OpenArchive(t.Context(), t.TempDir(), handMade(t, entries...), "")
		if err == nil {
			_ = a.Close()
		} else if !errors.Is(err, ErrArchive) {
			t.Errorf("got %v", err)
		}
	})
}
