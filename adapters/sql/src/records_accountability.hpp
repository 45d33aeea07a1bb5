#pragma once

#include "cardea/ports/accountability_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlAccountabilityRecords final : public ports::AccountabilityRecords {
 public:
  explicit SqlAccountabilityRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
