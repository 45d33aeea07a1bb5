#pragma once

#include "cardea/ports/records.hpp"
#include "records_accountability.hpp"
#include "records_alerts.hpp"
#include "records_cases.hpp"
#include "records_guidance.hpp"
#include "records_operations.hpp"
#include "records_organisation.hpp"
#include "records_passages.hpp"
#include "records_travellers.hpp"

namespace cardea::sql {

/// The areas of the records over one way of reading, which must outlive them.
class SqlAreas {
 public:
  explicit SqlAreas(const Reading& reading)
      : organisation_{reading},
        accountability_{reading},
        travellers_{reading},
        passages_{reading},
        cases_{reading},
        alerts_{reading},
        guidance_{reading},
        operations_{reading} {}
  SqlAreas(const SqlAreas&) = delete;
  SqlAreas& operator=(const SqlAreas&) = delete;

  [[nodiscard]] const ports::RecordAreas& view() const { return view_; }

 private:
  SqlOrganisationRecords organisation_;
  SqlAccountabilityRecords accountability_;
  SqlTravellerRecords travellers_;
  SqlPassageRecords passages_;
  SqlCaseRecords cases_;
  SqlAlertRecords alerts_;
  SqlGuidanceRecords guidance_;
  SqlOperationsRecords operations_;
  ports::RecordAreas view_{organisation_, accountability_, travellers_, passages_,
                           cases_,        alerts_,         guidance_,   operations_};
};

}  // namespace cardea::sql
