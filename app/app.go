package app

import (
	"context"
	"errors"
	"log/slog"
	"os/user"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/journal"
	"github.com/levelica/levelica/internal/locale"
)

// App is the program. Its exported methods are what the window can call, apart from the lifecycle
// hooks Startup, DomReady, BeforeClose and Shutdown.
//
// Every bound method returns an error that FormatFault turns into a fault, and begins with
// recovered: without it a panic would leave the window waiting for ever.
type App struct {
	build    BuildInfo
	places   places
	dataDir  string // places.data, by the name that most of the program knows it
	guides   *guide.Library
	spoken   atomic.Pointer[locale.Catalogue] // read with words
	settings settingsFile
	now      func() time.Time
	log      *slog.Logger

	// inherited is the environment for what the program starts, nil for the program's own.
	inherited []string

	window      atomic.Pointer[context.Context] // of the window; nil on the command line, and before Startup
	stop        context.CancelFunc
	preview     previewPage
	chosen      chosenFiles
	begins      Arrival          // where the window opens
	meets       string           // the folder that later starts look for this window in, or "", see meet
	regions     []string         // of the system, for how days are written
	waiting     waiting          // what the page is told
	ahead       <-chan StartView // see readAhead
	packed      packed           // scripts and style sheets
	opened      atomic.Bool      // the page has been asked for
	restoreOnce sync.Once
	drawing     sync.Mutex // guards bare and the file of drawn.go
	bare        []byte     // the page as the frontend has it
	endings     endings    // of the page, see page.go

	tries atomic.Int64 // how often the journal was to be opened, and was or was not

	mu        sync.Mutex // guards what follows
	lock      *journal.Lock
	standIn   *journal.Lock // while the data folder could hold none, see meet
	journal   *journal.Journal
	closed    error  // why the journal could not be opened when it was last tried
	importing string // path of the file that is to be imported, as the person chose it
	offered   string // path of one that the program was opened with, until the window takes it
}

// Config says what an App works with. Every field may be left empty.
type Config struct {
	Build    BuildInfo        // shown to the person; what is empty is taken from the Go command's notes
	DataDir  string           // folder of the journal; the usual one where it is empty
	Language string           // spoken until the person chooses another; the chosen one where it is empty
	Arrival  Arrival          // where the window opens; where it was left where it is empty
	Library  *guide.Library   // the shipped library where it is nil
	Now      func() time.Time // time.Now where it is nil
	Regions  []string         // the system's tags of language and region, for how days are written; none but in a window
}

// New returns the program. It opens nothing: Wails makes one only to look at its methods.
func New(c Config) *App {
	a := &App{
		build: c.Build.complete(), places: findPlaces(c.DataDir), guides: c.Library, now: c.Now, begins: c.Arrival, regions: c.Regions,
		log: slog.New(slog.DiscardHandler),
	}
	if c.Language != "" {
		a.speak(c.Language)
	}
	a.dataDir = a.places.data
	if a.guides == nil {
		a.guides = guide.Shipped()
	}
	if a.now == nil {
		a.now = time.Now
	}
	return a
}

// session returns what the window needs to know when it starts. It opens the journal where it is
// not open yet, so that asking again is trying again.
// Faults: those of openJournal.
func (a *App) session() (SessionView, error) {
	ctx := a.context()
	j, err := a.openJournal(ctx)
	if err != nil {
		return SessionView{}, err
	}
	profiles, err := j.Profiles(ctx)
	if err != nil {
		return SessionView{}, err
	}
	people, current := []PersonView{}, j.Profile()
	for _, p := range profiles {
		people = append(people, PersonView{ID: p.ID, Name: p.Name, Current: p.ID == current.ID})
	}
	return SessionView{
		Version: a.build.Version, Commit: a.build.Commit, Built: a.build.Date, Platform: platform, Language: a.words().Language,
		Profile: current.Name, Profiles: people, DataDir: a.dataDir,
		ReadOnly: j.ReadOnly(), Keeper: string(journal.FolderKeeper(a.dataDir)),
	}, nil
}

