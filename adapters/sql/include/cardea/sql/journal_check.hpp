#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/journal/entry.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/sql/driver.hpp"

// The journal is the truth; the tables are what it comes to. These functions hold one against the other.

namespace cardea::sql {

struct BadEntry {
  std::int64_t sequence = 0;
  std::string reason;  ///< reason word of journal::follows, or "journal_truncated"
};

struct VerifyReport {
  std::int64_t entries = 0;  ///< that are in order, from the first on
  journal::Head head;        ///< after the last of them
  std::optional<BadEntry> bad;
  [[nodiscard]] bool intact() const { return !bad.has_value(); }
};

/// Reads the whole chain. Finds altered, missing, repeated and reordered entries and altered payloads.
/// Entries cut off at the end leave a chain that is in order: only a `witness`, a head that was noted
/// elsewhere (by a peer, on paper), shows it, as `journal_truncated`, or as `journal_forked` when the entry
/// at that place is another one. Fails `broken/store_damaged` when there are entries but no origin they
/// belong to.
[[nodiscard]] Result<VerifyReport> verify_journal(Connection& connection,
                                                  const std::optional<journal::Head>& witness = {});

struct RebuildReport {
  std::int64_t replayed = 0;
  std::int64_t erased = 0;  ///< entries without payload: they leave no trace in the tables
};

/// Empties the projected tables and replays the journal into them, in one transaction: all or nothing. Other
/// writers wait meanwhile. Verifies the chain on the way.
///
/// Fails `broken/entry_unreadable` (an entry that projection.hpp cannot apply), and as journal::follows.
[[nodiscard]] Result<RebuildReport> rebuild_tables(Connection& connection);

struct TableDigest {
  std::string table;
  std::int64_t rows = 0;
  std::string
      digest;  ///< SHA-256 over all rows in the order of the key, hexadecimal; the same on both engines
  friend bool operator==(const TableDigest&, const TableDigest&) = default;
};
/// One for each projected table, within one transaction.
[[nodiscard]] Result<std::vector<TableDigest>> digest_tables(Connection& connection);

}  // namespace cardea::sql
