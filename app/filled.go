package app

import (
	"errors"
	"slices"
	"strconv"

	"golang.org/x/net/html"

	"github.com/levelica/levelica/internal/locale"
)

// The command line, an import or another day change what Home says, not how it is built. So Go puts into a
// drawing what is true now: the levels, the ladders, where the person left off, the next items, the day.
// How these are drawn and said is the window's to decide (Sidebar, Continue, GuideCard, NextItems). Go only
// follows it, and proves that it can: only a drawing that Go, from what the window drew it from, would fill
// in to the letter as it is, is ever filled in. Every other one fits only what it was drawn from.

// errUnfit says that what Home shows now needs what the drawing does not have.
var errUnfit = errors.New("the drawing has not what Home shows now")

// unfilled returns what the drawing of Home still depends on where Go fills it in.
func unfilled(start StartView) StartView {
	cards := slices.Clone(start.Catalogue.Guides)
	for i := range cards {
		c := &cards[i]
		c.Started, c.LastMark = false, 0
		c.Standing = StandingView{Stale: c.Standing.Stale}
	}
	start.Catalogue.Guides = cards
	start.Home.Last, start.Home.Next, start.Home.Open = HomeItemView{}, nil, 0
	return start
}

// filling is a drawing that is being filled in.
type filling struct {
	words   *locale.Catalogue
	start   *StartView
	started []*CardView
	unfit   bool // it lacked something
}

// filledIn returns the drawing as the window would draw it from a start. Its day stays hidden: see dayShown.
func filledIn(words *locale.Catalogue, markup []byte, start StartView) ([]byte, error) {
	root := parseDrawing(markup)
	f := &filling{words: words, start: &start}
	for i := range start.Catalogue.Guides {
		if card := &start.Catalogue.Guides[i]; card.Started {
			f.started = append(f.started, card)
		}
	}
	f.sidebar(root)
	say(f.one(f.one(root, "h1", ""), "span", ""), start.Home.Day.Today)
	f.leftOff(root)
	f.cards(root)
	f.next(root)
	if f.unfit {
		return nil, errUnfit
	}
	return writeDrawing(root), nil
}

// one returns the first element below another with a name and, unless it is "", a class.
func (f *filling) one(n *html.Node, name, class string) *html.Node {
	if found := find(n, name, class); found != nil {
		return found
	}
	f.unfit = true
	return &html.Node{Type: html.ElementNode, Data: name}
}

// part returns the part of Home that an element belongs to, where there is one as it should be now.
func (f *filling) part(element *html.Node, wanted bool) *html.Node {
	if (element != nil) != wanted {
		f.unfit = true
		return nil
	}
	if element == nil {
		return nil
	}
	return ancestor(element, "section")
}

// rows returns as many rows of a list as it now needs, each like the last that it has.
func (f *filling) rows(list *html.Node, count int) []*html.Node {
	if list.FirstChild == nil || count == 0 {
		f.unfit = true
		return nil
	}
	var rows []*html.Node
	for row := list.FirstChild; row != nil; row = row.NextSibling {
		rows = append(rows, row)
	}
	for len(rows) > count {
		list.RemoveChild(rows[len(rows)-1])
		rows = rows[:len(rows)-1]
	}
	for len(rows) < count {
		row := another(rows[len(rows)-1])
		list.AppendChild(row)
		rows = append(rows, row)
	}
	return rows
}

// card returns the card of a guide.
func (f *filling) card(slug string) *CardView {
	for i := range f.start.Catalogue.Guides {
		if card := &f.start.Catalogue.Guides[i]; card.Slug == slug {
			return card
		}
	}
	f.unfit = true
	return &CardView{}
}

// ladder fills in a ladder, part by part.
func (f *filling) ladder(row *html.Node, parts []ladderPart) {
	for _, part := range parts {
		set(f.one(row, "path", part.class), "d", part.path)
	}
}

// sidebar fills in the guides that were started. A narrow window has no sidebar.
func (f *filling) sidebar(root *html.Node) {
	part := find(root, "div", "started")
	if part == nil {
		return
	}
	for i, row := range f.rows(f.one(part, "ul", ""), len(f.started)) {
		card := f.started[i]
		level := f.levelName(card.Standing.Level)
		link := f.one(row, "a", "")
		set(link, "href", guideAddress(card.Slug))
		set(link, "title", f.text("started.entry", "title", card.Title, "level", level))
		f.ladder(row, miniLadder(card.Standing.Level))
		say(f.one(row, "span", "emoji"), card.Emoji)
		say(f.one(row, "span", "title"), card.Title)
		number := ""
		if card.Standing.Level > 0 {
			number = strconv.Itoa(card.Standing.Level)
		}
		f.perhaps(link, "level", number, html.Attribute{Key: "aria-hidden", Val: "true"})
		say(f.one(row, "span", "only-spoken"), level)
	}
}

