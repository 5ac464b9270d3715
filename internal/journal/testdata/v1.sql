-- A journal as version 1 wrote it: what a release leaves on people's computers. Never changed.
CREATE TABLE profile (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    created_at INTEGER NOT NULL -- UTC milliseconds
) STRICT;
INSERT INTO profile VALUES('01a20313-159f-787e-9aeb-6224f7c006fb','Mina Park',1795347912095);
CREATE TABLE journal (
    one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    device_id  TEXT    NOT NULL CHECK (length(device_id) = 36),
    profile_id TEXT    NOT NULL REFERENCES profile (id),
    created_at INTEGER NOT NULL -- UTC milliseconds
) STRICT;
INSERT INTO journal VALUES(1,'f5e7b067-7065-49db-8fc4-5e40884aa607','01a20313-159f-787e-9aeb-6224f7c006fb',1795347912095);
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
INSERT INTO mark VALUES('01a20313-1599-780a-8743-34adf24ccd4f','01a20313-159f-787e-9aeb-6224f7c006fb','backend-engineering','be-001',0,'self','',1,'6aa55b381332812d','f5e7b067-7065-49db-8fc4-5e40884aa607',117659920767320064,1795347912099);
INSERT INTO mark VALUES('01a20313-1614-73c5-a20f-efd57ccedc12','01a20313-159f-787e-9aeb-6224f7c006fb','backend-engineering','be-002',1,'self','',1,'bca19109934408c4','f5e7b067-7065-49db-8fc4-5e40884aa607',117659920774856704,1795347912214);
INSERT INTO mark VALUES('01a20313-167a-78b7-9a27-66aa87f24c4c','01a20313-159f-787e-9aeb-6224f7c006fb','backend-engineering','be-003',2,'self','',1,'9b6b47b47ba343c0','f5e7b067-7065-49db-8fc4-5e40884aa607',117659920781672448,1795347912318);
INSERT INTO mark VALUES('01a20313-170f-77b8-8fca-437834bee2ef','01a20313-159f-787e-9aeb-6224f7c006fb','backend-engineering','be-004',3,'self','',1,'e84c0116bc5760e0','f5e7b067-7065-49db-8fc4-5e40884aa607',117659920791371776,1795347912466);
INSERT INTO mark VALUES('01a20313-1772-7e20-97d0-c2d935d33de7','01a20313-159f-787e-9aeb-6224f7c006fb','backend-engineering','be-002',-1,'self','',1,'bca19109934408c4','f5e7b067-7065-49db-8fc4-5e40884aa607',117659920797859840,1795347912565);
CREATE INDEX mark_by_guide ON mark (profile_id, guide, item);
CREATE INDEX mark_by_clock ON mark (clock);
CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON mark
BEGIN
    SELECT RAISE(ABORT, 'marks are never changed; add a later one');
END;
PRAGMA application_id = 1280724035;
PRAGMA user_version = 1;
