package app

import (
	"errors"
	"strings"

	"github.com/levelica/levelica/internal/help"
)

// HelpView is a topic of the Help place. It is a file: nothing of its text is in a script.
type HelpView struct {
	Topic    string `json:"topic"`
	Language string `json:"language"` // of the text
	Title    string `json:"title"`
	HTML     string `json:"html"`
}

// helpIn returns a topic by the name of its file, "privacy.ko".
func helpIn(name string) (HelpView, error) {
	topic, language, _ := strings.Cut(name, ".")
	page, err := help.Read(topic, language)
	if errors.Is(err, help.ErrNotFound) {
		return HelpView{}, newFault("help_not_found", "topic", topic)
	} else if err != nil {
		return HelpView{}, err
	}
	return HelpView{Topic: topic, Language: page.Language, Title: page.Title, HTML: page.HTML}, nil
}
