-- One chain of entries. Nothing is changed or deleted: a newer entry of the same
-- kind and id stands in place of the older one, which stays.
CREATE TABLE entry (
  seq   INTEGER PRIMARY KEY,
  kind  TEXT NOT NULL,
  id    TEXT NOT NULL,
  body  TEXT NOT NULL,          -- canonical JSON
  prev  TEXT NOT NULL,          -- chain value of the entry before
  chain TEXT NOT NULL UNIQUE    -- SHA-256 over prev, kind, id and body
) STRICT;
CREATE INDEX entry_by_id ON entry (kind, id, seq);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- The latest entry of each kind and id, for a reader with any SQLite browser.
CREATE VIEW current AS
  SELECT kind, id, body FROM entry AS e
  WHERE seq = (SELECT max(seq) FROM entry WHERE kind = e.kind AND id = e.id);
-- Full-text index over paragraphs of the stored texts. It can be made again from
-- them, and a search prints the stored text, never this copy.
CREATE VIRTUAL TABLE passage USING fts5 (
  text, document UNINDEXED, start UNINDEXED, stop UNINDEXED,
  tokenize = "unicode61 remove_diacritics 2"
);
