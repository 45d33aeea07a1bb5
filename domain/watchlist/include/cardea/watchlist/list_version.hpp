#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "cardea/kernel/hash.hpp"
#include "cardea/watchlist/alert.hpp"

namespace cardea::watchlist {

/// One import of one list, as the store keeps it and the lists page shows it.
struct ListVersion {
  std::string source;
  /// What the publisher calls the version: its publication date or time where it states one, else empty.
  std::string version;
  /// SHA-256 over the digests of the alerts in the order of their numbers: equal content, equal digest,
  /// whatever the order of the file.
  Digest content{};
  std::int64_t entries = 0;
  std::int64_t quarantined = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t withdrawn = 0;

  friend bool operator==(const ListVersion&, const ListVersion&) = default;
};
BOOST_DESCRIBE_STRUCT(ListVersion, (),
                      (source, version, content, entries, quarantined, added, changed, withdrawn))

/// What is stored of a list: the digest of each entry by its number.
using KnownEntries = std::map<std::string, Digest>;

/// What a new version does to a list. Positions in the span given to `diff`; numbers of withdrawn entries.
struct ListChange {
  std::vector<std::size_t> added;
  std::vector<std::size_t> changed;
  std::vector<std::string> withdrawn;
  /// The digests of all entries of the new version, to be stored.
  KnownEntries known;

  [[nodiscard]] bool nothing() const { return added.empty() && changed.empty() && withdrawn.empty(); }
};

/// Compares the stored state of one list with its new version. Re-importing a version gives `nothing()`. When
/// two alerts carry one number the later wins: importers quarantine such rows before.
[[nodiscard]] ListChange diff(const KnownEntries& previous, std::span<const Alert> current);

/// The row for the store: counts of the change and the digest of the content.
[[nodiscard]] ListVersion describe_version(std::string source, std::string version, const ListChange& change,
                                           std::int64_t quarantined);

}  // namespace cardea::watchlist
