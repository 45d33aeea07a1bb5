-- How the post is run: lanes as last left, levels of degradation stated by a person, drills with their findings.
CREATE TABLE lane (
  lane TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  queue BIGINT,
  queue_method TEXT NOT NULL,
  note TEXT NOT NULL,
  officer_id {{UUID}} NOT NULL,
  changed_us {{TS}} NOT NULL
);

CREATE TABLE level_step (
  origin {{UUID}} NOT NULL,
  sequence BIGINT NOT NULL,
  level TEXT NOT NULL,
  reason TEXT NOT NULL,
  until_us {{TS}} NOT NULL,
  officer_id {{UUID}} NOT NULL,
  set_us {{TS}} NOT NULL,
  PRIMARY KEY (origin, sequence)
);

CREATE TABLE drill (
  drill_id {{UUID}} NOT NULL PRIMARY KEY,
  scenario TEXT NOT NULL,
  level TEXT NOT NULL,
  started_by {{UUID}} NOT NULL,
  started_us {{TS}} NOT NULL,
  ended_us {{TS}},
  summary TEXT NOT NULL
);

CREATE TABLE drill_finding (
  drill_id {{UUID}} NOT NULL REFERENCES drill (drill_id),
  position BIGINT NOT NULL,
  text TEXT NOT NULL,
  officer_id {{UUID}} NOT NULL,
  found_us {{TS}} NOT NULL,
  PRIMARY KEY (drill_id, position)
);

-- The figures of a day and the proof of coverage walk the decided crossings by date.
CREATE INDEX crossing_by_day ON crossing (decided_on, crossing_id) WHERE outcome IS NOT NULL;
-- The board shows who still waits for a decision.
CREATE INDEX formality_open ON formality (opened_us) WHERE state = 'open';
