package app

import (
	"strings"
	"testing"
	"time"
)

func TestAPageThatEndsIsOpenedAgainAndSaysSo(t *testing.T) {
	a := New(Config{DataDir: t.TempDir()})
	a.waiting.ready = true
	if !a.pageEnded() {
		t.Fatal("it is not opened again")
	}
	if a.waiting.ready {
		t.Error("the page that ended is told something")
	}
	if _, refused := a.takeArrival(); !strings.Contains(refused, `"page_ended"`) {
		t.Errorf("the next page brings %q", refused)
	}
}

func TestAPageThatEndsAgainAndAgainIsNotOpenedForEver(t *testing.T) {
	var e endings
	now := time.Now()
	for n := range mostEndings {
		if !e.add(now) {
			t.Fatalf("ending %d: not opened again", n+1)
		}
	}
	if e.add(now.Add(endingsWhile / 2)) {
		t.Error("it is opened again for ever")
	}
	if !e.add(now.Add(2 * endingsWhile)) {
		t.Error("after a while it is not opened again")
	}
	if !e.add(now.Add(-time.Hour)) {
		t.Error("a clock that went back keeps it from being opened")
	}
}
