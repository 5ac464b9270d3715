package journal

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/levelica/levelica/internal/progress"
)

// AddEvidence adds evidence, all or none, and returns when it is durable. A row that takes evidence
// back is added in the same way. It fails with ErrRecord, progress.ErrEvidence, and with those of
// Record.
func (j *Journal) AddEvidence(ctx context.Context, all ...progress.Evidence) error {
	rows := make([]evidenceRow, len(all))
	for i, e := range all {
		row, err := evidenceOf(e)
		if err != nil {
			return err
		}
		rows[i] = row
	}
	return j.translate("record the evidence", j.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := insert(tx, j, rows...); err != nil {
			return err
		}
		for _, e := range all {
			if e.Path == "" {
				continue
			}
			if err := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&placeRow{EvidenceID: e.ID, Path: e.Path}).Error; err != nil {
				return err
			}
		}
		return nil
	}))
}

// evidenceOf turns evidence into a row, and refuses what no caller should ask for.
func evidenceOf(e progress.Evidence) (evidenceRow, error) {
	if err := checkID(e.ID); err != nil {
		return evidenceRow{}, err
	}
	if err := e.Check(); err != nil {
		return evidenceRow{}, err
	}
	if e.Guide == "" || e.Item == "" {
		return evidenceRow{}, invalid("the evidence does not say what it supports")
	}
	row := evidenceRow{
		ID: e.ID, Guide: e.Guide, Item: e.Item, Kind: string(e.Kind), Removes: e.Removes, Text: e.Text, URL: e.URL,
		Name: e.Name, SHA256: e.SHA256, Size: e.Size, Witness: e.Witness, HappenedOn: e.On,
	}
	if e.Removes != "" {
		if err := checkID(e.Removes); err != nil {
			return evidenceRow{}, err
		}
		row = evidenceRow{ID: e.ID, Guide: e.Guide, Item: e.Item, Kind: removal, Removes: e.Removes}
	}
	return row, nil
}

// Evidence returns the evidence on a guide, or on all guides where it is empty, and the rows that
// take some of it back, oldest first; see progress.Pieces.
func (j *Journal) Evidence(ctx context.Context, guide string) ([]progress.Evidence, error) {
	rows, err := rowsOf[evidenceRow](ctx, j, "read the evidence", guide)
	if err != nil {
		return nil, err
	}
	kept, err := find[placeRow](j.db.WithContext(ctx))
	if err != nil {
		return nil, j.translate("read the evidence", err)
	}
	places := map[string]string{}
	for _, p := range kept {
		places[p.EvidenceID] = p.Path
	}
	return each(rows, nil, func(r evidenceRow) progress.Evidence { return r.evidence(places[r.ID]) })
}
