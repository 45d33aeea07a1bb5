-- Requests of data subjects with what came of them. requester and statement are what the person wrote.
CREATE TABLE data_request (
  request_id {{UUID}} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'erasure', 'restriction')),
  requester TEXT NOT NULL,
  contact TEXT NOT NULL,
  identity_check TEXT NOT NULL,
  language TEXT NOT NULL,
  statement TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  rules TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  extension_reason TEXT NOT NULL,
  outcome TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_on TEXT,
  registered_by TEXT NOT NULL,
  registered_us {{TS}} NOT NULL,
  closed_by TEXT NOT NULL,
  last_sequence BIGINT NOT NULL
);
CREATE INDEX data_request_by_due ON data_request (state, due_on);

CREATE TABLE data_request_person (
  request_id {{UUID}} NOT NULL REFERENCES data_request (request_id),
  traveller_id {{UUID}} NOT NULL,
  PRIMARY KEY (request_id, traveller_id)
);

CREATE TABLE data_export (
  request_id {{UUID}} NOT NULL REFERENCES data_request (request_id),
  sequence BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  records BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  made_us {{TS}} NOT NULL,
  PRIMARY KEY (request_id, sequence)
);

-- Stands beside what was read from documents, and changes nothing of it.
CREATE TABLE data_correction (
  correction_id {{UUID}} NOT NULL PRIMARY KEY,
  request_id {{UUID}} NOT NULL REFERENCES data_request (request_id),
  traveller_id {{UUID}} NOT NULL,
  field TEXT NOT NULL,
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL,
  reason TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  corrected_us {{TS}} NOT NULL
);
CREATE INDEX data_correction_by_traveller ON data_correction (traveller_id, corrected_us);

CREATE TABLE data_erasure (
  request_id {{UUID}} NOT NULL REFERENCES data_request (request_id),
  traveller_id {{UUID}} NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'approved')),
  proposed_by TEXT NOT NULL,
  proposed_us {{TS}} NOT NULL,
  approved_by TEXT,
  approved_us {{TS}},
  PRIMARY KEY (request_id, traveller_id)
);

-- What became of an unusual look, by the entry that recorded the look.
CREATE TABLE read_review (
  origin {{UUID}} NOT NULL,
  sequence BIGINT NOT NULL,
  judgement TEXT NOT NULL CHECK (judgement IN ('justified', 'unjustified', 'needs_explanation')),
  note TEXT NOT NULL,
  reviewed_by TEXT NOT NULL,
  reviewed_us {{TS}} NOT NULL,
  explanation TEXT,
  explained_us {{TS}},
  PRIMARY KEY (origin, sequence)
);