// words returns the words of the language that is spoken. A use case asks once, so that all of its
// answer is in one language.
func (a *App) words() *locale.Catalogue {
	if words := a.spoken.Load(); words != nil {
		return words
	}
	// The settings are read at the first word, and not in New. Whoever is here twice finds the same.
	a.spoken.CompareAndSwap(nil, a.wordsOf(languageOf(a.settings.get(a.places.config))))
	return a.spoken.Load()
}

// speak makes a language the one that is spoken.
func (a *App) speak(language string) { a.spoken.Store(a.wordsOf(language)) }

func (a *App) wordsOf(language string) *locale.Catalogue { return locale.For(language).In(a.regions) }

// context returns the window's context, or a plain one on the command line, in tests and before Startup.
func (a *App) context() context.Context {
	if window := a.window.Load(); window != nil {
		return *window
	}
	return context.Background()
}

// openJournal returns the journal, opening it at the first call.
// Faults: journal_busy, journal_newer, journal_damaged, journal_migration, data_unwritable, disk_full.
func (a *App) openJournal(ctx context.Context) (*journal.Journal, error) {
	return a.openJournalSince(ctx, a.tries.Load())
}

// openJournalSince does so for somebody who asked when there had been a number of tries. Whoever waited
// for another's try hears what came of that one: a try of their own, on a journal that is busy, would
// take as long again, and the window would stay empty meanwhile.
func (a *App) openJournalSince(ctx context.Context, tries int64) (*journal.Journal, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.journal != nil {
		return a.journal, nil
	}
	if a.tries.Load() != tries && a.closed != nil {
		return nil, a.closed
	}
	j, err := journal.Open(ctx, a.dataDir, journal.Options{Person: personName(), Now: a.now, Lock: a.lock})
	a.closed = err
	a.tries.Add(1)
	if err != nil {
		return nil, err
	}
	a.use(ctx, j)
	return j, nil
}

// use makes a journal the one that everything is read from and written to. The caller holds a.mu.
func (a *App) use(ctx context.Context, j *journal.Journal) {
	a.journal = j
	a.carryAll(ctx, j)
	if a.window.Load() == nil || a.lock != nil || j.ReadOnly() {
		return
	}
	// A folder that could not be written when the window came up has kept it from being the only one.
	lock, err := journal.LockWindow(a.dataDir)
	if err == nil {
		a.lock = lock
		err = a.listen(a.context(), a.dataDir)
	}
	if err != nil {
		a.log.Error("take the window lock late", "error", err)
	}
}

// writableAgain has another journal in the place of one that could only be read, where the person has
// allowed writing since. They are told to do so and to try again, not to start the program again.
func (a *App) writableAgain(ctx context.Context, old *journal.Journal) bool {
	if !old.ReadOnly() {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.journal != old {
		return false
	}
	j, err := journal.Open(ctx, a.dataDir, journal.Options{Person: personName(), Now: a.now, Lock: a.lock})
	if err != nil {
		return false
	}
	if j.ReadOnly() {
		_ = j.Close() // nothing was written
		return false
	}
	if err := old.Close(); err != nil {
		a.log.Error("close the journal that could only be read", "error", err)
	}
	a.use(ctx, j)
	return true
}

// close closes what is open.
func (a *App) close() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	var errs []error
	if a.journal != nil {
		errs = append(errs, a.journal.Close())
		a.journal = nil
	}
	for _, lock := range []**journal.Lock{&a.lock, &a.standIn} {
		if *lock != nil {
			errs = append(errs, (*lock).Release())
			*lock = nil
		}
	}
	return errors.Join(errs...)
}

// personName returns the name that the computer knows the person by, to begin the profile with.
func personName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	// On Linux the full name may be followed by commas and other fields.
	if name, _, _ := strings.Cut(u.Name, ","); strings.TrimSpace(name) != "" {
		return name
	}
	return filepath.Base(filepath.FromSlash(strings.ReplaceAll(u.Username, `\`, "/")))
}
