-- Who the person is to the law, as an officer recorded it: the payload of the last inspection.person_stated.
ALTER TABLE inspection_detail ADD COLUMN person {{JSON}};

-- Orders of a shift leader to leave checks out, with their end. ended_us is NULL when one ended by itself, or runs.
CREATE TABLE relaxation (
  relaxation_id {{UUID}} NOT NULL PRIMARY KEY,
  begun {{JSON}} NOT NULL,
  until_us {{TS}} NOT NULL,
  officer_id {{UUID}} NOT NULL,
  begun_us {{TS}} NOT NULL,
  ended_us {{TS}},
  ended_by {{UUID}},
  end_reason TEXT NOT NULL
);
CREATE INDEX relaxation_by_end ON relaxation (until_us) WHERE ended_us IS NULL;
