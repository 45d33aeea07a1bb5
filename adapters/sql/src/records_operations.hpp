#pragma once

#include "cardea/ports/operations_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlOperationsRecords final : public ports::OperationsRecords {
 public:
  explicit SqlOperationsRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
