// Manifests are kept as long as the law says and no longer.
#include "cardea/journal/catalogue.hpp"
#include "common.hpp"

namespace cardea::passages {
namespace {

constexpr std::int64_t kSecondsPerHour = 3600;
constexpr std::int64_t kSecondsPerDay = 24 * kSecondsPerHour;

Result<std::vector<ports::KeptManifest>> due_manifests(const ports::Records& records,
                                                       const conveyances::ManifestRules& rules, Instant now) {
  return records.passages().manifests_before(plus_seconds(now, -rules.hours_after_release * kSecondsPerHour),
                                             plus_seconds(now, -rules.days_at_most * kSecondsPerDay));
}

// Nobody asked for it: the node itself does what the rule says.
journal::Draft erasure_of(const ports::NodeCreated& node, const ports::ManifestErased& erased) {
  return {std::string(name(journal::EntryType::passage_manifest_erased)),
          to_text(erased.passage_id),
          "data_protection",
          {"node", node.agency, node.post},
          to_json(erased).get_object()};
}

}  // namespace

Done Passages::sweep() const {
  const conveyances::ManifestRules& rules = conveyances::standard_manifest_rules();
  const Instant at = parts_.clock.now();
  const auto due = due_manifests(parts_.records, rules, at);
  if (!due) return pass_on(due);
  if (due->empty()) return {};
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    auto kept = due_manifests(now, rules, at);
    if (!kept) return pass_on(kept);
    ports::Outcome outcome;
    for (ports::KeptManifest& manifest : *kept) {
      outcome.drafts.push_back(
          erasure_of(*node, {manifest.passage_id, versioned_name(rules), std::move(manifest.entries)}));
    }
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

}  // namespace cardea::passages
