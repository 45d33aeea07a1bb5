#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/ports/organisation_entries.hpp"

namespace cardea::ports {

struct UnitRow {
  UnitRecorded unit;
  std::optional<Instant> closed_at;
};

/// A grant with what became of it.
struct GrantRow {
  GrantProposed grant;
  std::string proposed_by;  ///< officer's id, or "console"
  Instant proposed_at;
  std::optional<std::string> approved_by;
  std::optional<Instant> approved_at;
  std::optional<std::string> rule;
  std::optional<Instant> ended_at;
  std::optional<std::string> end_reason;
};

struct BreakGlassRow {
  BreakGlassTaken taken;
  std::optional<std::string> reviewed_by;
  std::optional<Instant> reviewed_at;
  std::optional<std::string> outcome;
  std::optional<std::string> note;
};

struct WorkstationRow {
  WorkstationId workstation_id;
  std::string name;
  std::string lane;
  Instant announced_at;
  std::optional<Instant> enrolled_at;
  std::optional<Instant> closed_at;
};

/// A second factor as stored: its secret is sealed. Counts once confirmed.
struct SecondFactorRow {
  Bytes sealed_secret;
  bool confirmed = false;
  std::int64_t last_step = 0;  ///< of the code used last
};

/// A certificate of an officer; the newest first where there are several.
struct ClientCertificateRow {
  OfficerId officer_id;
  std::string sha256;
  std::string label;
  Instant registered_at;
};

/// Failed attempts to sign in since the last success, under a key that need not be an officer's.
struct FailuresRow {
  int failures = 0;
  Instant last_failure;
};

/// The unit tree, grants, workstations and proposals that wait for a second person. Reached through
/// Records::organisation; consistency, threads and failures are those of Records.
class OrganisationRecords {
 public:
  virtual ~OrganisationRecords() = default;

  /// By path; closed ones too.
  [[nodiscard]] virtual Result<std::vector<UnitRow>> units() const = 0;
  [[nodiscard]] virtual Result<std::optional<UnitRow>> find_unit(std::string_view path) const = 0;
  /// The post that the node stands at.
  [[nodiscard]] virtual Result<std::optional<UnitRow>> own_unit() const = 0;

  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<GrantRow>> grants() const = 0;
  [[nodiscard]] virtual Result<std::vector<GrantRow>> grants_of(OfficerId officer) const = 0;
  [[nodiscard]] virtual Result<std::optional<GrantRow>> find_grant(GrantId id) const = 0;

  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<BreakGlassRow>> emergencies(int limit) const = 0;
  [[nodiscard]] virtual Result<std::vector<BreakGlassRow>> emergencies_of(OfficerId officer) const = 0;
  [[nodiscard]] virtual Result<std::optional<BreakGlassRow>> find_emergency(GrantId id) const = 0;

  [[nodiscard]] virtual Result<std::vector<WorkstationRow>> workstations() const = 0;
  [[nodiscard]] virtual Result<std::optional<WorkstationRow>> find_workstation(WorkstationId id) const = 0;
  /// The one whose one-time code or token this is.
  [[nodiscard]] virtual Result<std::optional<WorkstationRow>> workstation_with_code(const Digest& code,
                                                                                    Instant now) const = 0;
  [[nodiscard]] virtual Result<std::optional<WorkstationRow>> workstation_with_token(
      const Digest& token) const = 0;

  [[nodiscard]] virtual Result<std::optional<SecondFactorRow>> second_factor(OfficerId officer) const = 0;
  /// Officers whose second factor is confirmed.
  [[nodiscard]] virtual Result<std::vector<OfficerId>> with_second_factor() const = 0;
  /// Those in force.
  [[nodiscard]] virtual Result<std::optional<ClientCertificateRow>> find_client_certificate(
      std::string_view sha256) const = 0;
  [[nodiscard]] virtual Result<std::vector<ClientCertificateRow>> client_certificates_of(
      OfficerId officer) const = 0;
  [[nodiscard]] virtual Result<std::optional<FailuresRow>> failures(OfficerId key) const = 0;
  /// Open or idle, in no order.
  [[nodiscard]] virtual Result<std::vector<SessionId>> sessions_of(OfficerId officer) const = 0;
};

}  // namespace cardea::ports
