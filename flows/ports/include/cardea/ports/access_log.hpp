#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"

namespace cardea::ports {

/// A look at personal data, as it came out.
struct AccessMade {
  std::string what;
  std::string subject;
  std::optional<TravellerId> traveller_id;
  std::int64_t records = 0;
  bool refused = false;
};

/// Records who asked for what, why, and what came of it (personal_data.accessed). What cannot be recorded is
/// not shown: call it before answering. Fails as Recorder::record and `conflict/node_not_made`.
[[nodiscard]] Done record_access(Recorder& recorder, const Caller& caller, const AccessMade& access);

/// `allowed` again; a refusal is recorded first. For acts that show one person's data.
[[nodiscard]] Done or_record_refusal(Done allowed, Recorder& recorder, const Caller& caller,
                                     AccessMade access);

}  // namespace cardea::ports
