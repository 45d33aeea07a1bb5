#pragma once

#include "cardea/inspection/view.hpp"
#include "person.hpp"

namespace cardea::inspection {

/// What an inspection is shown with, and the node it stands on.
struct Beside {
  ports::NodeCreated node;
  ports::InspectionExtras extras;
  Holding holding;
  std::vector<AlsoOpenView> also_open;
  std::optional<SecondLineView> second_line;
};

/// From what is known already: nothing is read.
[[nodiscard]] InspectionView view_of(const Parts& parts, const ports::Caller& caller,
                                     const ports::InspectionRow& row, Beside beside);

}  // namespace cardea::inspection
