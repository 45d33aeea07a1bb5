#pragma once

#include "cardea/ports/guidance_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlGuidanceRecords final : public ports::GuidanceRecords {
 public:
  explicit SqlGuidanceRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
