#pragma once

#include "cardea/ports/organisation_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlOrganisationRecords final : public ports::OrganisationRecords {
 public:
  explicit SqlOrganisationRecords(const Reading& reading) : reading_{reading} {}

 private:
  [[maybe_unused]] const Reading& reading_;
};

}  // namespace cardea::sql
