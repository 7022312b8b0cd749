-- The tables of schema 1, as the first release made them. Never changed: files like this exist.

CREATE TABLE publication (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    chunks INTEGER NOT NULL,
    documents INTEGER NOT NULL
) STRICT;
INSERT INTO publication VALUES (1, 0, 0, 0);

CREATE TABLE revision (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    content TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    declared_from INTEGER NOT NULL,
    declared_until INTEGER NOT NULL,
    audience TEXT NOT NULL,
    url TEXT,
    file_name TEXT NOT NULL,
    is_sample INTEGER NOT NULL,
    status INTEGER NOT NULL,
    effective TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    retired_from INTEGER,
    retired_reason TEXT,
    page_count INTEGER NOT NULL,
    chunk_count INTEGER NOT NULL,
    reading INTEGER,
    full_number TEXT,
    likeness BLOB
) STRICT;
CREATE INDEX revision_document ON revision (document);
CREATE INDEX revision_content ON revision (content);
CREATE INDEX revision_file_name ON revision (file_name);
CREATE INDEX revision_sample ON revision (is_sample) WHERE is_sample = 1;
CREATE INDEX revision_purged ON revision (status) WHERE status = 2;

CREATE TABLE reading (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL REFERENCES revision (key)
) STRICT;
CREATE INDEX reading_revision ON reading (revision);

CREATE TABLE page (
    reading INTEGER NOT NULL REFERENCES reading (key),
    number INTEGER NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    words BLOB NOT NULL,
    PRIMARY KEY (reading, number)
) STRICT;

CREATE TABLE chunk (
    reading INTEGER NOT NULL REFERENCES reading (key),
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    prefix TEXT NOT NULL,
    article_keys TEXT NOT NULL,
    token_count INTEGER NOT NULL,
    structure BLOB NOT NULL,
    terms BLOB NOT NULL,
    PRIMARY KEY (reading, ordinal)
) STRICT;

CREATE TABLE appearance (
    id INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (key),
    ordinal INTEGER NOT NULL,
    effective_from INTEGER NOT NULL,
    effective_until INTEGER NOT NULL,
    shown_from INTEGER NOT NULL,
    shown_until INTEGER
) STRICT;
CREATE INDEX appearance_chunk ON appearance (reading, ordinal);
CREATE INDEX appearance_ended ON appearance (shown_until) WHERE shown_until IS NOT NULL;

CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    frequency INTEGER NOT NULL
) STRICT;

CREATE TABLE problem (
    revision INTEGER NOT NULL REFERENCES revision (key),
    code TEXT NOT NULL,
    page INTEGER,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX problem_revision ON problem (revision);

CREATE TABLE act (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    publication INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    document TEXT,
    revision TEXT,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX act_document ON act (document);
CREATE INDEX act_publication ON act (publication);

CREATE TABLE erasure (
    content TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE manifest (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    schema INTEGER NOT NULL,
    analyzer TEXT NOT NULL,
    embedding_model TEXT NOT NULL,
    embedding_size INTEGER NOT NULL
) STRICT;

CREATE TABLE index_entry (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    revision TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    audience TEXT NOT NULL,
    kind TEXT NOT NULL,
    articles TEXT NOT NULL,
    shown_from INTEGER NOT NULL,
    shown_until INTEGER,
    staged INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    sparse BLOB NOT NULL,
    dense BLOB NOT NULL
) STRICT;
CREATE INDEX index_entry_changed ON index_entry (changed);
CREATE INDEX index_entry_shown_from ON index_entry (shown_from);
CREATE INDEX index_entry_shown_until ON index_entry (shown_until) WHERE shown_until IS NOT NULL;

CREATE TABLE index_removal (
    id INTEGER PRIMARY KEY,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX index_removal_changed ON index_removal (changed);

CREATE TABLE index_change (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    forgotten INTEGER NOT NULL
) STRICT;
INSERT INTO index_change VALUES (1, 0, 0);

PRAGMA user_version = 1;
