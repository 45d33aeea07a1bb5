-- Holds on erasure: proposed by one person, in force when another approved.
CREATE TABLE erasure_hold (
  hold_id {{UUID}} NOT NULL PRIMARY KEY,
  traveller_id {{UUID}} NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'in_force', 'lifted')),
  proposed_by TEXT NOT NULL,
  proposed_us {{TS}} NOT NULL,
  approved_by TEXT,
  approved_us {{TS}},
  lifted_by TEXT,
  lifted_us {{TS}}
);
CREATE INDEX erasure_hold_by_traveller ON erasure_hold (traveller_id);

-- The unit was told that data of an overstayer will be erased.
CREATE TABLE retention_notice (
  traveller_id {{UUID}} NOT NULL,
  due_on TEXT NOT NULL,
  given_us {{TS}} NOT NULL,
  PRIMARY KEY (traveller_id, due_on)
);
