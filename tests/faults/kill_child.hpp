#pragma once

#include <cstdint>
#include <string>

namespace cardea::faults {

/// What the child tells for each acknowledged piece: written to the pipe in one piece, so never torn.
struct Acknowledged {
  std::int64_t last_sequence = 0;
  std::uint32_t number = 0;  ///< of the inspection
  std::uint32_t drafts = 0;
};

/// Writes to the store at `path` from several threads until it is killed. Gives an exit code when it cannot
/// start.
int run_child(const std::string& path, std::uint32_t first_number, bool with_rebuilds);

}  // namespace cardea::faults
