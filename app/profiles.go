package app

import "context"

// ProfilesView lists the persons of the journal, the oldest profile first.
type ProfilesView struct {
	Profiles []ProfileView `json:"profiles"`
}

// ProfileView is a person whose record the journal keeps.
type ProfileView struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Current  bool   `json:"current"`  // whose record is shown
	Marks    int    `json:"marks"`    // answers ever given
	LastMark int64  `json:"lastMark"` // UTC milliseconds of the newest, 0 without one
}

// AddProfile adds a person, whose record begins empty and is shown from now on.
// Faults: disk_full, and those of openJournal.
func (a *App) AddProfile(name string) (v ProfilesView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	j, err := a.openJournal(ctx)
	if err != nil {
		return ProfilesView{}, err
	}
	added, err := j.AddProfile(ctx, name)
	if err != nil {
		return ProfilesView{}, err
	}
	if err := j.SwitchProfile(ctx, added.ID); err != nil {
		return ProfilesView{}, err
	}
	return a.profiles(ctx)
}

// RenameProfile gives a person another name.
// Faults: profile_not_found, disk_full, and those of openJournal.
func (a *App) RenameProfile(id, name string) (v ProfilesView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	j, err := a.openJournal(ctx)
	if err != nil {
		return ProfilesView{}, err
	}
	if err := j.RenameProfile(ctx, id, name); err != nil {
		return ProfilesView{}, err
	}
	return a.profiles(ctx)
}

// SwitchProfile shows another person's record from now on, and at the next start.
// Faults: profile_not_found, disk_full, and those of openJournal.
func (a *App) SwitchProfile(id string) (v ProfilesView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	j, err := a.openJournal(ctx)
	if err != nil {
		return ProfilesView{}, err
	}
	if err := j.SwitchProfile(ctx, id); err != nil {
		return ProfilesView{}, err
	}
	a.carryAll(ctx, j)
	return a.profiles(ctx)
}

// DeleteProfile erases a person and everything that they recorded. With purge they are taken out
// of all backups too, and nothing can bring them back; without it a backup is made first.
// Faults: profile_not_found, profile_last, journal_busy, disk_full, and those of openJournal.
func (a *App) DeleteProfile(id string, purge bool) (v ProfilesView, err error) {
	defer a.recovered(&err)
	ctx := a.context()
	if err := a.eraseProfile(ctx, id, purge); err != nil {
		return ProfilesView{}, err
	}
	return a.profiles(ctx)
}

// profiles lists the profiles with what each has recorded.
func (a *App) profiles(ctx context.Context) (ProfilesView, error) {
	j, err := a.openJournal(ctx)
	if err != nil {
		return ProfilesView{}, err
	}
	tallies, err := j.Tallies(ctx)
	if err != nil {
		return ProfilesView{}, err
	}
	v := ProfilesView{Profiles: []ProfileView{}}
	current := j.Profile().ID
	for _, t := range tallies {
		v.Profiles = append(v.Profiles, ProfileView{
			ID: t.Profile.ID, Name: t.Profile.Name, Current: t.Profile.ID == current, Marks: t.Marks, LastMark: t.Last,
		})
	}
	return v, nil
}
