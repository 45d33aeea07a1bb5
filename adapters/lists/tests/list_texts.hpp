// Files and small texts that the tests of this room share.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "cardea/lists/importers.hpp"

namespace cardea::lists {

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string demo_text(const std::string& name) {
  return read_text(std::string(CARDEA_SOURCE_DIR) + "/data/demo/" + name);
}

inline std::string room_text(const std::string& name) {
  return read_text(std::string(CARDEA_ROOM_DIR) + "/tests/data/" + name);
}

inline std::string_view reason_of(const Result<ParsedList>& read) { return read ? "" : read.error().reason; }

/// The reasons in quarantine, in order.
inline std::vector<std::string> reasons_in(const ParsedList& list) {
  std::vector<std::string> reasons;
  for (const auto& row : list.quarantined) reasons.push_back(row.reason);
  return reasons;
}

inline const watchlist::Alert* find_alert(const ParsedList& list, std::string_view id) {
  for (const auto& alert : list.alerts) {
    if (alert.source_id == id) return &alert;
  }
  return nullptr;
}

inline std::vector<std::string> names_of(const watchlist::Alert& alert) {
  std::vector<std::string> names;
  for (const auto& alias : alert.names) names.push_back(std::string(name(alias.quality)) + " " + alias.name);
  return names;
}

}  // namespace cardea::lists
