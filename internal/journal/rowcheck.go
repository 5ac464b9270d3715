package journal

import (
	"time"

	"github.com/google/uuid"

	"github.com/levelica/levelica/internal/progress"
)

// What comes from a file is checked as strictly as what a caller asks for, and its clocks besides:
// one from the end of time would leave no room for the marks after it.

// latestClock is a little after the latest time that a clock takes from the system, in the year
// 4199, so that what was counted on from there still passes. As much again is left after it.
const latestClock = 1<<62 + 1<<48

// The times that dates can show: the years 1 to 9999.
var (
	earliestTime = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli()
	latestTime   = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli() - 1
)

// datable returns a clock that shows only times that dates can show, whatever the system's does.
func datable(now func() time.Time) func() time.Time {
	if now == nil {
		now = time.Now
	}
	return func() time.Time {
		t := now()
		return time.UnixMilli(min(max(t.UnixMilli(), earliestTime), latestTime)).In(t.Location())
	}
}

func checkStamp(s Stamp) error {
	switch {
	case uuid.Validate(s.ProfileID) != nil || uuid.Validate(s.DeviceID) != nil:
		return invalid("it does not say whose it is")
	case s.Clock < 1 || s.Clock >= latestClock:
		return invalid("its clock shows %d", s.Clock)
	case s.At < earliestTime || s.At > latestTime:
		return invalid("its time is %d", s.At)
	}
	return nil
}

func checkProfileRow(r profileRow) error {
	switch {
	case checkID(r.ID) != nil:
		return checkID(r.ID)
	case r.Name != profileName(r.Name):
		return invalid("the profile's name cannot be kept")
	case r.Clock < 0 || r.Clock >= latestClock || r.CreatedAt < earliestTime || r.CreatedAt > latestTime:
		return invalid("the profile's time cannot be kept")
	}
	return nil
}

func checkMarkRow(r markRow) error {
	m := r.mark()
	if err := checkMarks([]progress.Mark{m}); err != nil {
		return err
	}
	if !m.Origin.Valid() || len(r.Digest) != 16 {
		return invalid("the mark has an origin or a digest that there is not")
	}
	return checkStamp(Stamp{ProfileID: r.ProfileID, DeviceID: r.DeviceID, Clock: r.Clock, At: r.At})
}

func checkEvidenceRow(r evidenceRow) error {
	e := r.evidence("elsewhere") // the path stayed on the other computer
	if kept, err := evidenceOf(e); err != nil || kept.Kind != r.Kind {
		return invalid("%v", err)
	}
	return checkStamp(r.Stamp)
}

func checkAssessmentRow(r assessmentRow) error {
	if err := checkAssessment(r.assessment()); err != nil {
		return err
	}
	return checkStamp(r.Stamp)
}

func checkSnapshotRow(r snapshotRow) error {
	if _, err := snapshotOf(r.snapshot()); err != nil {
		return err
	}
	return checkStamp(r.Stamp)
}

func checkGoalRow(r goalRow) error {
	if _, err := goalOf(r.goal()); err != nil {
		return err
	}
	return checkStamp(r.Stamp)
}

func checkPredictionRow(r predictionRow) error {
	if _, err := predictionOf(r.prediction()); err != nil {
		return err
	}
	return checkStamp(r.Stamp)
}

func checkReceiptRow(r receiptRow) error {
	if _, err := receiptOf(r.receipt()); err != nil {
		return err
	}
	return checkStamp(r.Stamp)
}
