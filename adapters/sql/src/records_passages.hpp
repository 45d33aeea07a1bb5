#pragma once

#include "cardea/ports/passages_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlPassageRecords final : public ports::PassageRecords {
 public:
  explicit SqlPassageRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
