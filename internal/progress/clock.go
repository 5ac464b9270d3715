package progress

import "time"

// Clock is a hybrid logical clock: 48 bits of UTC milliseconds and 16 bits of a counter, so that
// clocks compare as plain integers. It never runs backwards on a device, even when the system
// clock does, and it moves past every clock it has seen.
// After Kulkarni et al. (2014), "Logical Physical Clocks", OPODIS 2014.
type Clock int64

const counterBits = 16

// maxMillis is the latest time that is taken from a system clock, in the year 4199. It leaves room
// to count on from there: 2^62 events.
const maxMillis = 1<<46 - 1

// Tick returns the clock of the next event on a device whose newest event was at last, when the
// system clock shows now. The result is always greater than last.
func Tick(last Clock, now time.Time) Clock {
	millis := min(max(now.UnixMilli(), 0), maxMillis)
	if wall := Clock(millis << counterBits); wall > last {
		return wall
	}
	// The system clock stands still or went back: count on. An overflowing counter carries into
	// the milliseconds, which is still later than last.
	return last + 1
}

// Time returns the milliseconds part of the clock as a time in UTC.
func (c Clock) Time() time.Time {
	return time.UnixMilli(int64(c) >> counterBits).UTC()
}
