#include "cardea/watchlist/list_version.hpp"

namespace cardea::watchlist {
namespace {

/// Positions of the alerts that count: of two with one number, the later.
std::map<std::string_view, std::size_t> positions(std::span<const Alert> alerts) {
  std::map<std::string_view, std::size_t> last;
  for (std::size_t at = 0; at < alerts.size(); ++at) last[alerts[at].source_id] = at;
  return last;
}

void sort_in(ListChange& change, const KnownEntries& previous, const std::string& id, std::size_t at) {
  const auto before = previous.find(id);
  if (before == previous.end()) {
    change.added.push_back(at);
  } else if (before->second != change.known.at(id)) {
    change.changed.push_back(at);
  }
}

Digest digest_of(const KnownEntries& entries) {
  Sha256 hash;
  for (const auto& [id, digest] : entries) hash.add(digest);
  return hash.finish();
}

}  // namespace

ListChange diff(const KnownEntries& previous, std::span<const Alert> current) {
  ListChange change;
  const auto last = positions(current);
  for (std::size_t at = 0; at < current.size(); ++at) {
    const std::string& id = current[at].source_id;
    if (last.at(id) != at) continue;
    change.known.emplace(id, digest_of(current[at]));
    sort_in(change, previous, id, at);
  }
  for (const auto& [id, digest] : previous) {
    if (!change.known.contains(id)) change.withdrawn.push_back(id);
  }
  return change;
}

ListVersion describe_version(std::string source, std::string version, const ListChange& change,
                             std::int64_t quarantined) {
  const auto count = [](const auto& items) { return static_cast<std::int64_t>(items.size()); };
  return {std::move(source), std::move(version),  digest_of(change.known), count(change.known),
          quarantined,       count(change.added), count(change.changed),   count(change.withdrawn)};
}

}  // namespace cardea::watchlist
