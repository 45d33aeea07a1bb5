-- Who read what about whom. officer is an id, or the word of the node itself; lane is NULL where the entry does not
-- tell it; own_work marks the look at a person whom the officer inspects.
CREATE TABLE read_log (
  origin {{UUID}} NOT NULL,
  sequence BIGINT NOT NULL,
  read_us {{TS}} NOT NULL,
  officer TEXT NOT NULL,
  purpose TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  traveller_id {{UUID}},
  result TEXT NOT NULL,
  records BIGINT NOT NULL,
  lane TEXT,
  session_id {{UUID}},
  own_work BOOLEAN NOT NULL,
  PRIMARY KEY (origin, sequence)
);
CREATE INDEX read_log_by_traveller ON read_log (traveller_id, officer, read_us);
CREATE INDEX read_log_by_officer ON read_log (officer, read_us);
CREATE INDEX read_log_by_subject ON read_log (subject, sequence);
