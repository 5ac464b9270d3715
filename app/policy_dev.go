//go:build dev

package app

import "os"

// contentSecurityPolicy is the strict policy here too, so that what is tried is what is released.
// Only live reload needs more: Vite injects styles and talks to its own server.
var contentSecurityPolicy = func() string {
	if os.Getenv("frontenddevserverurl") == "" {
		return strictPolicy
	}
	return "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: http:; frame-src 'self'"
}()
