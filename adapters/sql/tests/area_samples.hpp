#pragma once

#include <vector>

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

[[nodiscard]] inline std::vector<journal::Draft> of_every_area() {
  std::vector<journal::Draft> all;
  for (auto& area : {of_operations()}) all.insert(all.end(), area.begin(), area.end());
  return all;
}

}  // namespace cardea::sql::testing
