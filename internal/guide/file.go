package guide

import "encoding/json"

// The files of a guide, as they are written. Everything else works on Guide.

const (
	structureName = "guide.yaml"
	ledgerName    = "ledger.yaml"
	pastName      = "past.yaml"
)

// isWords reports whether a file of a guide's folder holds the words of a language.
func isWords(base string) bool {
	return base != structureName && base != ledgerName && base != pastName
}

// structureFile is guide.yaml.
type structureFile struct {
	Slug       string          `yaml:"slug"`
	Emoji      string          `yaml:"emoji"`
	Category   string          `yaml:"category"`
	Edition    int             `yaml:"edition"`
	Published  string          `yaml:"published"`
	Updated    string          `yaml:"updated"`
	License    string          `yaml:"license"`
	CompleteAt int             `yaml:"complete_at"`
	Strands    []string        `yaml:"strands"`
	Levels     []levelFile     `yaml:"levels"`
	References []referenceFile `yaml:"references"`
	Related    []string        `yaml:"related"`
}

type levelFile struct {
	Number  int        `yaml:"number"`
	Dreyfus string     `yaml:"dreyfus"`
	SFIA    string     `yaml:"sfia"`
	Items   []itemFile `yaml:"items"`
}

type itemFile struct {
	ID         string     `yaml:"id"`
	Strand     string     `yaml:"strand"`
	Drill      bool       `yaml:"drill"`
	References []string   `yaml:"references"`
	Resources  []Resource `yaml:"resources"`
}

type referenceFile struct {
	ID          string `yaml:"id"`
	Type        string `yaml:"type"`
	Authors     string `yaml:"authors"`
	Title       string `yaml:"title"`
	Source      string `yaml:"source"`
	Year        int    `yaml:"year"`
	DOI         string `yaml:"doi"`
	URL         string `yaml:"url"`
	ISBN        string `yaml:"isbn"`
	Levels      []int  `yaml:"levels"`
	Verified    string `yaml:"verified"`
	VerifiedHow string `yaml:"verified_how"`
}

// textFile is en.yaml or the file of another language.
type textFile struct {
	Language string `yaml:"language"`
	// MadeFrom is the digest of the English words that a translation was made from.
	MadeFrom string `yaml:"made_from"`
	Title    string `yaml:"title"`
	Tagline  string `yaml:"tagline"`
	Overview string `yaml:"overview"`
	Strands  map[string]struct {
		Name string `yaml:"name"`
		Line string `yaml:"line"`
	} `yaml:"strands"`
	Levels []levelText `yaml:"levels"`
	Items  map[string]struct {
		Text     string `yaml:"text"`
		Evidence string `yaml:"evidence"`
	} `yaml:"items"`
	References map[string]struct {
		Why string `yaml:"why"`
	} `yaml:"references"`
	Glossary map[string]struct {
		Term       string `yaml:"term"`
		Definition string `yaml:"definition"`
	} `yaml:"glossary"`
	Related map[string]string `yaml:"related"`
}

type levelText struct {
	Title       string `yaml:"title"`
	Description string `yaml:"description"`
	Next        string `yaml:"next"`
}

// digest returns a fingerprint of all words of the file: the first 16 hexadecimal digits of the
// SHA-256 of their JSON. Line breaks and the order of keys do not change it.
func (t *textFile) digest() string {
	words := *t
	words.MadeFrom = ""
	text, err := json.Marshal(words)
	if err != nil {
		panic(err) // the struct holds nothing but texts
	}
	return Digest(string(text))
}

// level returns the words of the level at that place, empty where the file has none.
func (t *textFile) level(i int) levelText {
	if i < 0 || i >= len(t.Levels) {
		return levelText{}
	}
	return t.Levels[i]
}
