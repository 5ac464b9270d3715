package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// scene is something to take a picture of.
type scene struct {
	name    string
	address string // of the window
	// steps are done in the page, one after another, when it shows the address; each is JavaScript.
	steps []string
	// finds is what the window finds when it opens.
	finds condition
	// link is what the program is started with a second time, while the window shows the address.
	link string
}

// scenes are what there is to see beside the places themselves, which are found in the sidebar.
var scenes = []scene{
	{name: "welcome", address: "#/home", finds: nothing},
	{name: "guide-levels", address: "#/guides/backend-engineering/levels/4"},
	{name: "guide-about", address: "#/guides/backend-engineering/about"},
	{name: "guide-progress", address: "#/guides/backend-engineering/progress"},
	{name: "guide-related", address: "#/guides/backend-engineering/related"},
	{name: "search", address: "#/home", steps: []string{
		`dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true }))`,
		`(() => {
			const field = document.querySelector('[role=combobox]')
			field.value = 'queue'
			field.dispatchEvent(new Event('input', { bubbles: true }))
		})()`,
	}},
	{name: "second-start", address: "#/home", link: "levelica://guide/gardening/level/3"},
	{name: "disk-full", address: "#/guides/backend-engineering/levels/5", steps: []string{
		nowhereToWrite,
		`document.querySelector('main input[type=checkbox]:not(:checked)').click()`,
	}},
	{name: "damaged", address: "#/home", finds: damaged, steps: []string{atHome}},
	{name: "gone", address: "#/home", finds: gone, steps: []string{atHome}},
	{name: "newer", address: "#/home", finds: newer},
}

// atHome writes where people have their journal in the place of a folder that has another name each time.
const atHome = `(() => {
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	while (texts.nextNode()) {
		const text = texts.currentNode
		text.data = text.data.replace(/\S*levelica-screens-\d+/, '/home/mina/.local/share/levelica')
	}
})()`

// nowhereToWrite has the window hear what it is told where a disk is full. That the program says so of a
// disk that is, the journal's tests show.
const nowhereToWrite = `go.app.App.SetMarks = () => Promise.reject('{"code":"disk_full","args":{"path":"/home/mina/.local/share/levelica"}}')`

// entries asks the window for the places of its sidebar: their addresses and nothing else, because
// their words are in the window's language.
const entries = `JSON.stringify([...document.querySelectorAll('nav a[href^="#/"]')].map((a) => a.getAttribute('href')))`

// evaluator is the page of a window, as far as finding scenes needs it.
type evaluator interface {
	Evaluate(ctx context.Context, expression string) (string, error)
}

// findScenes returns all scenes of a window that shows a journal: each place that its sidebar leads
// to, so that a new place has its picture at once, and the other scenes.
func findScenes(ctx context.Context, page evaluator) ([]scene, error) {
	answer, err := page.Evaluate(ctx, entries)
	if err != nil {
		return nil, err
	}
	var addresses []string
	if err := json.Unmarshal([]byte(answer), &addresses); err != nil {
		return nil, err
	}
	var found []scene
	for _, address := range addresses {
		name := strings.ReplaceAll(strings.TrimPrefix(address, "#/"), "/", "-")
		// Guides that were started stand in the sidebar too, and are scenes of their own.
		if strings.HasPrefix(address, "#/guides/") || slices.ContainsFunc(found, func(s scene) bool { return s.name == name }) {
			continue
		}
		found = append(found, scene{name: name, address: address})
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("the sidebar leads nowhere: %s", answer)
	}
	return append(found, scenesOf(journalOfThePictures)...), nil
}

// scenesOf returns the scenes, beside the places, of a window that finds something.
func scenesOf(finds condition) []scene {
	return slices.DeleteFunc(slices.Clone(scenes), func(s scene) bool { return s.finds != finds })
}

// look is how a window looks.
type look struct {
	theme, language string
	width, height   int
}

func (l look) String() string {
	return fmt.Sprintf("%s-%s-%dx%d", l.theme, l.language, l.width, l.height)
}

// looks are all of them: both themes, both languages, and three sizes of a window.
func looks() []look {
	var all []look
	for _, size := range [][2]int{{1280, 800}, {900, 700}, {400, 800}} {
		for _, language := range []string{"en", "ko"} {
			for _, theme := range []string{"light", "dark"} {
				all = append(all, look{theme, language, size[0], size[1]})
			}
		}
	}
	return all
}

// approvedLooks are those whose pictures are kept and compared: few, and different in everything.
var approvedLooks = []look{
	{"light", "en", 1280, 800},
	{"dark", "ko", 900, 700},
	{"light", "ko", 400, 800},
}
