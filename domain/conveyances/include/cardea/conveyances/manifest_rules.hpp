#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>

#include "cardea/kernel/result.hpp"

namespace cardea::conveyances {

/// How long the data of a manifest is kept: data/rules/manifest_rules.json.
struct ManifestRules {
  std::string id;
  std::string edition;
  std::string legal_source;
  int hours_after_release = 0;  ///< of its passage
  int days_at_most = 0;         ///< since it came, whatever became of the passage
};
BOOST_DESCRIBE_STRUCT(ManifestRules, (), (id, edition, legal_source, hours_after_release, days_at_most))

/// Fails as read_json, and `malformed/rule_out_of_range`: no source, or figures that make no sense.
[[nodiscard]] Result<ManifestRules> parse_manifest_rules(std::string_view json_text);

/// The rules built into the program.
[[nodiscard]] const ManifestRules& standard_manifest_rules();

/// "manifest_rules@2004-08-06"
[[nodiscard]] std::string versioned_name(const ManifestRules& rules);

}  // namespace cardea::conveyances
