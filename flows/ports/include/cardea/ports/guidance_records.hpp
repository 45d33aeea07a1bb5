#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/result.hpp"
#include "cardea/ports/guidance_entries.hpp"
#include "cardea/procedures/procedure.hpp"

namespace cardea::ports {

/// One version of a procedure with what became of it.
struct ProcedureVersionRow {
  ProcedureDrafted drafted;
  std::string drafted_by;  ///< officer's id, or "console"
  Instant drafted_at;
  std::string approved_by;  ///< empty while nobody approved
  std::optional<Instant> approved_at;
  std::optional<Instant> withdrawn_at;
  std::optional<Date> withdrawn_on;
  std::string withdraw_reason;
};

struct FollowedRow {
  ProcedureFollowed followed;
  std::string officer;  ///< who said so last
  Instant at;
};

/// How often a version was followed, and how often a step was left out.
struct FollowedCount {
  ProcedureId procedure_id;
  int version = 1;
  std::int64_t followed = 0;
  std::int64_t deviated = 0;
};

struct DirectiveRow {
  DirectiveIssued issued;
  std::string issued_by;
  Instant issued_at;
  std::optional<Instant> withdrawn_at;
  std::string withdraw_reason;
};

struct ReceiptRow {
  DirectiveId directive_id;
  OfficerId officer_id;
  std::optional<Instant> received_at;
  std::optional<Instant> read_at;
};

struct CertificateRow {
  CertificateIssued issued;
  std::string issued_by;
  Instant issued_at;
  std::optional<Instant> revoked_at;
  std::string revoke_reason;
};

struct NeedRow {
  CertificateNeedSet need;
  std::string set_by;
  Instant set_at;
};

/// Procedures, directives and certificates. Reached through Records::guidance; consistency, threads and
/// failures are those of Records.
class GuidanceRecords {
 public:
  virtual ~GuidanceRecords() = default;

  /// Every version, by procedure and number.
  [[nodiscard]] virtual Result<std::vector<ProcedureVersionRow>> procedure_versions() const = 0;
  [[nodiscard]] virtual Result<std::vector<ProcedureVersionRow>> versions_of(ProcedureId id) const = 0;
  /// What was said of the steps beside this work, one row for each procedure.
  [[nodiscard]] virtual Result<std::vector<FollowedRow>> followed(std::string_view subject_kind,
                                                                  std::string_view subject) const = 0;
  [[nodiscard]] virtual Result<std::vector<FollowedCount>> followed_counts() const = 0;

  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<DirectiveRow>> directives(int limit) const = 0;
  [[nodiscard]] virtual Result<std::optional<DirectiveRow>> find_directive(DirectiveId id) const = 0;
  [[nodiscard]] virtual Result<std::vector<ReceiptRow>> receipts_of(OfficerId officer) const = 0;
  [[nodiscard]] virtual Result<std::vector<ReceiptRow>> receipts() const = 0;

  /// By officer, the one that lasts longest first.
  [[nodiscard]] virtual Result<std::vector<CertificateRow>> certificates() const = 0;
  [[nodiscard]] virtual Result<std::vector<CertificateRow>> certificates_of(OfficerId officer) const = 0;
  [[nodiscard]] virtual Result<std::optional<CertificateRow>> find_certificate(CertificateId id) const = 0;
  /// As last set, those switched off too.
  [[nodiscard]] virtual Result<std::vector<NeedRow>> needs() const = 0;
};

}  // namespace cardea::ports
