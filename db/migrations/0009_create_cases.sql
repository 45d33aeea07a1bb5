-- The second line: a case for each referral, what was done in it, and the refusals of entry that came of it.
CREATE TABLE case_file (
  case_id {{UUID}} NOT NULL PRIMARY KEY,
  inspection_id {{UUID}} NOT NULL,
  opened {{JSON}} NOT NULL,
  opened_by {{UUID}} NOT NULL,
  opened_us {{TS}} NOT NULL,
  due_us {{TS}} NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'decided', 'closed')),
  state_order BIGINT NOT NULL,
  holder_id {{UUID}},
  taken_us {{TS}},
  level TEXT NOT NULL,
  asylum BOOLEAN NOT NULL,
  interview {{JSON}},
  outcome TEXT,
  conditions {{JSON}},
  handed_to TEXT,
  note TEXT,
  decided_by {{UUID}},
  decided_us {{TS}},
  revision BIGINT NOT NULL
);
CREATE INDEX case_file_by_state ON case_file (state_order, due_us, case_id);
CREATE INDEX case_file_by_inspection ON case_file (inspection_id, opened_us);

CREATE TABLE case_act (
  case_id {{UUID}} NOT NULL REFERENCES case_file (case_id),
  origin {{UUID}} NOT NULL,
  sequence BIGINT NOT NULL,
  type TEXT NOT NULL,
  officer TEXT NOT NULL,
  at_us {{TS}} NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (case_id, origin, sequence)
);

-- The file itself stands in the node's folder under its digest.
CREATE TABLE case_evidence (
  case_id {{UUID}} NOT NULL REFERENCES case_file (case_id),
  evidence_id {{UUID}} NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  officer_id {{UUID}} NOT NULL,
  added_us {{TS}} NOT NULL,
  PRIMARY KEY (case_id, evidence_id)
);

CREATE TABLE case_consultation (
  case_id {{UUID}} NOT NULL REFERENCES case_file (case_id),
  consultation_id {{UUID}} NOT NULL,
  unit TEXT NOT NULL,
  question TEXT NOT NULL,
  due_us {{TS}} NOT NULL,
  asked_by {{UUID}} NOT NULL,
  asked_us {{TS}} NOT NULL,
  answer TEXT,
  answered_by {{UUID}},
  answered_us {{TS}},
  PRIMARY KEY (case_id, consultation_id)
);

CREATE TABLE refusal (
  refusal_id {{UUID}} NOT NULL PRIMARY KEY,
  case_id {{UUID}} NOT NULL REFERENCES case_file (case_id),
  number TEXT NOT NULL,
  proposed {{JSON}} NOT NULL,
  proposed_by {{UUID}} NOT NULL,
  proposed_us {{TS}} NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'returned', 'in_force', 'annulled')),
  judged_by {{UUID}},
  judged_us {{TS}},
  reason TEXT NOT NULL,
  annulled_by {{UUID}},
  annulled_us {{TS}},
  issued {{JSON}},
  issued_us {{TS}}
);
CREATE INDEX refusal_by_case ON refusal (case_id, proposed_us);
CREATE UNIQUE INDEX refusal_by_number ON refusal (number);
