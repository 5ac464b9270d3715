//go:build !dev

package app

const contentSecurityPolicy = strictPolicy
