-- A journal as version 3 wrote it: what a release leaves on people's computers. Never changed.
CREATE TABLE profile (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    created_at INTEGER NOT NULL -- UTC milliseconds
, clock INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO profile VALUES('01a219f3-9891-7238-9fff-ab81c8f4bf6d','김민아',1795348800000,0);
INSERT INTO profile VALUES('01a219f3-98a5-7023-a45f-27b619dec81b','박서준',1795348800000,117659978956800000);
CREATE TABLE journal (
    one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    profile_id TEXT    NOT NULL REFERENCES profile (id),
    created_at INTEGER NOT NULL -- UTC milliseconds
) STRICT;
INSERT INTO journal VALUES(1,'a3796703-d8ae-4b88-9227-c948fbdca27d','01a219f3-9891-7238-9fff-ab81c8f4bf6d',1795348800000);
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
INSERT INTO mark VALUES('01a219f3-9896-7aab-8143-51e495c752c6','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-001',0,'self','',1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800000,1795348800000);
INSERT INTO mark VALUES('01a219f3-989b-76d4-8446-92fe9c5d6e32','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-002',1,'self','',1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800001,1795348800000);
INSERT INTO mark VALUES('01a219f3-989c-76dc-b88c-43d82c518377','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-003',2,'self','',1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800002,1795348800000);
INSERT INTO mark VALUES('01a219f3-989c-7e8e-b58b-9ad951fe4cb4','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-004',3,'self','',1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800003,1795348800000);
INSERT INTO mark VALUES('01a219f3-989d-7bc3-9890-fa4f827dc5c4','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-002',-1,'self','',1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800004,1795348800000);
INSERT INTO mark VALUES('01a219f3-989e-770c-96e5-9eeeb35cca26','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-001',2,'self','',1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800005,1795348800000);
INSERT INTO mark VALUES('01a219f3-98a0-7ae6-a629-e9bf4fb89d62','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-003',1,'self','',1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800006,1795348800000);
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
INSERT INTO evidence VALUES('01a219f3-989f-7312-af94-acdd32ec390c','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-001','note','','리뷰에서 확인함 가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가','','','',0,'','','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800000,1795348800000);
INSERT INTO evidence VALUES('01a219f3-989f-72e0-a2f2-579e2e0612e4','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-002','file','','','','설계 🙂.pdf','0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a',12,'מיכל','2026-10-01','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800001,1795348800000);
INSERT INTO evidence VALUES('01a219f3-98a0-72ea-b736-aad9abab3033','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-001','removal','01a219f3-989f-7312-af94-acdd32ec390c','','','','',0,'','','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800002,1795348800000);
CREATE TABLE evidence_place (
    evidence_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence (id) ON DELETE CASCADE,
    path        TEXT NOT NULL CHECK (path <> '')
) STRICT;
INSERT INTO evidence_place VALUES('01a219f3-989f-72e0-a2f2-579e2e0612e4','/home/mina/설계 🙂.pdf');
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
INSERT INTO assessment VALUES('01a219f3-98a0-7ae3-a1a6-b0b1c5ad17e1','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','placement',1,'[]','accepted','{}','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800000,1795348800000);
INSERT INTO assessment VALUES('01a219f3-98a2-706a-9d81-2bc4e0309a37','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','review',1,'[]','paused','{}','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800001,1795348800000);
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
INSERT INTO snapshot VALUES('01a219f3-989f-7313-970a-19ab40df12c4','01a219f3-9891-7238-9fff-ab81c8f4bf6d','내 보고서','["backend-engineering"]','ko','{"level":1}','{}','','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800000,1795348800000);
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
INSERT INTO goal VALUES('01a219f3-98a3-7462-8617-e54324bb060e','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering',3,'2027-06-30','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800000,1795348800000);
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
INSERT INTO prediction VALUES('01a219f3-98a3-7f08-b219-da6b3b3e91eb','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering',1,2,'a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800000,1795348800000);
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
INSERT INTO receipt VALUES('01a219f3-98a4-7793-8d93-23256e9a4967','01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering',1,2,'','{}','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800000,1795348800000);
CREATE TABLE newest (
    profile_id TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    guide      TEXT    NOT NULL,
    item       TEXT    NOT NULL,
    origin     TEXT    NOT NULL,
    rater      TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    verdict    INTEGER NOT NULL,
    edition    INTEGER NOT NULL,
    digest     TEXT    NOT NULL,
    device_id  TEXT    NOT NULL,
    clock      INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (profile_id, guide, item, origin, rater)
) STRICT, WITHOUT ROWID;
INSERT INTO newest VALUES('01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-001','self','','01a219f3-989e-770c-96e5-9eeeb35cca26',2,1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800005,1795348800000);
INSERT INTO newest VALUES('01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-002','self','','01a219f3-989d-7bc3-9890-fa4f827dc5c4',-1,1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800004,1795348800000);
INSERT INTO newest VALUES('01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-003','self','','01a219f3-98a0-7ae6-a629-e9bf4fb89d62',1,1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800006,1795348800000);
INSERT INTO newest VALUES('01a219f3-9891-7238-9fff-ab81c8f4bf6d','backend-engineering','be-004','self','','01a219f3-989c-7e8e-b58b-9ad951fe4cb4',3,1,'0123456789abcdef','a3796703-d8ae-4b88-9227-c948fbdca27d',117659978956800003,1795348800000);
CREATE INDEX mark_by_clock ON mark (clock);
CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON mark
BEGIN
    SELECT RAISE(ABORT, 'marks are never changed; add a later one');
END;
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
CREATE TRIGGER mark_becomes_the_newest AFTER INSERT ON mark
BEGIN
    INSERT INTO newest (profile_id, guide, item, origin, rater, id, verdict, edition, digest, device_id, clock, at)
    VALUES (new.profile_id, new.guide, new.item, new.origin, new.rater, new.id, new.verdict, new.edition, new.digest,
        new.device_id, new.clock, new.at)
    ON CONFLICT (profile_id, guide, item, origin, rater) DO UPDATE SET
        id = excluded.id, verdict = excluded.verdict, edition = excluded.edition, digest = excluded.digest,
        device_id = excluded.device_id, clock = excluded.clock, at = excluded.at
    WHERE (excluded.clock, excluded.device_id, excluded.id) > (newest.clock, newest.device_id, newest.id);
END;
CREATE INDEX mark_by_guide ON mark (profile_id, guide, clock, device_id, id, item, origin, verdict, at);
PRAGMA application_id = 1280724035;
PRAGMA user_version = 3;
