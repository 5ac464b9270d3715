package guide

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/unicode/norm"
)

// Caps on what a file of a guide may be. The largest file of the library is a tenth of each.
const (
	maxFileBytes = 2 << 20
	maxTextRunes = 20_000
	maxDepth     = 16
)

// source is one parsed YAML file that still knows where each of its values stands.
type source struct {
	file string
	root *yaml.Node
}

// parseSource reads YAML that somebody else may have written: plain UTF-8 of bounded size and
// depth, one document, no anchors and aliases (a few hundred bytes of them can expand to
// gigabytes), no key twice. Without a tree to go on with, the source is nil.
func parseSource(file string, data []byte) (*source, []Fault) {
	if fault := checkBytes(file, data); fault != nil {
		return nil, []Fault{*fault}
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document yaml.Node
	if err := decoder.Decode(&document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, []Fault{{File: file, Line: 1, Rule: ruleYAML, Message: "the file is empty"}}
		}
		return nil, []Fault{yamlFault(file, err)}
	}
	var second yaml.Node
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		return nil, []Fault{{File: file, Line: max(second.Line, 1), Rule: ruleYAML,
			Message: "the file holds more than one document; keep the first and remove the rest"}}
	}
	s := &source{file: file, root: document.Content[0]}
	if faults := s.checkTree(s.root, 1); len(faults) > 0 {
		return nil, faults
	}
	return s, nil
}

// checkBytes looks for what makes a file something else than the plain UTF-8 text it should be.
func checkBytes(file string, data []byte) *Fault {
	refuse := func(offset int, message string) *Fault {
		return &Fault{File: file, Line: 1 + bytes.Count(data[:offset], []byte("\n")), Rule: ruleEncoding, Message: message}
	}
	switch {
	case len(data) > maxFileBytes:
		return refuse(0, fmt.Sprintf("the file has %d bytes; at most %d are read", len(data), maxFileBytes))
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return refuse(0, "the file is UTF-16; save it as UTF-8")
	case bytes.HasPrefix(data, []byte{0xef, 0xbb, 0xbf}):
		return refuse(0, "the file begins with a byte order mark; save it as UTF-8 without one")
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return refuse(i, "the file holds a NUL byte; save it as UTF-8 text")
	}
	if i := bytes.IndexByte(data, '\r'); i >= 0 {
		return refuse(i, "lines end in CR LF; save the file with LF line ends")
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return refuse(i, fmt.Sprintf("the byte 0x%02x is not valid UTF-8", data[i]))
		}
		i += size
	}
	return nil
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// yamlFault turns an error of the YAML library into a fault with its line.
func yamlFault(file string, err error) Fault {
	fault := Fault{File: file, Line: 1, Rule: ruleYAML, Message: err.Error()}
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		fault.Message = m[2]
		if line, err := strconv.Atoi(m[1]); err == nil {
			fault.Line = line
		}
	}
	return fault
}

// checkTree walks the values below a node and reports what no guide needs and an attack might use.
func (s *source) checkTree(node *yaml.Node, depth int) (faults []Fault) {
	refuse := func(n *yaml.Node, message string) {
		faults = append(faults, Fault{File: s.file, Line: n.Line, Rule: ruleYAML, Message: message})
	}
	switch {
	case depth > maxDepth:
		refuse(node, fmt.Sprintf("values are nested more than %d deep", maxDepth))
		return faults
	case node.Kind == yaml.AliasNode || node.Anchor != "":
		refuse(node, "anchors and aliases are not used in guides; write the value out")
		return faults
	case node.Style&yaml.TaggedStyle != 0:
		refuse(node, "tags such as "+node.Tag+" are not used in guides; write the value alone")
		return faults
	case node.Kind == yaml.ScalarNode && utf8.RuneCountInString(node.Value) > maxTextRunes:
		refuse(node, fmt.Sprintf("the text has %d characters; at most %d are read",
			utf8.RuneCountInString(node.Value), maxTextRunes))
		return faults
	}
	if node.Kind == yaml.MappingNode {
		// Keys that a reader cannot tell apart are one key: é may be one code point or two.
		first := map[string]int{}
		for i := 0; i < len(node.Content); i += 2 {
			key := node.Content[i]
			name := norm.NFC.String(key.Value)
			if line, seen := first[name]; seen {
				refuse(key, fmt.Sprintf("%q stands here a second time; the first is in line %d", key.Value, line))
				continue
			}
			first[name] = key.Line
		}
	}
	for _, child := range node.Content {
		faults = append(faults, s.checkTree(child, depth+1)...)
	}
	return faults
}

// decode fills a struct from the source. Keys that the struct does not have are the schema's to refuse.
func (s *source) decode(into any) []Fault {
	err := s.root.Decode(into)
	var typeErr *yaml.TypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &typeErr):
		faults := make([]Fault, 0, len(typeErr.Errors))
		for _, message := range typeErr.Errors {
			faults = append(faults, yamlFault(s.file, errors.New("yaml: "+message)))
		}
		return faults
	default:
		return []Fault{yamlFault(s.file, err)}
	}
}

// line returns where the value at a path stands: keys are strings, places in a list are ints. For
// a path that ends nowhere it is the line of the last value on the way.
func (s *source) line(path ...any) int {
	node := s.root
	for _, step := range path {
		next := child(node, step)
		if next == nil {
			break
		}
		node = next
	}
	return node.Line
}

func child(node *yaml.Node, step any) *yaml.Node {
	switch key := step.(type) {
	case int:
		if node.Kind == yaml.SequenceNode && key >= 0 && key < len(node.Content) {
			return node.Content[key]
		}
	case string:
		if node.Kind != yaml.MappingNode {
			return nil
		}
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == key {
				return node.Content[i+1]
			}
		}
	}
	return nil
}
