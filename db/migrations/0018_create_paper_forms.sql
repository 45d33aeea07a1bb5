-- Blanks printed ahead of an outage, and the inspection that each was entered as.
CREATE TABLE paper_form (
  number TEXT NOT NULL PRIMARY KEY,
  batch_id {{UUID}} NOT NULL,
  language TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  printed_us {{TS}} NOT NULL,
  inspection_id {{UUID}},
  happened_us {{TS}},
  entered_us {{TS}},
  entered_by TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  delay_minutes BIGINT NOT NULL,
  late BOOLEAN NOT NULL
);
CREATE INDEX paper_form_by_batch ON paper_form (batch_id);
CREATE INDEX paper_form_by_inspection ON paper_form (inspection_id) WHERE inspection_id IS NOT NULL;
