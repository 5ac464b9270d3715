package app

import (
	"bytes"
	_ "embed" // painted.js
	"regexp"
)

// A page that begins with a drawing has all that a person sees first. Its scripts are fetched beside it,
// and run when the drawing has been on the screen: a page counts as ready, and its window is shown, only
// when its scripts have run, and whatever they draw is drawn before anything is seen.

// script is how a page names a script that runs when it has been read.
var script = regexp.MustCompile(`<script (?:defer|type="module")([^>]*) src="([^"]+)"></script>`)

// begunWith returns the page with a drawing in it, and its scripts for after that.
func begunWith(page, drawn []byte) []byte {
	page = script.ReplaceAllFunc(page, func(element []byte) []byte {
		of := script.FindSubmatch(element)
		kind := `"preload" as="script"`
		if bytes.Contains(element, []byte(`"module"`)) {
			kind = `"modulepreload"`
		}
		return []byte(`<link rel=` + kind + string(of[1]) + ` href="` + string(of[2]) + `">`)
	})
	const home = `<div id="app">`
	page = bytes.Replace(page, []byte(home), append([]byte(home), drawn...), 1)
	return bytes.Replace(page, []byte("</body>"), []byte("<script>"+afterPaint+"</script></body>"), 1)
}

// afterPaint runs the scripts, and does until then what they would do. The page's policy names it.
//
//go:embed painted.js
var afterPaint string
