package journal

import (
	"context"
	"os"
	"strings"
	"sync"

	"github.com/google/uuid"
	"gorm.io/gorm"
)

// A journal whose log was removed after a crash, or in whose place somebody put an older copy, is a
// sound SQLite file: nothing in it tells that there was more. So the ID of the mark that was recorded
// last stands in a file beside it. A journal that does not have that mark is behind what a person was
// shown as saved, and opening it says so.
//
// The file is written after the mark is durable, so that it is never ahead of the journal, and
// without waiting for the disk, so that it costs a mark nothing: after a power cut it may be older, or
// empty, and then says less. Nothing rests on it but the warning.

const lastSuffix = "-last"

// lastMark is that file. It is opened at the first mark.
type lastMark struct {
	mu   sync.Mutex
	file *os.File
}

// remember notes the mark that was recorded last. That it cannot be noted is no reason to fail.
func (l *lastMark) remember(path, id string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		file, err := os.OpenFile(path+lastSuffix, os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return
		}
		l.file = file
	}
	_, _ = l.file.WriteAt([]byte(id+"\n"), 0)
}

func (l *lastMark) close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return nil
	}
	err := l.file.Close()
	l.file = nil
	return err
}

// forgetLast empties the file, because marks are about to go, or have gone, for a good reason. Another
// process may have it open, so it is not removed.
func forgetLast(path string) { _ = os.Truncate(path+lastSuffix, 0) }

// takingMarks runs what may take marks away from the journal.
func (j *Journal) takingMarks(do func() error) error {
	forgetLast(j.path)
	err := do()
	forgetLast(j.path) // another process may have noted one meanwhile that has gone with the others
	return err
}

// checkLast fails where the journal does not have the mark that was recorded last.
func checkLast(ctx context.Context, db *gorm.DB, path string) error {
	text, err := os.ReadFile(path + lastSuffix)
	if err != nil {
		return nil // a journal of an older program, or one that was copied without it
	}
	id := strings.TrimSpace(string(text))
	if _, err := uuid.Parse(id); err != nil {
		return nil
	}
	var found int
	if err := db.WithContext(ctx).Raw("SELECT count(*) FROM mark WHERE id = ?", id).Scan(&found).Error; err != nil {
		return err
	}
	if found == 0 {
		return damaged(path, DamageBehind)
	}
	return nil
}
