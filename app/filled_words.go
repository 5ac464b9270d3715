package app

import (
	"net/url"
	"strconv"

	"github.com/levelica/levelica/internal/locale"
)

// What Home says, in the words and addresses that the window makes of it (words.ts, route.svelte.ts).

// text returns a message whose placeholders are named, each before its value.
func (f *filling) text(key string, values ...any) string {
	args := locale.Args{}
	for i := 0; i+1 < len(values); i += 2 {
		args[values[i].(string)] = values[i+1]
	}
	return f.words.Text(key, args)
}

func (f *filling) levelName(level int) string {
	if level == 0 {
		return f.words.Text("level.zero")
	}
	return f.text("level.name", "level", level)
}

func (f *filling) levelWithTitle(card *CardView) string {
	if title := levelTitle(card, card.Standing.Level); title != "" {
		return f.text("level.titled", "level", card.Standing.Level, "title", title)
	}
	return f.levelName(card.Standing.Level)
}

// toNext is what a card says of the way to the next level.
func (f *filling) toNext(card *CardView) string {
	switch s := &card.Standing; {
	case card.CompleteAt > 0 && s.Level >= card.CompleteAt:
		return f.words.Text("card.complete")
	case s.Target == 0:
		return f.words.Text("card.top")
	default:
		return f.text("card.missing", "n", s.Missing, "level", s.Target)
	}
}

func levelTitle(card *CardView, level int) string {
	if level < 1 || level > len(card.Titles) {
		return ""
	}
	return card.Titles[level-1]
}

func guideAddress(slug string) string { return "#/guides/" + url.PathEscape(slug) }

func itemAddress(v *HomeItemView) string {
	return guideAddress(v.Guide) + "/levels/" + strconv.Itoa(v.Level) + "/" + url.PathEscape(v.Item)
}
