package guide

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// The schemas are JSON Schema, so that an editor can check a guide while it is written. Here they
// are read by a checker of the keywords that they use and no others: a library for all of JSON
// Schema is 0.8 MB of the program and half of what happens before main, and knows no lines. A test
// holds the two to the same judgement.
//
//go:embed schema/*.json
var schemas embed.FS

// schema reads each schema once, by the kind of file that it is of.
var schema = map[string]func() *shape{
	"guide": sync.OnceValue(func() *shape { return readShape("schema/guide.schema.json") }),
	"text":  sync.OnceValue(func() *shape { return readShape("schema/text.schema.json") }),
	"past":  sync.OnceValue(func() *shape { return readShape("schema/past.schema.json") }),
}

func readShape(name string) *shape {
	data, err := schemas.ReadFile(name)
	if err != nil {
		panic(err) // the file is embedded
	}
	var s shape
	if err := decodeShape(data, &s); err != nil {
		panic(fmt.Errorf("%s: %w", name, err)) // the tests read all of them
	}
	return &s
}

// decodeShape reads a schema. A keyword that nothing here would check is refused.
func decodeShape(data []byte, into *shape) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

// shape is a schema, or a part of one. As in JSON Schema, a keyword binds only values of the type
// that it is about.
type shape struct {
	About       string            `json:"$schema"`
	ID          string            `json:"$id"`
	Title       string            `json:"title"`
	Description string            `json:"description"`
	Defs        map[string]*shape `json:"$defs"`

	Ref   string   `json:"$ref"` // "#/$defs/" and a name in Defs of the whole
	Type  string   `json:"type"`
	Enum  []string `json:"enum"`
	AnyOf []struct {
		Required []string `json:"required"`
	} `json:"anyOf"`

	Pattern   *regexp.Regexp `json:"pattern"`
	MinLength int            `json:"minLength"`
	MaxLength *int           `json:"maxLength"`

	Minimum *float64 `json:"minimum"`
	Maximum *float64 `json:"maximum"`

	Items       *shape `json:"items"`
	MinItems    int    `json:"minItems"`
	MaxItems    *int   `json:"maxItems"`
	UniqueItems bool   `json:"uniqueItems"` // of texts and numbers

	Required             []string          `json:"required"`
	Properties           map[string]*shape `json:"properties"`
	PropertyNames        *shape            `json:"propertyNames"`
	AdditionalProperties *others           `json:"additionalProperties"`
}

// others is the shape of values whose keys are not among the properties: nil where there may be none.
type others struct{ *shape }

// UnmarshalJSON reads a schema, or false.
func (o *others) UnmarshalJSON(data []byte) error {
	if string(data) == "false" {
		return nil
	}
	o.shape = &shape{}
	return decodeShape(data, o.shape)
}

// check holds the whole source against a schema.
func (s *source) check(against *shape) Faults {
	c := shapeCheck{source: s, whole: against}
	c.value(s.root, against, nil)
	return c.faults
}

type shapeCheck struct {
	*source
	whole  *shape
	faults Faults
}

func (c *shapeCheck) refuse(node *yaml.Node, path []string, format string, args ...any) {
	message := fmt.Sprintf(format, args...)
	if len(path) > 0 {
		message = strings.Join(path, ".") + ": " + message
	}
	c.faults = append(c.faults, Fault{File: c.file, Line: node.Line, Rule: ruleSchema, Message: message})
}

