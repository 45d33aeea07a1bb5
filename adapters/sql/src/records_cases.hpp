#pragma once

#include "cardea/ports/cases_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlCaseRecords final : public ports::CaseRecords {
 public:
  explicit SqlCaseRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
