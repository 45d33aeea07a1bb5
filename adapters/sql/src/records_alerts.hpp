#pragma once

#include "cardea/ports/alerts_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlAlertRecords final : public ports::AlertRecords {
 public:
  explicit SqlAlertRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
