#include "cardea/conveyances/manifest_rules.hpp"

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"

namespace cardea::conveyances {

// What cardea_embed makes of the file.
std::string_view manifest_rules_text();

Result<ManifestRules> parse_manifest_rules(std::string_view json_text) {
  constexpr int kHoursMax = 24 * 366;
  constexpr int kDaysMax = 366;
  auto rules = read_json<ManifestRules>(json_text);
  if (!rules) return rules;
  const bool has_origin = !rules->id.empty() && !rules->edition.empty() && !rules->legal_source.empty();
  const bool hours = rules->hours_after_release >= 0 && rules->hours_after_release <= kHoursMax;
  const bool days = rules->days_at_most >= 1 && rules->days_at_most <= kDaysMax;
  if (has_origin && hours && days) return rules;
  return fail(ErrorKind::malformed, "rule_out_of_range", "manifest_rules");
}

const ManifestRules& standard_manifest_rules() {
  static const ManifestRules rules = [] {
    auto read = parse_manifest_rules(manifest_rules_text());
    CARDEA_ASSERT(read.has_value());  // what is built in was tested
    return *std::move(read);
  }();
  return rules;
}

std::string versioned_name(const ManifestRules& rules) { return rules.id + "@" + rules.edition; }

}  // namespace cardea::conveyances
