-- Candidates for an unknown document are found by birth date and the first letters of either name.
CREATE TABLE traveller_key (
  traveller_id {{UUID}} NOT NULL PRIMARY KEY REFERENCES traveller (traveller_id),
  birth_date TEXT NOT NULL,
  primary_key TEXT NOT NULL,
  secondary_key TEXT NOT NULL
);
CREATE INDEX traveller_key_by_primary ON traveller_key (birth_date, primary_key);
CREATE INDEX traveller_key_by_secondary ON traveller_key (birth_date, secondary_key);
CREATE INDEX traveller_by_name ON traveller (primary_identifier, last_seen_us);

-- A pair of travellers, first_id before second_id as text. likeness is how alike the data were.
CREATE TABLE identity_link (
  first_id {{UUID}} NOT NULL REFERENCES traveller (traveller_id),
  second_id {{UUID}} NOT NULL REFERENCES traveller (traveller_id),
  colour TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'red', 'white')),
  likeness {{JSON}} NOT NULL,
  proposed_us {{TS}} NOT NULL,
  judged_by {{UUID}},
  judged_us {{TS}},
  reason TEXT NOT NULL,
  PRIMARY KEY (first_id, second_id)
);
CREATE INDEX identity_link_by_second ON identity_link (second_id);
CREATE INDEX identity_link_by_colour ON identity_link (colour, proposed_us);

CREATE TABLE permit (
  permit_id {{UUID}} NOT NULL PRIMARY KEY,
  document_issuer TEXT NOT NULL,
  document_number TEXT NOT NULL,
  traveller_id {{UUID}},
  permit {{JSON}} NOT NULL,
  ended_on TEXT,
  end_reason TEXT NOT NULL,
  recorded_us {{TS}} NOT NULL
);
CREATE INDEX permit_by_document ON permit (document_number, document_issuer);
CREATE INDEX permit_by_traveller ON permit (traveller_id) WHERE traveller_id IS NOT NULL;

-- An admitted entry of somebody whose days count. closed_by is '' while open.
CREATE TABLE stay (
  crossing_id {{UUID}} NOT NULL PRIMARY KEY,
  traveller_id {{UUID}} NOT NULL REFERENCES traveller (traveller_id),
  entered_on TEXT NOT NULL,
  entered_us {{TS}} NOT NULL,
  last_day TEXT,
  left_on TEXT,
  closed_by TEXT NOT NULL,
  exit_crossing_id {{UUID}}
);
CREATE INDEX stay_by_traveller ON stay (traveller_id, entered_us);
CREATE INDEX stay_by_exit ON stay (exit_crossing_id) WHERE exit_crossing_id IS NOT NULL;
CREATE INDEX stay_open_by_last_day ON stay (last_day, crossing_id) WHERE left_on IS NULL;

CREATE TABLE stay_adjustment (
  traveller_id {{UUID}} NOT NULL REFERENCES traveller (traveller_id),
  recorded_us {{TS}} NOT NULL,
  sequence BIGINT NOT NULL,
  adjustment {{JSON}} NOT NULL,
  PRIMARY KEY (traveller_id, recorded_us, sequence)
);

CREATE TABLE deemed_exit (
  traveller_id {{UUID}} NOT NULL REFERENCES traveller (traveller_id),
  crossing_id {{UUID}} NOT NULL,
  deemed_exit {{JSON}} NOT NULL,
  PRIMARY KEY (traveller_id, crossing_id)
);

CREATE TABLE stated_class (
  traveller_id {{UUID}} NOT NULL PRIMARY KEY REFERENCES traveller (traveller_id),
  person_class TEXT NOT NULL,
  reason TEXT NOT NULL
);
