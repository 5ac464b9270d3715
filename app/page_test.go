package app

import (
	"strings"
	"sync"
	"testing"
	"time"
)

func TestAPageThatEndsIsOpenedAgainAndSaysSo(t *testing.T) {
	a := New(Config{DataDir: t.TempDir()})
	a.waiting.listen()
	if !a.pageEnded() {
		t.Fatal("it is not opened again")
	}
	if a.waiting.listens {
		t.Error("the page that ended is told something")
	}
	if refused := a.waiting.bring(eventRefused); !strings.Contains(refused, `"page_ended"`) {
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

// The page ends on the thread that draws; the question whether to open it again is answered beside it.
func TestAnAnswerMayComeWhileThePageEnds(t *testing.T) {
	a := New(Config{DataDir: t.TempDir()})
	var beside sync.WaitGroup
	for range 8 {
		beside.Go(a.endings.forget)
		beside.Go(func() { a.endings.add(time.Now()) })
	}
	beside.Wait()
	a.endings.forget()
	if !a.pageEnded() {
		t.Error("the page that was asked for is not opened again when it ends")
	}
}
