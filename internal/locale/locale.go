// Package locale holds the words that people see, in one catalogue that Go and the window read
// alike. A message is plain text with {placeholders}, or one text for each plural form. The
// catalogue is one folder a language and one file a room: a room for each place of the window, and
// beside them the rooms that only Go reads (see programRooms). Go gives the window its words, so
// that they are in no script and a language can be changed while the window is open.
package locale

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Args are the values of a message's placeholders. The value of "n" also chooses the plural form.
type Args map[string]any

// programRooms are the rooms whose words Go alone says: change.json of what a restore changes,
// command.json on the command line, day.json of the day on Home, due.json of what asks for a fresh look,
// usage.json in what it says of itself, edition.json in receipts of new editions, form.json in the form that a rater fills in, insight.json
// in charts and in what is said about them, native.json in menus and dialogs of the system,
// pages.json where the search knows pages by other words, paper.json in reports. All others, and fault.json with them, are the window's.
var programRooms = []string{"change", "command", "day", "due", "edition", "form", "insight", "native", "pages", "paper", "usage"}

// usageRoom has English texts as its keys, which stand beside what they describe; so English has no
// such room.
const usageRoom = "usage"

// Catalogue is the messages of one language.
type Catalogue struct {
	Language string             // "en"
	texts    map[string]string  // each message, in the form "other" where it has several
	plurals  map[string]message // the messages that have several
	window   json.RawMessage
	// monthFirst is how English is written in some regions: November 22, 2026.
	monthFirst bool
	begins     time.Weekday // with which a week begins
	tags       []string     // what In was given
}

// message is a text for each plural form; a message without plurals has only "other".
type message map[string]string

// UnmarshalJSON reads a text, or an object with a text for each plural form.
func (m *message) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err == nil {
		*m = message{"other": text}
		return nil
	}
	var forms map[string]string
	if err := json.Unmarshal(data, &forms); err != nil {
		return fmt.Errorf("a message is a text or an object of plural forms: %w", err)
	}
	*m = forms
	return nil
}

// Languages lists the languages of the catalogue, English first.
func Languages() []string {
	entries, err := fs.ReadDir(messages(), "messages")
	if err != nil {
		panic(err) // the archive is embedded
	}
	languages := []string{"en"}
	for _, entry := range entries {
		if entry.IsDir() && entry.Name() != "en" {
			languages = append(languages, entry.Name())
		}
	}
	return languages
}

var (
	cacheMu sync.Mutex
	cache   = map[string]*Catalogue{}
)

// For returns the catalogue of a language, or English where there is none for it. A catalogue is
// read once and may be used by several goroutines.
func For(language string) *Catalogue {
	if !slices.Contains(Languages(), language) {
		language = "en"
	}
	cacheMu.Lock()
	defer cacheMu.Unlock()
	if c, ok := cache[language]; ok {
		return c
	}
	c, err := read(messages(), language)
	if err != nil {
		panic(err) // the catalogue is embedded, and the tests read all of it
	}
	cache[language] = c
	return c
}

func read(files fs.FS, language string) (*Catalogue, error) {
	c := &Catalogue{Language: language, begins: time.Monday, texts: map[string]string{}, plurals: map[string]message{}}
	names, err := fs.Glob(files, path.Join("messages", language, "*.json"))
	if err != nil {
		return nil, err
	}
	window := map[string]json.RawMessage{}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		var texts map[string]message
		if err := json.Unmarshal(data, &texts); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for key, m := range texts {
			if _, twice := c.texts[key]; twice {
				return nil, fmt.Errorf("%s: the key %s stands in another file too", name, key)
			}
			// Hardly any message has several forms, and a map for each would be most of the catalogue.
			c.texts[key] = m["other"]
			if len(m) > 1 {
				c.plurals[key] = m
			}
		}
		if room := strings.TrimSuffix(path.Base(name), ".json"); slices.Contains(programRooms, room) {
			continue
		}
		if err := json.Unmarshal(data, &window); err != nil { // adds to what is there
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	c.window, err = json.Marshal(window)
	return c, err
}

// Window returns the words of the window as one JSON object: each message by its key, as its file
// has it.
func (c *Catalogue) Window() json.RawMessage { return c.window }

// Has reports whether the catalogue has a message.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.texts[key]
	return ok
}

// Text returns a message with its placeholders filled in. A key that the catalogue lacks is
// returned as it is: it is a defect, and a test finds it, but a person still sees the rest.
func (c *Catalogue) Text(key string, args ...Args) string {
	text, ok := c.texts[key]
	if !ok {
		return key
	}
	all := Args{}
	for _, a := range args {
		for name, value := range a {
			all[name] = value
		}
	}
	if n, ok := all["n"].(int); ok {
		if form, ok := c.plurals[key][pluralForm(c.Language, n)]; ok {
			text = form
		}
		all["n"] = c.Number(n)
	}
	return fill(text, all)
}

// fill replaces {name} by its value, in one pass, so that a value that holds braces stays as it is.
func fill(text string, args Args) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(text[open:], '}')
		if end < 0 {
			break
		}
		name := text[open+1 : open+end]
		out.WriteString(text[:open])
		if value, ok := args[name]; ok {
			fmt.Fprint(&out, value)
		} else {
			out.WriteString(text[open : open+end+1])
		}
		text = text[open+end+1:]
	}
	out.WriteString(text)
	return out.String()
}

// Number writes a whole number with the marks of its thousands, as both languages set them.
func (c *Catalogue) Number(n int) string {
	if n >= 1000 {
		return fmt.Sprintf("%s,%03d", c.Number(n/1000), n%1000)
	}
	return strconv.Itoa(n)
}

// pluralForm returns the plural category of a whole number, as Unicode CLDR names it. Korean has
// one form for all numbers.
func pluralForm(language string, n int) string {
	if language == "en" && n == 1 {
		return "one"
	}
	return "other"
}
