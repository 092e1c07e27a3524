-- Times are milliseconds since 1970. Bodies are JSON as written by transport.json.

CREATE TABLE store (epoch INTEGER NOT NULL) STRICT;

CREATE TABLE sequence (
    signer TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    payload BLOB NOT NULL,
    digest TEXT NOT NULL,
    posted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX orders_by_digest ON orders (digest);

CREATE TABLE expected (
    order_id TEXT NOT NULL REFERENCES orders (id),
    host TEXT NOT NULL,
    PRIMARY KEY (order_id, host)
) STRICT, WITHOUT ROWID;

-- order_id refers to no table: results for orders that are not ours are kept too.
CREATE TABLE result (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id TEXT NOT NULL,
    host TEXT NOT NULL,
    number INTEGER NOT NULL,
    received INTEGER NOT NULL,
    signer TEXT NOT NULL,
    digest TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (order_id, host, number)
) STRICT;

-- How far each host is, so that a list of jobs need not read results; a flag once set stays set.
CREATE TABLE progress (
    order_id TEXT NOT NULL,
    host TEXT NOT NULL,
    finished INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    PRIMARY KEY (order_id, host)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunk (
    order_id TEXT NOT NULL,
    host TEXT NOT NULL,
    task INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    stream TEXT NOT NULL,
    start INTEGER NOT NULL,
    content BLOB NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (order_id, host, task, attempt, stream, start)
) STRICT;

CREATE TABLE refused_answer (
    order_id TEXT NOT NULL,
    host TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (order_id, host, reason, at)
) STRICT;

CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE host (
    host TEXT PRIMARY KEY,
    certificate TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    groups TEXT NOT NULL,
    vouched_by TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE invitation (
    host TEXT PRIMARY KEY,
    token TEXT NOT NULL,
    groups TEXT NOT NULL
) STRICT;

CREATE TABLE presence (
    host TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;
