package report

import "encoding/json"

// Optional is a text that may be missing. In JSON a missing one is null, so that nobody takes it
// for an answer.
type Optional string

// UnmarshalJSON reads a text, or null.
func (o *Optional) UnmarshalJSON(data []byte) error {
	var text *string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	if *o = ""; text != nil {
		*o = Optional(*text)
	}
	return nil
}

// MarshalJSON writes the text, or null.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}