// value checks a value at a path against a shape.
func (c *shapeCheck) value(node *yaml.Node, s *shape, path []string) {
	if s.Ref != "" {
		c.value(node, c.whole.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")], path)
	}
	kind, number := kindOf(node)
	if s.Type != "" && s.Type != kind && (s.Type != "integer" || number != math.Trunc(number)) {
		c.refuse(node, path, "this is %s, where %s belongs", kindNames[kind], kindNames[s.Type])
		return // all else would say it again
	}
	if s.Enum != nil && (kind != "string" || !slices.Contains(s.Enum, node.Value)) {
		c.refuse(node, path, "this is none of: %s", strings.Join(s.Enum, ", "))
	}
	switch kind {
	case "string":
		c.text(node, s, path)
	case "number":
		if s.Minimum != nil && number < *s.Minimum {
			c.refuse(node, path, "%s is less than %v", node.Value, *s.Minimum)
		}
		if s.Maximum != nil && number > *s.Maximum {
			c.refuse(node, path, "%s is more than %v", node.Value, *s.Maximum)
		}
	case "array":
		c.list(node, s, path)
	case "object":
		c.object(node, s, path)
	}
}

func (c *shapeCheck) text(node *yaml.Node, s *shape, path []string) {
	length := utf8.RuneCountInString(node.Value)
	if length < s.MinLength {
		c.refuse(node, path, "the text has %d characters; it needs %d or more", length, s.MinLength)
	}
	if s.MaxLength != nil && length > *s.MaxLength {
		c.refuse(node, path, "the text has %d characters; it may have %d", length, *s.MaxLength)
	}
	if s.Pattern != nil && !s.Pattern.MatchString(node.Value) {
		c.refuse(node, path, "%.60q does not have the form %s", node.Value, s.Pattern)
	}
}

func (c *shapeCheck) list(node *yaml.Node, s *shape, path []string) {
	if len(node.Content) < s.MinItems {
		c.refuse(node, path, "the list has %d entries; it needs %d or more", len(node.Content), s.MinItems)
	}
	if s.MaxItems != nil && len(node.Content) > *s.MaxItems {
		c.refuse(node, path, "the list has %d entries; it may have %d", len(node.Content), *s.MaxItems)
	}
	first := map[any]int{}
	for i, entry := range node.Content {
		at := append(slices.Clip(path), strconv.Itoa(i))
		if s.Items != nil {
			c.value(entry, s.Items, at)
		}
		if kind, number := kindOf(entry); s.UniqueItems && entry.Kind == yaml.ScalarNode {
			var same any = entry.Value
			if kind == "number" {
				same = number // however it is written
			}
			if line, seen := first[same]; seen {
				c.refuse(entry, at, "%s stands in the list a second time; the first is in line %d", entry.Value, line)
				continue
			}
			first[same] = entry.Line
		}
	}
}

func (c *shapeCheck) object(node *yaml.Node, s *shape, path []string) {
	for _, key := range s.Required {
		if child(node, key) == nil {
			c.refuse(node, path, "%s is missing", key)
		}
	}
	if len(s.AnyOf) > 0 {
		var choices []string
		for _, choice := range s.AnyOf {
			if !slices.ContainsFunc(choice.Required, func(key string) bool { return child(node, key) == nil }) {
				choices = nil
				break
			}
			choices = append(choices, strings.Join(choice.Required, " with "))
		}
		if choices != nil {
			c.refuse(node, path, "one of these is needed: %s", strings.Join(choices, ", "))
		}
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		at := append(slices.Clip(path), key.Value)
		if s.PropertyNames != nil {
			// A key is a text, also one that would be a number as a value.
			c.value(&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key.Value, Line: key.Line}, s.PropertyNames, at)
		}
		switch known, ok := s.Properties[key.Value]; {
		case ok:
			c.value(value, known, at)
		case s.AdditionalProperties == nil: // whatever it is
		case s.AdditionalProperties.shape == nil:
			c.refuse(key, at, "there is no such key")
		default:
			c.value(value, s.AdditionalProperties.shape, at)
		}
	}
}

// kindNames are the types of JSON Schema in words.
var kindNames = map[string]string{
	"string": "a text", "number": "a number", "integer": "a whole number", "boolean": "true or false",
	"null": "nothing", "array": "a list", "object": "a group of keys",
}

// kindOf returns the type of a value as JSON Schema names it, and the value of a number: of anything
// else one that is not whole. Dates are texts.
func kindOf(node *yaml.Node) (kind string, number float64) {
	switch node.Kind {
	case yaml.MappingNode:
		return "object", math.NaN()
	case yaml.SequenceNode:
		return "array", math.NaN()
	}
	switch node.ShortTag() {
	case "!!null":
		return "null", math.NaN()
	case "!!bool":
		return "boolean", math.NaN()
	case "!!int", "!!float":
		if node.Decode(&number) == nil && !math.IsInf(number, 0) && !math.IsNaN(number) {
			return "number", number
		}
	}
	return "string", math.NaN()
}
