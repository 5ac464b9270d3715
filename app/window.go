package app

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	goruntime "runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

const platform = goruntime.GOOS

// DesktopID is what desktops know the program by: the name of its menu entry, and the class of its window.
const DesktopID = "org.levelica.Levelica"

// eventChanged tells the window that what it has read of the journal is no longer so: another process has
// written to it, or the person chose when an item asks for a fresh look.
const eventChanged = "journal:changed"

// Assets returns how the window gets its files: the frontend, what Go answers beside it, the preview
// of a report, and on every one a policy that lets nothing else in.
func Assets(a *App, frontend fs.FS) *assetserver.Options {
	a.packed = unpacking(frontend)
	return &assetserver.Options{
		Assets: frontend,
		Middleware: func(next http.Handler) http.Handler {
			files := a.unpacked(next)
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("X-Content-Type-Options", "nosniff")
				if strings.HasPrefix(r.URL.Path, previewPath) {
					a.preview.ServeHTTP(w, r)
					return
				}
				w.Header().Set(policyHeader, contentSecurityPolicy)
				if from, name, ok := findAnswer(r.URL.Path); ok {
					a.serveAnswer(w, from, name)
					return
				}
				if isOpening(r.URL.Path) {
					a.serveOpening(w, r, files)
					return
				}
				files.ServeHTTP(w, r)
			})
		},
	}
}

// Begin begins what the first screen needs, before Wails makes the window: the toolkit then takes one
// processor for a tenth of a second, and what comes after it, the web view's processes, takes two.
// Where another window has the data folder already, that one is brought forward: this process is done,
// with an exit code.
func Begin(a *App) (done bool, code int) {
	if describing {
		return false, 0
	}
	// Collecting while the window is made would take the processor from drawing it. DomReady ends it.
	debug.SetGCPercent(startGCPercent)
	a.log = a.openLog()
	if done, code := a.takeWindow(); done {
		return true, code
	}
	a.readAhead()
	go a.packed.unpack()
	return false, 0
}

// Startup begins the window's life, before anything is shown.
func (a *App) Startup(ctx context.Context) {
	ctx, a.stop = context.WithCancel(ctx)
	a.window.Store(&ctx)
	a.waiting.begin(a.emit)
	if a.meets != "" {
		if err := a.listen(ctx, a.meets); err != nil {
			a.log.Error("listen for later starts", "error", err)
		}
	}
	a.arrive(a.begins)
	a.watchPage()
	nameDialogs()
	go a.watchJournal(ctx)
}

// DomReady shows the window, which was hidden until now: nobody sees it white and empty.
func (a *App) DomReady(ctx context.Context) {
	// Not in Startup, which runs beside Wails' own centring of the window; and not for a page that is
	// opened again in a window that is there.
	a.restoreOnce.Do(a.restoreWindow)
	a.dressWindow()
	runtime.WindowShow(ctx)
	// Starting makes garbage that nothing after it makes again: given back, once, when it is over.
	time.AfterFunc(time.Second, func() {
		debug.SetGCPercent(usualGCPercent)
		goruntime.GC() // what lies in pools for the next time outlives one collection
		debug.FreeOSMemory()
	})
}

// The garbage collector's targets, in percent of what is in use: while the window starts, and
// afterwards, which is Go's own.
const (
	startGCPercent = 800
	usualGCPercent = 100
)

// BeforeClose remembers the window's size and place. It never keeps the window open.
func (a *App) BeforeClose(ctx context.Context) (prevent bool) {
	a.rememberWindow(ctx)
	return false
}

// Shutdown closes the journal, backed up where that is due.
func (a *App) Shutdown(context.Context) {
	a.stop()
	a.backUpWhenDue(context.Background())
	if err := a.close(); err != nil {
		a.log.Error("close the journal", "error", err)
	}
}

