#pragma once

#include <string>
#include <vector>

#include "cardea/http/api.hpp"

namespace cardea::http {

/// What keeps the node from inspecting travellers as it should. Some stop it (`store_stopped`,
/// `store_unreadable`, `node_not_made`), others only weaken it: `no_lists`, where every admission needs a
/// recorded fallback, and `any_workstation`, where officers may sign in at machines nobody enrolled.
[[nodiscard]] std::vector<std::string> shortcomings(const ApiParts& parts);
[[nodiscard]] bool is_ready(const ApiParts& parts);

}  // namespace cardea::http
