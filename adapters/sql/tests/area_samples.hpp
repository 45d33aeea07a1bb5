#pragma once

#include <vector>

#include "cardea/ports/accountability_entries.hpp"
#include "cardea/ports/operations_entries.hpp"
#include "support.hpp"

// Entries of every area, so that checks of the whole store meet each table. An area adds its own function and
// its line in `of_every_area`.

namespace cardea::sql::testing {

[[nodiscard]] inline std::vector<journal::Draft> of_operations() {
  const auto drill = numbered<DrillId>(1);
  return {draft("lane.changed", "1", ports::LaneChanged{"1", "open", 12, "counted", ""}),
          draft("level.set", to_text(kNode), ports::LevelSet{"paper", "power cut", plus_seconds(kStart, 60)}),
          draft("drill.started", to_text(drill), ports::DrillStarted{drill, "link cut", "local_only"}),
          draft("drill.finding", to_text(drill), ports::DrillFinding{drill, "no forms"}),
          draft("drill.ended", to_text(drill), ports::DrillEnded{drill, "print ahead"})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_retention() {
  const auto hold = numbered<ports::HoldId>(1);
  const auto traveller = numbered<TravellerId>(77);
  return {draft("hold.proposed", to_text(hold), ports::HoldProposed{hold, traveller, "court order"}),
          draft("hold.approved", to_text(hold), ports::HoldApproved{hold}),
          draft("hold.lifted", to_text(hold), ports::HoldLifted{hold, "over"}),
          draft("retention.notice_given", to_text(traveller),
                ports::RetentionNotice{traveller, "retention_ees@2017-12-09", "no_exit",
                                       Date::from_days(20000)})};
}

[[nodiscard]] inline std::vector<journal::Draft> of_every_area() {
  std::vector<journal::Draft> all;
  for (auto& area : {of_operations(), of_retention()}) all.insert(all.end(), area.begin(), area.end());
  return all;
}

}  // namespace cardea::sql::testing
