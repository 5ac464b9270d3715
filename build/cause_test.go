package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestWhoHasNoNetworkOrNoRoomIsToldWhatToDo(t *testing.T) {
	for _, test := range []struct{ said, want string }{
		{"npm error code EAI_AGAIN\nnpm error syscall getaddrinfo\n", "network"},
		{"go: golang.org/x/net@v0.1.0: Get \"https://example.org\": dial tcp: lookup example.org: no such host\n", "network"},
		{"E: Temporary failure resolving 'example.org'\n", "network"},
		{"Error: ENOSPC: no space left on device, write\n", "disk"},
		{"compile: writing output: write $WORK/b001/_pkg_.a: no space left on device\n" + strings.Repeat("레벨 🙂 ", 500), "disk"},
		{"src/App.svelte: Unexpected token\n", ""},
		{strings.Repeat("x", 2*heardEnd), ""},
	} {
		var out bytes.Buffer
		c := newConsole(&out)
		err := c.parts(context.Background(), part{"one", func(_ context.Context, c *console) error {
			_, err := fmt.Fprint(c, test.said)
			return errors.Join(err, errors.New("exit status 1"))
		}})
		_, after, _ := strings.Cut(out.String(), "FAILED after")
		if err == nil || test.want == "" && strings.Contains(after, "it says") || !strings.Contains(after, test.want) {
			t.Errorf("%.40q: %v\n%s", test.said, err, after)
		}
	}
}

func TestWhoSucceedsIsToldOfNoCause(t *testing.T) {
	var out bytes.Buffer
	err := newConsole(&out).parts(context.Background(), part{"one", func(_ context.Context, c *console) error {
		_, err := fmt.Fprintln(c, "npm warn ETIMEDOUT, once more")
		return err
	}})
	if err != nil || strings.Contains(out.String(), "it says") {
		t.Errorf("%v\n%s", err, out.String())
	}
}
