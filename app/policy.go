package app

// policyHeader is the header that a page's policy comes in.
const policyHeader = "Content-Security-Policy"

// strictPolicy lets the window load its own files and nothing else, and run no script that is not
// one of them. Texts of guides are shown in it, and they are other people's.
const strictPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
