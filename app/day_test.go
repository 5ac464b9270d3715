package app

import (
	"strings"
	"testing"
	"time"

	"github.com/levelica/levelica/internal/locale"
)

// on returns what Home says at a moment, of an item that was rated at another.
func on(t *testing.T, language, tag string, now, at time.Time) DayView {
	t.Helper()
	a := testApp(t)
	a.spoken.Store(locale.For(language).In([]string{tag}))
	a.now = func() time.Time { return now }
	return a.day(HomeItemView{Guide: backend, Text: "{day} 🙂 שלום"}, at.UnixMilli())
}

// local is a moment where the person is.
func local(year int, month time.Month, day, hour, minute int) time.Time {
	return time.Date(year, month, day, hour, minute, 0, 0, time.Local)
}

func TestTodayIsWrittenAsPeopleOfTheRegionWriteIt(t *testing.T) {
	for _, c := range []struct{ language, tag, want string }{
		{"en", "en_GB.UTF-8", "Sunday, 22 November"},
		{"en", "en_US.UTF-8", "Sunday, November 22"},
		{"en", "en", "Sunday, November 22"},
		{"en", "ko_KR.UTF-8", "Sunday, 22 November"},
		{"en", "C.UTF-8", "Sunday, 22 November"},
		{"ko", "ko_KR.UTF-8", "11월 22일 일요일"},
		{"ko", "en_US.UTF-8", "11월 22일 일요일"},
	} {
		t.Run(c.language+" "+c.tag, func(t *testing.T) {
			if got := on(t, c.language, c.tag, local(2026, time.November, 22, 0, 30), time.Time{}).Today; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestEveryDayOfTheYearHasItsName(t *testing.T) {
	for day := range 366 {
		now := local(2028, time.January, 1+day, 12, 0)
		if got, want := on(t, "en", "en_GB", now, now).Today, now.Format("Monday, 2 January"); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	}
}

func TestADayWithinAWeekIsCountedInDaysOfTheCalendarAndAnOlderOneIsNamed(t *testing.T) {
	now := local(2026, time.November, 22, 0, 30)
	for _, c := range []struct {
		at     time.Time
		en, ko string
	}{
		{local(2026, time.November, 22, 0, 0), "today", "오늘"},
		{local(2026, time.November, 21, 23, 59), "yesterday", "어제"},
		{local(2026, time.November, 20, 5, 0), "2 days ago", "그저께"},
		{local(2026, time.November, 16, 1, 0), "6 days ago", "6일 전"},
		{local(2026, time.November, 15, 23, 0), "on 15 November", "11월 15일에"},
		{local(2025, time.December, 31, 23, 0), "on 31 December 2025", "2025년 12월 31일에"},
		// A clock that was set back makes a mark of the future.
		{local(2026, time.November, 24, 1, 0), "on 24 November", "11월 24일에"},
	} {
		if got, want := on(t, "en", "en_GB", now, c.at).Left, "You left off "+c.en+" at “{day} 🙂 שלום”"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if got, want := on(t, "ko", "ko_KR", now, c.at).Left, c.ko+" “{day} 🙂 שלום”"; !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q and more", got, want)
		}
	}
	if got, want := on(t, "en", "en_US", now, local(2025, time.May, 2, 1, 0)).Left, "You left off on May 2, 2025 at"; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q and more", got, want)
	}
}

func TestWhatIsSaidOfTheDayHoldsUntilMidnight(t *testing.T) {
	now := local(2026, time.December, 31, 23, 59)
	if got, want := on(t, "en", "en", now, now).Until, local(2027, time.January, 1, 0, 0).UnixMilli(); got != want {
		t.Errorf("%d, want %d", got, want)
	}
}
