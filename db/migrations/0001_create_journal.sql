-- The journal: one chain of entries per origin, and which origin is this store's own.
CREATE TABLE journal_origin (
  only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
  origin {{UUID}} NOT NULL
);

-- payload is text on both engines: it is hashed, and jsonb would write it anew. Payload and salt are NULL once erased.
CREATE TABLE journal_entry (
  origin {{UUID}} NOT NULL,
  sequence BIGINT NOT NULL,
  recorded_us {{TS}} NOT NULL,
  officer TEXT NOT NULL,
  agency TEXT NOT NULL,
  unit TEXT NOT NULL,
  purpose TEXT NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload TEXT,
  salt {{BLOB}},
  payload_digest {{BLOB}} NOT NULL,
  previous_hash {{BLOB}} NOT NULL,
  hash {{BLOB}} NOT NULL,
  PRIMARY KEY (origin, sequence)
);
