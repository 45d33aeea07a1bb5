-- Certificates with which officers sign in over TLS.
CREATE TABLE client_certificate (
  sha256 TEXT NOT NULL PRIMARY KEY,
  officer_id {{UUID}} NOT NULL,
  label TEXT NOT NULL,
  registered_us {{TS}} NOT NULL,
  revoked_us {{TS}}
);
CREATE INDEX client_certificate_by_officer ON client_certificate (officer_id);
