package locale

import (
	"flag"
	"testing"

	"github.com/levelica/levelica/build/archive"
)

var update = flag.Bool("update", false, "pack the messages anew")

func TestThePackedMessagesAreThoseOfTheFolder(t *testing.T) {
	archive.Check(t, "messages.zip", "messages/*/*.json", *update)
}
