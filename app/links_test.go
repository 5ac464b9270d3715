package app

import "testing"

func TestOnlyWebPagesAndMailAddressesLeaveTheWindow(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.rfc-editor.org/rfc/rfc9110": "https://www.rfc-editor.org/rfc/rfc9110",
		"https://example.org/a(b)~[c]?q=한글 x#y":  "https://example.org/a(b)~[c]?q=%ED%95%9C%EA%B8%80%20x#y",
		"mailto:hello@example.org":               "mailto:hello@example.org",
		"http://example.org":                     "",
		"javascript:alert(1)":                    "",
		"file:///etc/passwd":                     "",
		"data:text/html,x":                       "",
		"ftp://example.org":                      "",
		"https://":                               "",
		"//example.org":                          "",
		"mailto:":                                "",
		"https://user:secret@example.org":        "",
		"levelica://guide":                       "",
		" \thttps://example.org/ ":               "https://example.org/",
		"":                                       "",
		"https://exa mple.org":                   "",
		"-https://example.org":                   "",
	} {
		got, ok := safeLink(address)
		if ok != (want != "") {
			t.Errorf("safeLink(%q) = %q, %v", address, got, ok)
			continue
		}
		if ok && got != want {
			t.Errorf("safeLink(%q) = %q, want %q", address, got, want)
		}
	}
	a := testApp(t)
	if err := a.OpenLink("javascript:alert(1)"); faultOf(t, err) != "link_refused" {
		t.Errorf("got %v", err)
	}
}
