-- The key that signs receipts for results, one for each place (machine and folder) in which this store has been used: a copy
-- of a home must not say that it has what only the other one is asked for.
CREATE TABLE home (
    place TEXT PRIMARY KEY,
    certificate BLOB NOT NULL,
    key TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages as they came that cannot be believed yet.
CREATE TABLE quarantine (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    sender TEXT NOT NULL,
    host TEXT NOT NULL,
    order_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    received INTEGER NOT NULL,
    -- fingerprint of the host's key by which it was judged last; empty when there was none, or another judgement may follow
    judged_by TEXT NOT NULL,
    payload BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE INDEX quarantine_by_sender ON quarantine (sender);
CREATE INDEX quarantine_by_order ON quarantine (order_id);

-- One row for all that was refused for the same reason.
CREATE TABLE refused (
    order_id TEXT NOT NULL,
    host TEXT NOT NULL,
    reason TEXT NOT NULL,
    times INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (order_id, host, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO refused SELECT order_id, host, reason, count(*), max(at) FROM refused_answer GROUP BY order_id, host, reason;
DROP TABLE refused_answer;

-- The list of jobs counts by the rule of the reports; what it found for a job that is over is kept here.
DROP TABLE progress;
CREATE TABLE totals (
    order_id TEXT PRIMARY KEY,
    -- what it was counted from: changes with each result, alert or refused answer
    stamp TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX result_by_host ON result (host, received);

-- Agents and machines that have spoken for a host, to find two that do so in turn.
CREATE TABLE instance (
    host TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (host, kind, name)
) STRICT, WITHOUT ROWID;
