-- The shared model: a passage holds crossings (its persons); agencies do formalities on the passage or on a part of
-- it; an inspection is the immigration formality on one person. Every table of a passage begins its key with
-- passage_us, the time the passage was opened, so that a month with all it holds can become one partition.
CREATE TABLE traveller (
  traveller_id {{UUID}} NOT NULL PRIMARY KEY,
  primary_identifier TEXT NOT NULL,
  secondary_identifier TEXT NOT NULL,
  birth_dates {{JSON}} NOT NULL,
  sex TEXT NOT NULL,
  nationality TEXT NOT NULL,
  first_seen_us {{TS}} NOT NULL,
  last_seen_us {{TS}} NOT NULL
);

-- birth_date is the best reading of the holder's, or empty: it makes the search for a known document safe against
-- numbers that were given twice.
CREATE TABLE document (
  document_id {{UUID}} NOT NULL PRIMARY KEY,
  traveller_id {{UUID}} NOT NULL REFERENCES traveller (traveller_id),
  format TEXT NOT NULL,
  code TEXT NOT NULL,
  issuer TEXT NOT NULL,
  number TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  expires_on TEXT,
  first_seen_us {{TS}} NOT NULL,
  last_seen_us {{TS}} NOT NULL
);
CREATE INDEX document_by_number ON document (number, issuer, birth_date);
CREATE INDEX document_by_traveller ON document (traveller_id);

CREATE TABLE passage (
  passage_us {{TS}} NOT NULL,
  passage_id {{UUID}} NOT NULL,
  mode TEXT NOT NULL,
  post TEXT NOT NULL,
  lane TEXT NOT NULL,
  direction TEXT NOT NULL,
  PRIMARY KEY (passage_us, passage_id)
);
CREATE INDEX passage_by_id ON passage (passage_id);

-- A person part of a passage. outcome, formality_id, decided_on and decided_us are those of the decision in force;
-- NULL while there is none.
CREATE TABLE crossing (
  passage_us {{TS}} NOT NULL,
  crossing_id {{UUID}} NOT NULL,
  passage_id {{UUID}} NOT NULL,
  traveller_id {{UUID}} NOT NULL REFERENCES traveller (traveller_id),
  document_id {{UUID}} NOT NULL REFERENCES document (document_id),
  direction TEXT NOT NULL,
  post TEXT NOT NULL,
  formality_id {{UUID}},
  outcome TEXT,
  decided_on TEXT,
  decided_us {{TS}},
  PRIMARY KEY (passage_us, crossing_id),
  FOREIGN KEY (passage_us, passage_id) REFERENCES passage (passage_us, passage_id)
);
CREATE INDEX crossing_by_traveller ON crossing (traveller_id, decided_us, crossing_id) WHERE outcome IS NOT NULL;

-- part says what the formality is about: 'passage', 'person' (then crossing_id), later 'vehicle', 'consignment'.
CREATE TABLE formality (
  passage_us {{TS}} NOT NULL,
  formality_id {{UUID}} NOT NULL,
  passage_id {{UUID}} NOT NULL,
  agency TEXT NOT NULL,
  kind TEXT NOT NULL,
  part TEXT NOT NULL,
  crossing_id {{UUID}},
  state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'completed')),
  officer_id {{UUID}},
  opened_us {{TS}},
  completed_us {{TS}},
  PRIMARY KEY (passage_us, formality_id),
  FOREIGN KEY (passage_us, passage_id) REFERENCES passage (passage_us, passage_id),
  CHECK ((part = 'person') = (crossing_id IS NOT NULL))
);
CREATE INDEX formality_by_id ON formality (formality_id);
CREATE INDEX formality_by_passage ON formality (passage_us, passage_id);

-- What the immigration formality adds. document and traveller are as read that day; revision counts the entries.
CREATE TABLE inspection (
  passage_us {{TS}} NOT NULL,
  formality_id {{UUID}} NOT NULL,
  post TEXT NOT NULL,
  lane TEXT NOT NULL,
  direction TEXT NOT NULL,
  inspected_on TEXT NOT NULL,
  mrz TEXT NOT NULL,
  typed_by_hand BOOLEAN NOT NULL,
  reading {{JSON}} NOT NULL,
  document {{JSON}} NOT NULL,
  traveller {{JSON}} NOT NULL,
  hits {{JSON}} NOT NULL,
  stay {{JSON}},
  first_assessment {{JSON}} NOT NULL,
  assessment {{JSON}} NOT NULL,
  versions {{JSON}} NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (passage_us, formality_id),
  FOREIGN KEY (passage_us, formality_id) REFERENCES formality (passage_us, formality_id)
);

CREATE TABLE comparison (
  passage_us {{TS}} NOT NULL,
  formality_id {{UUID}} NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  result TEXT NOT NULL,
  note TEXT NOT NULL,
  compared_us {{TS}} NOT NULL,
  PRIMARY KEY (passage_us, formality_id, source, source_id),
  FOREIGN KEY (passage_us, formality_id) REFERENCES inspection (passage_us, formality_id)
);

-- The decision in force. One taken back is gone from here and stays in the journal.
CREATE TABLE decision (
  passage_us {{TS}} NOT NULL,
  formality_id {{UUID}} NOT NULL,
  outcome TEXT NOT NULL,
  reasons {{JSON}} NOT NULL,
  note TEXT NOT NULL,
  purpose TEXT NOT NULL,
  days_granted BIGINT,
  officer_id {{UUID}} NOT NULL,
  decided_us {{TS}} NOT NULL,
  PRIMARY KEY (passage_us, formality_id),
  FOREIGN KEY (passage_us, formality_id) REFERENCES inspection (passage_us, formality_id)
);
