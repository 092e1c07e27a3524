-- When a host was taken out; kept for good, so that an older word for it is not believed when somebody shows it again.
CREATE TABLE withdrawn (
    host TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Until when it is good; 0 for invitations that were made when they had no end.
ALTER TABLE invitation ADD COLUMN expires INTEGER NOT NULL DEFAULT 0;
