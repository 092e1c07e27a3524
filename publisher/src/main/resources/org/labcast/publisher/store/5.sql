-- The ids under which this home has asked for answers; the last one is its present one.
CREATE TABLE home_id (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    since INTEGER NOT NULL
) STRICT;

-- What this home has left on brokers, newest last: a mark under its id that is not here is of a copy.
CREATE TABLE home_mark (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    mark TEXT NOT NULL UNIQUE
) STRICT;

-- Copies of this home that were seen in use.
CREATE TABLE home_copy (
    place TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
