// What holds for whatever an importer gives.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cardea/kernel/text.hpp"
#include "cardea/lists/importers.hpp"

inline void check_list(const cardea::Result<cardea::lists::ParsedList>& read) {
  const auto demand = [](bool holds) {
    if (!holds) std::abort();
  };
  if (!read) return demand(read.error().reason.starts_with("list_"));
  demand(!read->alerts.empty());
  for (const auto& alert : read->alerts) demand(cardea::watchlist::check(alert).has_value());
  for (const auto& row : read->quarantined) {
    demand(!row.reason.empty() && cardea::is_valid_utf8(row.raw) &&
           row.raw.size() <= cardea::watchlist::kQuarantinedBytesMax);
  }
}