// takeWindow has this process be the window on its data folder. It reports whether it has to end, and with
// which exit code. A data folder that may not be written is no reason to end: the window says what is wrong.
func (a *App) takeWindow() (done bool, code int) {
	place, err := a.meet()
	switch {
	case place != "":
		a.meets = place
		return false, 0
	case err == nil:
		if _, err := a.address(a.begins); err != nil {
			// The window says so too; whoever typed the link reads it here.
			printFault(os.Stderr, a.words(), a.explain(err))
			return true, exitFailed
		}
		return true, 0
	case errors.Is(err, errSilent):
		a.log.Error("bring the other window forward", "error", err)
		printFault(os.Stderr, a.words(), newFault("window_open"))
		return true, exitFailed
	default:
		a.log.Error("find a place where later starts look for this window", "error", err)
		return false, 0
	}
}

// watchJournal tells the window when another process, the command line for one, has written marks,
// and sees to it that the journal is backed up.
func (a *App) watchJournal(ctx context.Context) {
	for second := 1; ; second++ {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
		}
		a.mu.Lock()
		j := a.journal
		a.mu.Unlock()
		if j == nil {
			continue
		}
		changed, err := j.Changed(ctx)
		if a.writableAgain(ctx, j) || err == nil && changed {
			a.waiting.tell(eventChanged, "")
		}
		if second%60 == 0 {
			a.backUpWhenDue(ctx)
		}
	}
}

// place is where the window was when it was closed.
type place struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Maximised bool `json:"maximised"`
}

func (a *App) placeFile() string { return filepath.Join(a.places.state, "window.json") }

// restoreWindow puts the window where it was, as far as the screen allows. Nothing is lost where
// the file is missing or spoilt: the window then has its first size.
func (a *App) restoreWindow() {
	p := a.remembered()
	if p == firstPlace {
		return
	}
	screens, err := runtime.ScreenGetAll(a.context())
	if err != nil || len(screens) == 0 {
		return
	}
	// Wails tells the sizes of the screens, not where they lie: side by side is the usual case.
	width, height := 0, 0
	for _, s := range screens {
		width += s.Size.Width
		height = max(height, s.Size.Height)
	}
	p = p.clamped(width, height)
	runtime.WindowSetSize(a.context(), p.Width, p.Height)
	runtime.WindowSetPosition(a.context(), p.X, p.Y)
	if p.Maximised {
		runtime.WindowMaximise(a.context())
	}
}

// firstPlace is that of a window that was never closed; the desktop chooses where.
var firstPlace = place{Width: FirstWidth, Height: FirstHeight}

// remembered returns where the window was when it was closed.
func (a *App) remembered() place {
	var p place
	data, err := os.ReadFile(a.placeFile())
	if err != nil || json.Unmarshal(data, &p) != nil || p.Width < MinWidth || p.Height < MinHeight {
		return firstPlace
	}
	return p
}

// clamped returns the place moved and shrunk so that all of the window is on the screens.
func (p place) clamped(width, height int) place {
	p.Width, p.Height = min(p.Width, width), min(p.Height, height)
	p.X = max(0, min(p.X, width-p.Width))
	p.Y = max(0, min(p.Y, height-p.Height))
	return p
}

func (a *App) rememberWindow(ctx context.Context) {
	var p place
	p.Maximised = runtime.WindowIsMaximised(ctx)
	p.Width, p.Height = runtime.WindowGetSize(ctx)
	p.X, p.Y = runtime.WindowGetPosition(ctx)
	a.rest(p)
}

// rest writes where the window is.
func (a *App) rest(p place) {
	data, err := json.Marshal(p)
	if err != nil {
		return
	}
	if err := os.MkdirAll(filepath.Dir(a.placeFile()), 0o700); err != nil {
		return
	}
	if err := os.WriteFile(a.placeFile(), data, 0o600); err != nil {
		a.log.Error("remember the window's place", "error", err)
	}
}

// The size of the window at the first start, and the smallest that it can have.
const (
	FirstWidth  = 1280
	FirstHeight = 800
	MinWidth    = 360
	MinHeight   = 480
)
