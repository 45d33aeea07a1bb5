-- The unit tree, roles within limits, emergencies and workstations, as the journal tells it.
CREATE TABLE unit (
  path TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  agency TEXT NOT NULL,
  own BOOLEAN NOT NULL,
  closed_us {{TS}}
);

CREATE TABLE role_grant (
  grant_id {{UUID}} NOT NULL PRIMARY KEY,
  officer_id {{UUID}} NOT NULL,
  role TEXT NOT NULL,
  agency TEXT NOT NULL,
  unit TEXT NOT NULL,
  from_us {{TS}} NOT NULL,
  until_us {{TS}},
  reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_us {{TS}} NOT NULL,
  approved_by TEXT,
  approved_us {{TS}},
  rule TEXT,
  ended_us {{TS}},
  end_reason TEXT
);
CREATE INDEX role_grant_by_officer ON role_grant (officer_id);

CREATE TABLE break_glass (
  grant_id {{UUID}} NOT NULL PRIMARY KEY,
  officer_id {{UUID}} NOT NULL,
  role TEXT NOT NULL,
  agency TEXT NOT NULL,
  unit TEXT NOT NULL,
  from_us {{TS}} NOT NULL,
  until_us {{TS}} NOT NULL,
  reason TEXT NOT NULL,
  reviewed_by TEXT,
  reviewed_us {{TS}},
  outcome TEXT,
  note TEXT
);
CREATE INDEX break_glass_by_officer ON break_glass (officer_id);

CREATE TABLE workstation (
  workstation_id {{UUID}} NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  lane TEXT NOT NULL,
  announced_us {{TS}} NOT NULL,
  enrolled_us {{TS}},
  closed_us {{TS}}
);

-- Not history, so not in the journal: secrets of second factors (sealed) and of workstations (digests).
CREATE TABLE second_factor (
  officer_id {{UUID}} NOT NULL PRIMARY KEY,
  sealed_secret {{BLOB}} NOT NULL,
  confirmed BOOLEAN NOT NULL,
  last_step BIGINT NOT NULL
);

CREATE TABLE workstation_secret (
  workstation_id {{UUID}} NOT NULL PRIMARY KEY,
  code_digest {{BLOB}},
  code_until_us {{TS}},
  token_digest {{BLOB}}
);

ALTER TABLE session ADD COLUMN locked_us {{TS}};
ALTER TABLE session ADD COLUMN workstation_id {{UUID}};
ALTER TABLE session ADD COLUMN lane TEXT;
