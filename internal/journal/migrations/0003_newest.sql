-- The newest mark of each item, of each way in which it came to be: all that says where a person
-- stands, side by side, so that reading it costs the same after twenty years as after a day. A copy
-- of what mark holds, kept by the trigger below and by nothing else.
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

-- What an older version wrote: of each group the last in the order of clocks.
INSERT INTO newest (profile_id, guide, item, origin, rater, id, verdict, edition, digest, device_id, clock, at)
SELECT profile_id, guide, item, origin, rater, id, verdict, edition, digest, device_id, clock, at FROM (
    SELECT *, row_number() OVER (
        PARTITION BY profile_id, guide, item, origin, rater ORDER BY clock DESC, device_id DESC, id DESC) AS place
    FROM mark)
WHERE place = 1;

-- The past of a guide in its order, with all that its history is made from beside it.
DROP INDEX mark_by_item;
CREATE INDEX mark_by_guide ON mark (profile_id, guide, clock, device_id, id, item, origin, verdict, at);
