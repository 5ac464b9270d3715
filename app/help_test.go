package app

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/levelica/levelica/internal/help"
)

func TestEveryTopicOfHelpComesAsAFileInEveryLanguage(t *testing.T) {
	a := testApp(t)
	for _, topic := range help.Topics() {
		for _, language := range []string{"en", "ko"} {
			w := ask(t, a, "/help/"+topic+"."+language+".json")
			var v HelpView
			if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || w.Code != http.StatusOK {
				t.Fatalf("%s.%s: status %d, %v", topic, language, w.Code, err)
			}
			if v.Topic != topic || v.Language != language || v.Title == "" || !strings.Contains(v.HTML, "<p>") {
				t.Errorf("%s.%s: %q in %q", topic, language, v.Title, v.Language)
			}
		}
	}
}

func TestATopicThatDoesNotExistIsAFault(t *testing.T) {
	for _, address := range []string{"/help/secret.en.json", "/help/..en.json", "/help/.json"} {
		if w := ask(t, testApp(t), address); w.Code == http.StatusOK || !strings.Contains(w.Body.String(), "help_not_found") {
			t.Errorf("%s: status %d, %s", address, w.Code, w.Body)
		}
	}
}
