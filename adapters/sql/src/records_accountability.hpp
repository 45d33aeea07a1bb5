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

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
