-- Names of profiles are carried between computers: the later name wins.
ALTER TABLE profile ADD COLUMN clock INTEGER NOT NULL DEFAULT 0; -- hybrid logical clock of the name

-- What supports a mark. Rows are only ever added: a removal is a row of its own.
CREATE TABLE evidence (
    id          TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36), -- UUIDv7, made by the caller
    profile_id  TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    guide       TEXT    NOT NULL CHECK (guide <> ''),
    item        TEXT    NOT NULL CHECK (item <> ''),
    kind        TEXT    NOT NULL CHECK (kind IN ('note', 'link', 'file', 'removal')),
    removes     TEXT    NOT NULL DEFAULT '', -- ID of the evidence that a removal takes back
    text        TEXT    NOT NULL DEFAULT '' CHECK (length(text) <= 20000), -- the note, or what the link or the file shows
    url         TEXT    NOT NULL DEFAULT '', -- of a link
    name        TEXT    NOT NULL DEFAULT '', -- of the file, without its folder
    sha256      TEXT    NOT NULL DEFAULT '' CHECK (length(sha256) IN (0, 64)),
    size        INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0), -- bytes
    witness     TEXT    NOT NULL DEFAULT '', -- who saw it
    happened_on TEXT    NOT NULL DEFAULT '' CHECK (length(happened_on) IN (0, 10)), -- ISO date
    device_id   TEXT    NOT NULL CHECK (length(device_id) = 36),
    clock       INTEGER NOT NULL CHECK (clock > 0),
    at          INTEGER NOT NULL, -- UTC milliseconds by the device's clock
    CHECK ((kind = 'removal') = (removes <> '')),
    CHECK ((kind = 'file') = (sha256 <> ''))
) STRICT;

-- Where a file of evidence lies on this computer. It never leaves it.
CREATE TABLE evidence_place (
    evidence_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence (id) ON DELETE CASCADE,
    path        TEXT NOT NULL CHECK (path <> '')
) STRICT;

-- One sitting that yields marks. It may change while it is paused. Afterwards only what became of it
-- on another computer can take its place: accepted goes before discarded, then later before earlier.
CREATE TABLE assessment (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    profile_id TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    guide      TEXT    NOT NULL CHECK (guide <> ''),
    kind       TEXT    NOT NULL CHECK (kind IN ('placement', 'review')),
    edition    INTEGER NOT NULL CHECK (edition >= 1),
    answers    TEXT    NOT NULL CHECK (json_valid(answers)),
    state      TEXT    NOT NULL CHECK (state IN ('paused', 'accepted', 'discarded')),
    result     TEXT    NOT NULL CHECK (json_valid(result)),
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    clock      INTEGER NOT NULL CHECK (clock > 0),
    at         INTEGER NOT NULL -- UTC milliseconds of the last change
) STRICT;

-- A document frozen with the editions, the language and the wording that it shows.
CREATE TABLE snapshot (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    profile_id TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    title      TEXT    NOT NULL DEFAULT '',
    guides     TEXT    NOT NULL CHECK (json_type(guides) = 'array'), -- slugs
    language   TEXT    NOT NULL,
    document   TEXT    NOT NULL CHECK (json_valid(document)),
    options    TEXT    NOT NULL CHECK (json_valid(options)),
    removes    TEXT    NOT NULL DEFAULT '', -- ID of the snapshot that this row takes back
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    clock      INTEGER NOT NULL CHECK (clock > 0),
    at         INTEGER NOT NULL
) STRICT;

-- A level that the person wants to reach. The newest row of a guide is its goal.
CREATE TABLE goal (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    profile_id TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    guide      TEXT    NOT NULL CHECK (guide <> ''),
    level      INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7), -- 0: the goal is dropped
    by_date    TEXT    NOT NULL DEFAULT '' CHECK (length(by_date) IN (0, 10)), -- ISO date
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    clock      INTEGER NOT NULL CHECK (clock > 0),
    at         INTEGER NOT NULL
) STRICT;

-- The level that the person expected before rating.
CREATE TABLE prediction (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    profile_id TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    guide      TEXT    NOT NULL CHECK (guide <> ''),
    edition    INTEGER NOT NULL CHECK (edition >= 1),
    level      INTEGER NOT NULL CHECK (level BETWEEN 0 AND 7),
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    clock      INTEGER NOT NULL CHECK (clock > 0),
    at         INTEGER NOT NULL
) STRICT;

-- What became of the marks when a guide got a new edition.
CREATE TABLE receipt (
    id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    profile_id   TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    guide        TEXT    NOT NULL CHECK (guide <> ''),
    from_edition INTEGER NOT NULL CHECK (from_edition >= 1),
    to_edition   INTEGER NOT NULL CHECK (to_edition >= 1),
    undoes       TEXT    NOT NULL DEFAULT '', -- ID of the receipt that this one takes back
    document     TEXT    NOT NULL CHECK (json_valid(document)),
    device_id    TEXT    NOT NULL CHECK (length(device_id) = 36),
    clock        INTEGER NOT NULL CHECK (clock > 0),
    at           INTEGER NOT NULL
) STRICT;

-- Finds the newest mark of each item, and of each way in which it came to be, without reading those
-- before it.
DROP INDEX mark_by_guide;
CREATE INDEX mark_by_item ON mark (profile_id, guide, item, origin, rater, clock, device_id, id);
CREATE INDEX evidence_by_guide ON evidence (profile_id, guide, item);
CREATE INDEX evidence_by_clock ON evidence (clock);
CREATE INDEX assessment_by_guide ON assessment (profile_id, guide);
CREATE INDEX assessment_by_clock ON assessment (clock);
CREATE INDEX snapshot_by_profile ON snapshot (profile_id);
CREATE INDEX snapshot_by_clock ON snapshot (clock);
CREATE INDEX goal_by_guide ON goal (profile_id, guide);
CREATE INDEX goal_by_clock ON goal (clock);
CREATE INDEX prediction_by_guide ON prediction (profile_id, guide);
CREATE INDEX prediction_by_clock ON prediction (clock);
CREATE INDEX receipt_by_guide ON receipt (profile_id, guide);
CREATE INDEX receipt_by_clock ON receipt (clock);

CREATE TRIGGER evidence_is_never_changed BEFORE UPDATE ON evidence
BEGIN
    SELECT RAISE(ABORT, 'evidence is never changed; add a later row');
END;
CREATE TRIGGER assessment_is_never_changed BEFORE UPDATE ON assessment
WHEN old.state <> 'paused' AND
    (CASE new.state WHEN 'accepted' THEN 2 WHEN 'discarded' THEN 1 ELSE 0 END, new.clock, new.device_id) <=
    (CASE old.state WHEN 'accepted' THEN 2 WHEN 'discarded' THEN 1 ELSE 0 END, old.clock, old.device_id)
BEGIN
    SELECT RAISE(ABORT, 'an assessment that is over is never changed');
END;
CREATE TRIGGER snapshot_is_never_changed BEFORE UPDATE ON snapshot
BEGIN
    SELECT RAISE(ABORT, 'snapshots are never changed');
END;
CREATE TRIGGER goal_is_never_changed BEFORE UPDATE ON goal
BEGIN
    SELECT RAISE(ABORT, 'goals are never changed; add a later one');
END;
CREATE TRIGGER prediction_is_never_changed BEFORE UPDATE ON prediction
BEGIN
    SELECT RAISE(ABORT, 'predictions are never changed');
END;
CREATE TRIGGER receipt_is_never_changed BEFORE UPDATE ON receipt
BEGIN
    SELECT RAISE(ABORT, 'receipts are never changed; add a later one');
END;
