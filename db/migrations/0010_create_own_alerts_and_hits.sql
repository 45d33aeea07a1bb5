-- Alerts of our own from the first draft on; the text in force stands in alert as well, under the source own_alerts.
CREATE TABLE own_alert (
  alert_id {{UUID}} NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  digest TEXT NOT NULL,
  alert {{JSON}} NOT NULL,
  drafted_by TEXT NOT NULL,
  drafted_us {{TS}} NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_us {{TS}},
  lapses_us {{TS}},
  note TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  changed_us {{TS}} NOT NULL
);
CREATE INDEX own_alert_by_change ON own_alert (changed_us);
CREATE INDEX own_alert_by_state ON own_alert (state);

-- cleared_* are those of the earlier comparison that spares the traveller, NULL when there is none.
CREATE TABLE hit (
  hit_id {{UUID}} NOT NULL PRIMARY KEY,
  inspection_id {{UUID}} NOT NULL,
  traveller_id {{UUID}} NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  hit {{JSON}} NOT NULL,
  state TEXT NOT NULL,
  found_later BOOLEAN NOT NULL,
  raised_us {{TS}} NOT NULL,
  judged_us {{TS}},
  judged_by TEXT NOT NULL,
  note TEXT NOT NULL,
  form {{JSON}} NOT NULL,
  closing_by TEXT NOT NULL,
  closing_us {{TS}},
  closed_us {{TS}},
  closed_by TEXT NOT NULL,
  delivered_us {{TS}},
  opened_us {{TS}},
  acted_us {{TS}},
  answer TEXT NOT NULL
);
CREATE INDEX hit_by_inspection ON hit (inspection_id, source, source_id);
CREATE INDEX hit_by_state ON hit (state, raised_us);

-- Another person than the alert means, for this text of the alert.
CREATE TABLE cleared_alert (
  traveller_id {{UUID}} NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  inspection_id {{UUID}} NOT NULL,
  officer TEXT NOT NULL,
  cleared_us {{TS}} NOT NULL,
  PRIMARY KEY (traveller_id, source, source_id)
);

-- Whether the officer was asked for details, and what was recorded.
CREATE TABLE inspection_detail (
  inspection_id {{UUID}} NOT NULL PRIMARY KEY,
  record_details BOOLEAN NOT NULL,
  details {{JSON}}
);
CREATE INDEX formality_by_opening ON formality (opened_us);
