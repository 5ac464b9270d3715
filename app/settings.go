package app

import (
	"errors"
	"slices"
	"strings"
	"syscall"
	"unicode/utf8"

	system "github.com/jeandeaual/go-locale"

	"github.com/levelica/levelica/internal/guide"
	"github.com/levelica/levelica/internal/locale"
	"github.com/levelica/levelica/internal/progress"
)

// SettingsView is how the person likes the program. It is also what settings.json holds.
type SettingsView struct {
	Language        string       `json:"language"` // of the words, "" for that of the system
	Theme           string       `json:"theme"`    // "system", "light", "dark" or "contrast"
	TextSize        int          `json:"textSize"` // percent; everything in the window follows it
	DetailedRatings bool         `json:"detailedRatings"`
	SidebarFolded   bool         `json:"sidebarFolded"`
	Reminders       int          `json:"reminders"`    // months after which an item asks for a fresh look, 0 for never
	BackupFolder    string       `json:"backupFolder"` // chosen in a dialog of the system, "" where there is none
	LastPlace       string       `json:"lastPlace"`    // address in the window, "" at the first start
	LastScroll      int          `json:"lastScroll"`   // pixels from the top of it
	Filters         []FilterView `json:"filters"`
}

// FilterView is a filter as it was left.
type FilterView struct {
	Of    string `json:"of"`
	Value string `json:"value"`
}

// The values that a setting may have. The window's own lists follow the same order.
var (
	themes    = []string{"system", "light", "dark", contrastTheme}
	reminders = []int{3, 6, int(progress.Usual), int(progress.Endless)}
	textSizes = []int{50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300}
)

const (
	contrastTheme = "contrast"
	usualTextSize = 100 // percent
	// What is remembered grows with what a person does, and is read at every start.
	maxFilters    = 50
	maxRemembered = 300 // bytes of a place or of a filter
)

// usualSettings are those of a first start.
func usualSettings() SettingsView {
	return SettingsView{Theme: themes[0], TextSize: usualTextSize, Reminders: int(progress.Usual), Filters: []FilterView{}}
}

// checked returns the settings with every value that cannot be replaced by the usual one, so that
// neither an edited file nor a window of another version makes the program unusable.
func (v SettingsView) checked() SettingsView {
	usual := usualSettings()
	if v.Language != "" && !slices.Contains(locale.Languages(), v.Language) {
		v.Language = usual.Language
	}
	if !slices.Contains(themes, v.Theme) {
		v.Theme = usual.Theme
	}
	if !slices.Contains(textSizes, v.TextSize) {
		v.TextSize = usual.TextSize
	}
	if !slices.Contains(reminders, v.Reminders) {
		v.Reminders = usual.Reminders
	}
	if !strings.HasPrefix(v.LastPlace, "#/") || !rememberable(v.LastPlace) {
		v.LastPlace = ""
	}
	v.LastScroll = max(0, v.LastScroll)
	filters := slices.DeleteFunc(slices.Clone(v.Filters), func(f FilterView) bool {
		return !rememberable(f.Of) || !rememberable(f.Value)
	})
	if filters == nil {
		filters = []FilterView{}
	}
	// The newest stand last.
	v.Filters = filters[max(0, len(filters)-maxFilters):]
	return v
}

func rememberable(text string) bool { return len(text) <= maxRemembered && utf8.ValidString(text) }

// SaveSettings keeps how the person likes the program, and returns what is kept: a value that there
// is not gives way to the usual one. The new settings hold from now on, also where they cannot be
// written. The backup folder is not taken from the window: see changeSettings.
// Faults: those of changeSettings.
func (a *App) SaveSettings(v SettingsView) (kept SettingsView, err error) {
	defer a.recovered(&err)
	return a.changeSettings(func(now *SettingsView) {
		v.BackupFolder = now.BackupFolder
		*now = v
	})
}

// changeSettings changes the settings and keeps them.
// Faults: settings_unwritable, disk_full.
func (a *App) changeSettings(change func(*SettingsView)) (SettingsView, error) {
	before := a.settings.get(a.places.config)
	v, err := a.settings.change(a.places.config, change)
	if v.Language != before.Language {
		a.speak(languageOf(v))
		if a.window.Load() != nil {
			a.dressWindow()
			speakNatively(v.Language)
		}
	}
	if v.Reminders != before.Reminders {
		a.waiting.tell(eventChanged, "") // what is shown as due is read again, as after a new answer
	}
	if err != nil {
		a.log.Error("keep the settings", "error", err)
		if errors.Is(err, syscall.ENOSPC) {
			return v, newFault("disk_full", "path", a.places.config)
		}
		return v, newFault("settings_unwritable", "path", a.places.config)
	}
	return v, nil
}

// languageOf returns the language that settings choose: where they choose none, the system's.
func languageOf(v SettingsView) string {
	if v.Language != "" {
		return v.Language
	}
	return systemLanguage()
}

// systemLanguage returns the first of the system's languages that the catalogue has, or English.
func systemLanguage() string {
	return chooseLanguage(SystemTags())
}

// SystemTags returns the languages and regions of the system's person, the preferred one first:
// "en-US". There are none where the system does not tell.
func SystemTags() []string {
	tags, err := system.GetLocales()
	if err != nil {
		return nil
	}
	return tags
}

// chooseLanguage returns the first language that the catalogue has of a list of tags as systems
// write them: "ko-KR", "ko_KR.UTF-8", "ko". A tag without words ends nothing: the next is tried.
func chooseLanguage(tags []string) string {
	for _, tag := range tags {
		base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
		base, _, _ = strings.Cut(base, ".")
		if slices.Contains(locale.Languages(), base) {
			return base
		}
	}
	return guide.DefaultLanguage
}
