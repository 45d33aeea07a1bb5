-- Passages of several persons: the vehicle, what each person is in it, the manifest and what was said about its lines. The
-- persons are the inspections of the passage. Each table counts its own revisions, so that what is erased from one leaves the
-- others as they were.
CREATE TABLE passage_file (
  passage_id {{UUID}} NOT NULL PRIMARY KEY,
  opened_by {{UUID}} NOT NULL,
  opened_us {{TS}} NOT NULL,
  described {{JSON}} NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'released')),
  released {{JSON}},
  released_by {{UUID}},
  released_us {{TS}},
  revision BIGINT NOT NULL
);
CREATE INDEX passage_file_by_state ON passage_file (state, opened_us);

CREATE TABLE occupant_note (
  inspection_id {{UUID}} NOT NULL PRIMARY KEY,
  passage_id {{UUID}} NOT NULL,
  note {{JSON}} NOT NULL,
  revision BIGINT NOT NULL
);
CREATE INDEX occupant_note_by_passage ON occupant_note (passage_id);

-- entries are the sequences of the entries that hold data of the manifest, so that it can be erased.
CREATE TABLE passage_manifest (
  passage_id {{UUID}} NOT NULL PRIMARY KEY,
  attached {{JSON}} NOT NULL,
  attached_us {{TS}} NOT NULL,
  entries {{JSON}} NOT NULL,
  revision BIGINT NOT NULL
);

CREATE TABLE manifest_explanation (
  passage_id {{UUID}} NOT NULL,
  line BIGINT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (passage_id, line)
);
