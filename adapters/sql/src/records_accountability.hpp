#pragma once

#include "cardea/ports/accountability_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlAccountabilityRecords final : public ports::AccountabilityRecords {
 public:
  explicit SqlAccountabilityRecords(const Reading& reading) : reading_{reading} {}

  Result<std::vector<ports::ReadRow>> reads(const ports::ReadQuery& query) const override;
  Result<std::vector<Digest>> entry_hashes(std::int64_t count) const override;
  Result<std::vector<ports::FileVisitRow>> file_visits() const override;
  Result<std::vector<ports::FileVisitRow>> file_visits_of(TravellerId id) const override;
  Result<std::vector<TravellerId>> sought() const override;
  Result<std::vector<ports::HoldRow>> holds() const override;
  Result<std::optional<ports::HoldRow>> find_hold(ports::HoldId id) const override;
  Result<std::vector<ports::NoticeRow>> notices() const override;
  Result<std::vector<ports::DataRequestRow>> data_requests(int limit) const override;
  Result<std::optional<ports::DataRequestRow>> find_data_request(DataRequestId id) const override;
  Result<std::vector<TravellerId>> data_subject_of(DataRequestId id) const override;
  Result<std::vector<ports::DataExportRow>> data_exports(DataRequestId id) const override;
  Result<std::vector<ports::CorrectionRow>> corrections_of(TravellerId id) const override;
  Result<std::vector<ports::ErasureRow>> erasures_asked(DataRequestId id) const override;
  Result<std::vector<CaseId>> cases_of(TravellerId id) const override;
  Result<std::vector<ports::ToldHitRow>> compared_with(TravellerId id,
                                                       std::string_view source) const override;
  Result<std::optional<ports::ReadReviewRow>> find_read_review(std::int64_t sequence) const override;
  Result<std::vector<ports::ReadReviewRow>> explanations_asked(std::string_view officer) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
