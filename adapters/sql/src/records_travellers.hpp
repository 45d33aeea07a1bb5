#pragma once

#include "cardea/ports/travellers_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlTravellerRecords final : public ports::TravellerRecords {
 public:
  explicit SqlTravellerRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
