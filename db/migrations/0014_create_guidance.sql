-- How work is to be done, who has been told, and who may do it: procedures with the steps that were done, directives with
-- their receipts, certificates and where they are asked for.
CREATE TABLE procedure_version (
  procedure_id {{UUID}} NOT NULL,
  version BIGINT NOT NULL,
  says {{JSON}} NOT NULL,
  drafted_by TEXT NOT NULL,
  drafted_us {{TS}} NOT NULL,
  approved_by TEXT NOT NULL,
  approved_us {{TS}},
  withdrawn_us {{TS}},
  withdrawn_on TEXT,
  withdraw_reason TEXT NOT NULL,
  PRIMARY KEY (procedure_id, version)
);

CREATE TABLE procedure_followed (
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  procedure_id {{UUID}} NOT NULL,
  version BIGINT NOT NULL,
  done {{JSON}} NOT NULL,
  deviations {{JSON}} NOT NULL,
  left_out BIGINT NOT NULL,
  officer TEXT NOT NULL,
  followed_us {{TS}} NOT NULL,
  PRIMARY KEY (subject_kind, subject_id, procedure_id)
);

CREATE TABLE directive (
  directive_id {{UUID}} NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  units {{JSON}} NOT NULL,
  roles {{JSON}} NOT NULL,
  read_by_us {{TS}} NOT NULL,
  in_force_us {{TS}} NOT NULL,
  expires_us {{TS}},
  legal_source TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_us {{TS}} NOT NULL,
  withdrawn_us {{TS}},
  withdraw_reason TEXT NOT NULL
);

CREATE TABLE directive_receipt (
  directive_id {{UUID}} NOT NULL,
  officer_id {{UUID}} NOT NULL,
  received_us {{TS}},
  read_us {{TS}},
  PRIMARY KEY (directive_id, officer_id)
);

CREATE TABLE certificate (
  certificate_id {{UUID}} NOT NULL PRIMARY KEY,
  officer_id {{UUID}} NOT NULL,
  kind TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  renews {{UUID}},
  issued_by TEXT NOT NULL,
  issued_us {{TS}} NOT NULL,
  revoked_us {{TS}},
  revoke_reason TEXT NOT NULL
);
CREATE INDEX certificate_by_officer ON certificate (officer_id);

CREATE TABLE certificate_need (
  unit TEXT NOT NULL,
  task TEXT NOT NULL,
  asked BOOLEAN NOT NULL,
  set_by TEXT NOT NULL,
  set_us {{TS}} NOT NULL,
  PRIMARY KEY (unit, task)
);
