package journal

import (
	"flag"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

var kills = flag.Int("kills", 50, "how often a process that writes marks is killed")

// TestNothingAcknowledgedIsLostByKills kills a process at random moments: three times in four while
// it writes, else while it starts, every 25th time in an empty folder.
func TestNothingAcknowledgedIsLostByKills(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	parent := t.TempDir()
	var dir string
	var kept map[string]bool
	acknowledged, hit, lost := 0, 0, 0
	for n := range *kills {
		if n%25 == 0 {
			dir, kept = filepath.Join(parent, strconv.Itoa(n)), map[string]bool{}
		}
		l := writeAndKill(t, dir, random, n%4 != 3)
		acknowledged += l.kept
		if l.kept > 0 {
			hit++
		}
		if missing := l.missing(t, dir, kept); missing > 0 {
			lost += missing
			t.Errorf("kill %d: %d acknowledged marks are lost", n+1, missing)
			clear(kept) // they are counted once
		}
		if (n+1)%50 == 0 {
			t.Logf("%d of %d kills: %d calls acknowledged, %d marks lost", n+1, *kills, acknowledged, lost)
		}
	}
	if hit < *kills/2 {
		t.Errorf("only %d of %d kills came while marks were written, which proves little", hit, *kills)
	}
}

// writeAndKill starts a child that writes marks, and kills it up to 60 milliseconds after its first
// acknowledgement, or after its start.
func writeAndKill(t *testing.T, dir string, random *rand.Rand, writing bool) *ledger {
	t.Helper()
	cmd := child("write", dir)
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	delay := time.Duration(random.Int64N(int64(60 * time.Millisecond)))
	kill := func() { time.AfterFunc(delay, func() { _ = cmd.Process.Kill() }) }
	var l ledger
	if writing {
		l.hear(said, kill)
	} else {
		kill()
		l.hear(said, func() {})
	}
	_ = cmd.Wait() // it was killed, and says so
	return &l
}
