package atspi

import "strconv"

// roles are the names of the roles that occur here, by their numbers in AT-SPI. Asking a node for
// the name of its role is no way: WebKit answers with nothing.
var roles = map[uint32]string{
	2:   "alert",
	7:   "check box",
	11:  "combo box",
	14:  "desktop frame",
	16:  "dialog",
	19:  "file chooser",
	20:  "filler",
	23:  "frame",
	27:  "image",
	28:  "internal frame",
	29:  "label",
	31:  "list",
	32:  "list item",
	33:  "menu",
	35:  "menu item",
	37:  "page tab",
	38:  "page tab list",
	39:  "panel",
	43:  "button",
	44:  "radio button",
	45:  "radio menu item",
	49:  "scroll pane",
	50:  "separator",
	54:  "status bar",
	55:  "table",
	56:  "table cell",
	61:  "text",
	62:  "toggle button",
	67:  "unknown",
	73:  "paragraph",
	75:  "application",
	79:  "entry",
	82:  "document frame",
	83:  "heading",
	85:  "section",
	87:  "form",
	88:  "link",
	95:  "document",
	98:  "list box",
	99:  "group",
	101: "notification",
	109: "article",
	110: "landmark",
	116: "static text",
	121: "description list",
	122: "term",
	123: "definition",
	125: "deletion",
	126: "insertion",
}

func roleName(role uint32) string {
	if name, known := roles[role]; known {
		return name
	}
	return "role " + strconv.FormatUint(uint64(role), 10)
}
