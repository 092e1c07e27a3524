-- The task file that a job was made from, byte for byte, so that a corrected copy can be made whenever and wherever.
CREATE TABLE source (
    order_id TEXT PRIMARY KEY REFERENCES orders (id),
    path TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
