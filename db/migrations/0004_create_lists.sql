-- Lists as imported, and the alerts in force. origin and sequence name the entry list.imported.
CREATE TABLE list_version (
  origin {{UUID}} NOT NULL,
  sequence BIGINT NOT NULL,
  source TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  alerts BIGINT NOT NULL,
  added BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  withdrawn BIGINT NOT NULL,
  quarantined BIGINT NOT NULL,
  imported_us {{TS}} NOT NULL,
  PRIMARY KEY (origin, sequence)
);
CREATE INDEX list_version_by_source ON list_version (source, sequence);

CREATE TABLE alert (
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  alert {{JSON}} NOT NULL,
  published_us {{TS}} NOT NULL,
  changed_us {{TS}} NOT NULL,
  PRIMARY KEY (source, source_id)
);

-- Rows of the newest version of a source that could not be read; position counts from 1.
CREATE TABLE quarantined_row (
  source TEXT NOT NULL,
  position BIGINT NOT NULL,
  file TEXT NOT NULL,
  line BIGINT NOT NULL,
  reason TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (source, position)
);