// leftOff fills in where the person left off.
func (f *filling) leftOff(root *html.Node) {
	last := &f.start.Home.Last
	strip := f.part(find(root, "a", "primary"), last.Guide != "")
	if strip == nil {
		return
	}
	card := f.card(last.Guide)
	say(f.one(strip, "span", ""), card.Emoji)
	title := f.one(strip, "strong", "")
	say(title, card.Title)
	reword(title.Parent, f.text("home.continue.level", "level", last.Level, "title", levelTitle(card, last.Level)))
	say(f.one(strip, "p", "quiet"), f.start.Home.Day.Left)
	set(f.one(strip, "a", ""), "href", itemAddress(last))
}

// cards fills in the guides that were started.
func (f *filling) cards(root *html.Node) {
	for i, row := range f.rows(f.one(root, "ul", "cards"), len(f.started)) {
		card := f.started[i]
		f.ladder(row, cardLadder(&card.Standing))
		say(f.one(row, "span", "emoji"), card.Emoji)
		link := f.one(row, "a", "whole")
		set(link, "href", guideAddress(card.Slug))
		say(link, card.Title)
		level := f.one(row, "span", "level")
		say(level, f.levelWithTitle(card))
		if space := level.NextSibling; space != nil && space.NextSibling != nil {
			say(space.NextSibling, f.toNext(card))
		}
	}
}

// next fills in the items to do next.
func (f *filling) next(root *html.Node) {
	next := f.start.Home.Next
	section := f.part(find(root, "input", ""), len(next) > 0)
	if section == nil {
		return
	}
	count := strconv.Itoa(len(next))
	if key := "number." + count; f.words.Has(key) {
		count = f.words.Text(key)
	}
	f.more(section)
	say(f.one(section, "h2", ""), f.text("home.next", "n", len(next), "count", count))
	for i, row := range f.rows(f.one(section, "ul", ""), len(next)) {
		item := &next[i]
		card := f.card(item.Guide)
		say(f.one(row, "label", ""), item.Text)
		from := f.one(row, "p", "quiet")
		say(f.one(from, "span", ""), card.Emoji)
		link := f.one(from, "a", "")
		set(link, "href", itemAddress(item))
		say(link, f.text("home.next.where", "title", levelTitle(card, item.Level), "strand", item.Strand))
		said := ""
		for i := range card.Standing.Marks {
			if mark := &card.Standing.Marks[i]; mark.Item == item.Item {
				said = f.words.Text("verdict.short." + mark.Verdict)
			}
		}
		f.perhaps(from, "said", said)
		set(f.one(row, "button", ""), "aria-label", f.text("item.more", "item", item.Text))
	}
}

// more fills in the way to all open items, which stands where there are more than are shown.
func (f *filling) more(section *html.Node) {
	way, open := find(section, "p", "more"), f.start.Home.Open
	switch list := f.one(section, "ul", ""); {
	case way != nil && open <= len(f.start.Home.Next):
		way.Parent.RemoveChild(way)
		return
	case way == nil && open > len(f.start.Home.Next):
		way = parseDrawing([]byte(`<p class="more ` + lastClass(list) + `"><!----><button class="button action medium ` +
			lastClass(f.one(list, "button", "")) + `" type="button">…<!----></button><!----> <!----></p>`)).FirstChild
		way.Parent.RemoveChild(way)
		place := list.NextSibling
		for place != nil && place.Type != html.CommentNode {
			place = place.NextSibling
		}
		if list.Parent == nil || place == nil {
			f.unfit = true
			return
		}
		list.Parent.InsertBefore(way, place)
	}
	if way != nil {
		reword(f.one(way, "button", ""), f.text("home.open", "n", open))
	}
}

// perhaps has an element hold a span of a class with a text, or none where the text is "". Where it has had
// none, there is the comment that the window keeps in its place.
func (f *filling) perhaps(n *html.Node, class, text string, more ...html.Attribute) {
	span := find(n, "span", class)
	switch {
	case span != nil && text == "":
		n.RemoveChild(span)
	case span != nil:
		say(span, text)
	case text != "":
		// The style sheet knows the elements of a component by a class of its own, which is their last.
		own := html.Attribute{Key: "class", Val: class + " " + lastClass(n)}
		span = &html.Node{Type: html.ElementNode, Data: "span", Attr: append([]html.Attribute{own}, more...)}
		say(span, text)
		place := n.LastChild
		for place != nil && place.Type != html.CommentNode {
			place = place.PrevSibling
		}
		n.InsertBefore(span, place)
	}
}
