#pragma once

#include "cardea/ports/organisation_entries.hpp"
#include "support.hpp"

namespace cardea::sql::testing {

/// One of each entry that fills a table of the organisation.
[[nodiscard]] inline std::vector<journal::Draft> organisation_drafts() {
  const auto grant = numbered<GrantId>(1);
  const auto emergency = numbered<GrantId>(2);
  const auto workstation = numbered<WorkstationId>(1);
  return {
      draft("unit.recorded", "hq",
            ports::UnitRecorded{"hq", "headquarters_department", "HQ", "UTO", "immigration", false}),
      draft("unit.recorded", "hq/north_gate",
            ports::UnitRecorded{"hq/north_gate", "post", "North Gate", "UTO", "immigration", true}),
      draft("unit.closed", "hq", ports::UnitClosed{"hq", "merged"}),
      draft("grant.proposed", to_text(grant),
            ports::GrantProposed{grant, kOfficer, "auditor", "", "hq", kStart, std::nullopt, "cover"}),
      draft("grant.approved", to_text(grant), ports::GrantApproved{grant, "two_persons"}),
      draft("grant.ended", to_text(grant), ports::GrantEnded{grant, "done"}),
      draft("break_glass.taken", to_text(emergency),
            ports::BreakGlassTaken{emergency, kOfficer, "second_line", "immigration", "hq/north_gate", kStart,
                                   plus_seconds(kStart, 60), "fire alarm"}),
      draft("break_glass.reviewed", to_text(emergency),
            ports::BreakGlassReviewed{emergency, "justified", "seen"}),
      draft("workstation.announced", to_text(workstation),
            ports::WorkstationAnnounced{workstation, "Booth 1", "1"}),
      draft("workstation.enrolled", to_text(workstation), ports::WorkstationEnrolled{workstation}),
      draft("workstation.closed", to_text(workstation), ports::WorkstationClosed{workstation, "sold"}),
  };
}

}  // namespace cardea::sql::testing
