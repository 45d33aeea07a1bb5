-- Certificates with which officers sign in over TLS.
CREATE TABLE officer_certificate (
  sha256 TEXT NOT NULL PRIMARY KEY,
  officer_id {{UUID}} NOT NULL,
  label TEXT NOT NULL,
  registered_us {{TS}} NOT NULL,
  revoked_us {{TS}}
);
CREATE INDEX officer_certificate_by_officer ON officer_certificate (officer_id);
