-- Not history, so not in the journal and not touched by a rebuild; hence no foreign keys to projected tables.
CREATE TABLE credential (
  officer_id {{UUID}} NOT NULL PRIMARY KEY,
  password_hash TEXT NOT NULL
);

CREATE TABLE sign_in_failure (
  officer_id {{UUID}} NOT NULL PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_us {{TS}} NOT NULL
);

CREATE TABLE session (
  session_id {{UUID}} NOT NULL PRIMARY KEY,
  officer_id {{UUID}} NOT NULL,
  token_digest {{BLOB}} NOT NULL UNIQUE,
  csrf_digest {{BLOB}} NOT NULL,
  opened_us {{TS}} NOT NULL,
  last_seen_us {{TS}} NOT NULL
);

CREATE TABLE enrolment_code (
  only_row BIGINT NOT NULL PRIMARY KEY CHECK (only_row = 1),
  code_digest {{BLOB}} NOT NULL
);

-- Idempotency: what an earlier request with this key was about.
CREATE TABLE request (
  officer_id {{UUID}} NOT NULL,
  request_key TEXT NOT NULL,
  request_digest {{BLOB}} NOT NULL,
  subject TEXT NOT NULL,
  recorded_us {{TS}} NOT NULL,
  PRIMARY KEY (officer_id, request_key)
);
CREATE INDEX request_by_time ON request (recorded_us);
