-- The node and its officers, as the journal tells it.
CREATE TABLE node (
  node_id {{UUID}} NOT NULL PRIMARY KEY,
  post TEXT NOT NULL,
  state TEXT NOT NULL,
  agency TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  lanes {{JSON}} NOT NULL,
  public_key TEXT NOT NULL
);

CREATE TABLE officer (
  officer_id {{UUID}} NOT NULL PRIMARY KEY,
  user_name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  roles {{JSON}} NOT NULL,
  active BOOLEAN NOT NULL
);
