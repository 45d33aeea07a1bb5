#pragma once

#include "cardea/ports/cases_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlCaseRecords final : public ports::CaseRecords {
 public:
  explicit SqlCaseRecords(const Reading& reading) : reading_{reading} {}

  Result<std::optional<ports::CaseRow>> find(CaseId id) const override;
  Result<std::optional<ports::CaseRow>> find_of(FormalityId inspection) const override;
  Result<std::vector<ports::CaseRow>> list(bool open_only, int limit) const override;
  Result<std::vector<ports::CaseActRow>> acts(CaseId id) const override;
  Result<std::vector<ports::EvidenceRow>> evidence(CaseId id) const override;
  Result<std::vector<ports::ConsultationRow>> consultations(CaseId id) const override;
  Result<std::vector<ports::RefusalRow>> refusals(CaseId id) const override;
  Result<bool> asylum_open(TravellerId traveller) const override;
  Result<std::int64_t> count_numbers(std::string_view first, std::string_view past) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
