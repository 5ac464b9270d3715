-- The tables of the newest version, after all migrations. A test holds fresh and migrated
-- databases equal to it; write it anew with: go test ./internal/journal -run Schema -update

CREATE TABLE journal (
    one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    profile_id TEXT    NOT NULL REFERENCES profile (id),
    created_at INTEGER NOT NULL -- UTC milliseconds
) STRICT;

CREATE TABLE mark (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36), -- UUIDv7, made by the caller
    profile_id TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    guide      TEXT    NOT NULL CHECK (guide <> ''),
    item       TEXT    NOT NULL CHECK (item <> ''),
    verdict    INTEGER NOT NULL CHECK (verdict BETWEEN -1 AND 3), -- -1 is cleared
    origin     TEXT    NOT NULL CHECK (origin IN ('self', 'placement', 'suggested', 'rater', 'import')),
    rater      TEXT    NOT NULL DEFAULT '',
    edition    INTEGER NOT NULL CHECK (edition >= 1),
    digest     TEXT    NOT NULL CHECK (length(digest) = 16), -- of the English text that was answered
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    clock      INTEGER NOT NULL CHECK (clock > 0), -- hybrid logical clock
    at         INTEGER NOT NULL -- UTC milliseconds by the device's clock
) STRICT;

CREATE TABLE profile (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    created_at INTEGER NOT NULL -- UTC milliseconds
) STRICT;

CREATE INDEX mark_by_clock ON mark (clock);

CREATE INDEX mark_by_guide ON mark (profile_id, guide, item);

CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON mark
BEGIN
    SELECT RAISE(ABORT, 'marks are never changed; add a later one');
END;
