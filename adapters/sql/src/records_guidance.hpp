#pragma once

#include "cardea/ports/guidance_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlGuidanceRecords final : public ports::GuidanceRecords {
 public:
  explicit SqlGuidanceRecords(const Reading& reading) : reading_{reading} {}

  [[nodiscard]] Result<std::vector<ports::ProcedureVersionRow>> procedure_versions() const override;
  [[nodiscard]] Result<std::vector<ports::ProcedureVersionRow>> versions_of(ProcedureId id) const override;
  [[nodiscard]] Result<std::vector<ports::FollowedRow>> followed(std::string_view subject_kind,
                                                                 std::string_view subject) const override;
  [[nodiscard]] Result<std::vector<ports::FollowedCount>> followed_counts() const override;
  [[nodiscard]] Result<std::vector<ports::DirectiveRow>> directives(int limit) const override;
  [[nodiscard]] Result<std::optional<ports::DirectiveRow>> find_directive(DirectiveId id) const override;
  [[nodiscard]] Result<std::vector<ports::ReceiptRow>> receipts_of(OfficerId officer) const override;
  [[nodiscard]] Result<std::vector<ports::ReceiptRow>> receipts() const override;
  [[nodiscard]] Result<std::vector<ports::CertificateRow>> certificates() const override;
  [[nodiscard]] Result<std::vector<ports::CertificateRow>> certificates_of(OfficerId officer) const override;
  [[nodiscard]] Result<std::optional<ports::CertificateRow>> find_certificate(
      CertificateId id) const override;
  [[nodiscard]] Result<std::vector<ports::NeedRow>> needs() const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
