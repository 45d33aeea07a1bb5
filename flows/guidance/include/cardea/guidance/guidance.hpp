#pragma once

#include "cardea/guidance/certificates.hpp"
#include "cardea/guidance/directives.hpp"
#include "cardea/guidance/procedures.hpp"

namespace cardea::guidance {

/// The three of them.
struct Guidance {
  explicit Guidance(const Parts& parts) : procedures{parts}, directives{parts}, certificates{parts} {}

  Procedures procedures;
  Directives directives;
  Certificates certificates;
};

}  // namespace cardea::guidance
