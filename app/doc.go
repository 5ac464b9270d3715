// Package app is the bridge between a person and the rules: one struct whose exported methods are
// bound to the window, a file for each use case, and the command line, which runs the same use
// cases without a window.
//
// # Map
//
//	main.go            window options and version
//	app/               this package
//	internal/guide     what can be learned: loading, validating, the ledger
//	internal/progress  pure rules: marks to standing
//	internal/journal   the durable record, the only importer of gorm
//	internal/chart     charts as geometry with their words, and as SVG
//	internal/form      blind forms for a second rater, made and read
//	internal/report    one Document, then PDF, HTML, Markdown, CSV, JSON, JSON Resume, Open Badges
//	internal/help      the texts of Help, and the licences of what is bundled
//	internal/locale    the words on screen, read by Go and by the window
//	frontend/          the window, in Svelte
//	build/             go run ./build <verb>
//
// Imports run one way: main -> app -> report, journal -> progress -> guide. chart, guide, help and locale
// import nothing of the project.
//
// # Glossary
//
// The same words stand in SQL, Go and TypeScript.
//
//	Guide       a body of seven levels on one field
//	Edition     one dated publication of a guide
//	Level       an ordered stage, 1 to 7; a person without one is Starting out
//	Item        one observable statement with a permanent ID
//	Strand      the theme that an item belongs to; the same five on all levels
//	Reference   the source that a guide rests on; a Resource is where to learn
//	Profile     whose record this is
//	Mark        a dated verdict on one item: cleared, not yet, with help, on my own, can teach
//	Evidence    a note, link or file that supports a mark
//	Assessment  one sitting that yields marks, as Find my level does
//	Suggestion  a verdict that a placement believes in; it counts once the person confirms it
//	Prediction  the level that a person expects before rating
//	Rater       somebody else who rates the same items, on a blind form
//	Standing    the level reached and the gaps, always computed from the marks
//	Gap         an item not yet done alone on a level that is reached
//	Goal        a level to reach, by a day perhaps
//	Fresh look  confirming again what was confirmed long ago
//	Receipt     what became of each mark when a guide got a new edition
//	Report      a document made from standings
//	Snapshot    a report frozen with its edition and wording, to be made again
//	Journal     the database that keeps the marks
//	Fault       an error as the person sees it: a code, what is safe, what to do
package app
