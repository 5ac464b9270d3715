package help

import (
	"flag"
	"testing"

	"github.com/levelica/levelica/build/archive"
)

var update = flag.Bool("update", false, "pack the texts anew")

func TestThePackedTextsAreThoseOfTheFolder(t *testing.T) {
	archive.Check(t, "texts.zip", "texts/*/*.md", *update)
}
