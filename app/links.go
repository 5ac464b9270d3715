package app

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/levelica/levelica/internal/progress"
)

// OpenLink opens a web page or a mail address outside the window. Everything else is refused: a
// guide is somebody else's text, and so are the addresses in it.
// Faults: link_refused, link_failed.
func (a *App) OpenLink(address string) (err error) {
	defer a.recovered(&err)
	safe, ok := safeLink(address)
	if !ok {
		return newFault("link_refused", "url", address)
	}
	if err := a.browse(safe); err != nil {
		a.log.Error("open a link", "error", err)
		return newFault("link_failed", "url", safe)
	}
	return nil
}

// safeLink returns an address in its escaped form, and whether it may be opened at all: what may be
// evidence may be opened, and nothing else.
func safeLink(address string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return "", false
	}
	if address = escape(u.String()); !progress.SafeLink(address) {
		return "", false
	}
	return address, true
}

// escape writes every byte that RFC 3986 does not allow in an address as a percent code. Parsing
// leaves the query as it was typed.
func escape(address string) string {
	const allowed = "-._~:/?#[]@!$&'()*+,;=%"
	var out strings.Builder
	for _, b := range []byte(address) {
		switch {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9', strings.IndexByte(allowed, b) >= 0:
			out.WriteByte(b)
		default:
			fmt.Fprintf(&out, "%%%02X", b)
		}
	}
	return out.String()
}
