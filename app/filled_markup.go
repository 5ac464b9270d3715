package app

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// A drawing as a tree of elements, read and written as the window writes it.

// parseDrawing returns an element that holds the drawing. It takes the elements as they stand: each ends
// where it says so (checkMarkup), and nothing has to be moved as a page would move it.
func parseDrawing(markup []byte) *html.Node {
	root := &html.Node{Type: html.ElementNode, Data: "div"}
	for open, tokens := root, html.NewTokenizer(bytes.NewReader(markup)); open != nil; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			break
		}
		if kind == html.EndTagToken {
			open = open.Parent
			continue
		}
		token := tokens.Token()
		n := &html.Node{Type: html.ElementNode, Data: token.Data, Attr: token.Attr}
		open.AppendChild(n)
		switch kind {
		case html.TextToken:
			n.Type = html.TextNode
		case html.CommentToken:
			n.Type = html.CommentNode
		case html.StartTagToken:
			if n.Data != "input" {
				open = n
			}
		}
	}
	return root
}

// In markup as a page writes it, which is not as package html writes it.
var (
	textEscapes      = strings.NewReplacer("&", "&amp;", "\u00a0", "&nbsp;", "<", "&lt;", ">", "&gt;")
	attributeEscapes = strings.NewReplacer("&", "&amp;", "\u00a0", "&nbsp;", `"`, "&quot;")
)

// writeDrawing returns what an element holds.
func writeDrawing(root *html.Node) []byte {
	var w bytes.Buffer
	for child := root.FirstChild; child != nil; child = child.NextSibling {
		writeNode(&w, child)
	}
	return w.Bytes()
}

func writeNode(w *bytes.Buffer, n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.WriteString(textEscapes.Replace(n.Data))
	case html.CommentNode:
		w.WriteString("<!--" + n.Data + "-->")
	case html.ElementNode:
		w.WriteString("<" + n.Data)
		for _, attr := range n.Attr {
			if attr.Key == "viewbox" {
				attr.Key = "viewBox" // the only name with a large letter, which is read as a small one
			}
			w.WriteString(" " + attr.Key + `="` + attributeEscapes.Replace(attr.Val) + `"`)
		}
		w.WriteString(">")
		if n.Data == "input" {
			return // it holds nothing, and has no end
		}
		w.Write(writeDrawing(n))
		w.WriteString("</" + n.Data + ">")
	}
}

// find returns the first element below another that has a name and, unless it is "", a class.
func find(n *html.Node, name, class string) *html.Node {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.ElementNode && child.Data == name && (class == "" || slices.Contains(classes(child), class)) {
			return child
		}
		if found := find(child, name, class); found != nil {
			return found
		}
	}
	return nil
}

// ancestor returns the nearest element with a name that another is in.
func ancestor(n *html.Node, name string) *html.Node {
	for n != nil && n.Data != name {
		n = n.Parent
	}
	return n
}

func classes(n *html.Node) []string { return strings.Fields(attribute(n, "class")) }

func lastClass(n *html.Node) string {
	class := attribute(n, "class")
	return class[strings.LastIndexByte(class, ' ')+1:]
}

func attribute(n *html.Node, key string) string {
	for _, attr := range n.Attr {
		if attr.Key == key {
			return attr.Val
		}
	}
	return ""
}

// set changes an attribute where the element has it.
func set(n *html.Node, key, value string) {
	for i := range n.Attr {
		if attr := &n.Attr[i]; attr.Key == key {
			attr.Val = value
		}
	}
}

// say has an element hold a text alone.
func say(n *html.Node, text string) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	if text != "" {
		n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
	}
}

// reword gives another text to an element that holds more than that.
func reword(n *html.Node, text string) {
	if n == nil {
		return
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.TextNode {
			child.Data = text
			return
		}
	}
}

// copyOf returns an element with all that is in it. Names that begin with one are given another instead.
func copyOf(n *html.Node, name, other string) *html.Node {
	made := &html.Node{Type: n.Type, Data: n.Data, Attr: slices.Clone(n.Attr)}
	for i := range made.Attr {
		if attr := &made.Attr[i]; name != "" && (attr.Val == name || strings.HasPrefix(attr.Val, name+"-")) {
			attr.Val = other + attr.Val[len(name):]
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		made.AppendChild(copyOf(child, name, other))
	}
	return made
}

// another returns an element like the one before it in a list. The window numbers what has a name there.
func another(n *html.Node) *html.Node {
	name, other := "", ""
	if box := find(n, "input", ""); box != nil {
		if name = attribute(box, "id"); name != "" {
			number, _ := strconv.Atoi(name[1:])
			other = name[:1] + strconv.Itoa(number+1)
		}
	}
	return copyOf(n, name, other)
}

// dayShown returns a drawing whose day was filled in, and may be seen.
func dayShown(markup []byte) []byte { return bytes.ReplaceAll(markup, []byte(` data-then=""`), nil) }
