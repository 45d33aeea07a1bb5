#pragma once

#include "cardea/ports/accountability_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlAccountabilityRecords final : public ports::AccountabilityRecords {
 public:
  explicit SqlAccountabilityRecords(const Reading& reading) : reading_{reading} {}

  Result<std::vector<ports::ReadRow>> reads(const ports::ReadQuery& query) const override;
  Result<std::vector<Digest>> entry_hashes(std::int64_t count) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
