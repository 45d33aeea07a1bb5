#include "cardea/sql/journal_check.hpp"

#include <ranges>

#include "cardea/journal/seal.hpp"
#include "cardea/sql/projection.hpp"
#include "journal_rows.hpp"
#include "rows.hpp"

namespace cardea::sql {
namespace {

constexpr int kPage = 1000;

/// Every entry of the store's own chain, in order; stops at the first failure of `visit`.
Done for_each_entry(Connection& connection, const std::function<Done(const journal::Entry&)>& visit) {
  std::int64_t after = 0;
  for (;;) {
    auto page = read_entries_after(connection, after, kPage);
    if (!page) return pass_on(page);
    for (const auto& entry : *page) {
      if (auto visited = visit(entry); !visited) return visited;
      after = entry.sequence;
    }
    if (page->size() < kPage) return {};
  }
}

/// Holds the chain against what somebody else noted of it.
class Checker {
 public:
  Checker(std::string origin, const std::optional<journal::Head>& witness)
      : origin_{std::move(origin)}, witness_{witness} {}

  Done take(const journal::Entry& entry) {
    if (auto next = journal::follows(report_.head, origin_, entry); !next) {
      report_.bad = BadEntry{entry.sequence, std::string{next.error().reason}};
      return next;
    }
    if (witness_ && witness_->sequence == entry.sequence && witness_->hash != entry.hash) {
      report_.bad = BadEntry{entry.sequence, "journal_forked"};
      return fail(ErrorKind::broken, "journal_forked");
    }
    report_.head = journal::head_after(entry);
    ++report_.entries;
    return {};
  }

  VerifyReport finish() {
    if (report_.intact() && witness_ && witness_->sequence > report_.head.sequence) {
      report_.bad = BadEntry{report_.head.sequence + 1, "journal_truncated"};
    }
    return report_;
  }

 private:
  std::string origin_;
  std::optional<journal::Head> witness_;
  VerifyReport report_;
};

/// Entries without the name of their origin would look like an empty journal, which is always in order.
Result<std::string> origin_to_check(Connection& connection) {
  auto origin = own_origin(connection);
  if (!origin) return pass_on(origin);
  if (*origin) return std::move(**origin);
  auto stray = read_one<std::int64_t>(connection, "SELECT sequence FROM journal_entry LIMIT 1", {},
                                      [](Cells& cells) { return cells.integer(0); });
  if (!stray) return pass_on(stray);
  if (*stray) return Failure(to_error(SqlError::damaged, "entries without the name of their origin"));
  return std::string{};
}

Done empty_tables(Connection& connection) {
  for (const auto& table : projected_tables() | std::views::reverse) {
    auto emptied = connection.run("DELETE FROM " + std::string{table.name});
    if (!emptied) return pass_on(emptied);
  }
  return {};
}

Done replay(Connection& connection, const journal::Entry& entry, RebuildReport& report) {
  if (!entry.payload) {
    ++report.erased;
    return {};
  }
  auto payload = parse_json(*entry.payload, kStoredJsonLimits);
  if (!payload) {
    return fail(ErrorKind::broken, "entry_unreadable", entry.type + " " + std::to_string(entry.sequence));
  }
  ++report.replayed;
  return project(connection, entry, *payload);
}

std::string select_all(const ProjectedTable& table) {
  std::string sql = "SELECT ";
  sql.append(table.key).append(", ").append(table.columns);
  if (!table.json_columns.empty()) sql.append(", ").append(table.json_columns);
  return sql.append(" FROM ").append(table.name).append(" ORDER BY ").append(table.key);
}

int count_columns(std::string_view list) {
  return list.empty() ? 0 : static_cast<int>(std::ranges::count(list, ',')) + 1;
}

/// One cell, so that no two rows hash alike: absent, or length and text.
void add_cell(Sha256& hash, const Row& row, int column, bool is_json) {
  if (row.is_null(column)) {
    hash.add("-;");
    return;
  }
  const auto parsed =
      is_json ? parse_json(row.text(column), kStoredJsonLimits) : Result<json::value>{json::value{}};
  const auto text = is_json && parsed ? canonical_json(*parsed) : std::string{row.text(column)};
  hash.add(std::to_string(text.size())).add(":").add(text);
}

Result<TableDigest> digest_table(Connection& connection, const ProjectedTable& table) {
  TableDigest digest{.table = std::string{table.name}};
  Sha256 hash;
  auto read = connection.each(select_all(table), {}, [&](const Row& row) {
    const int first_json = row.columns() - count_columns(table.json_columns);
    for (int i = 0; i < row.columns(); ++i) add_cell(hash, row, i, i >= first_json);
    hash.add("\n");
    ++digest.rows;
    return true;
  });
  if (!read) return pass_on(read);
  digest.digest = to_hex(hash.finish());
  return digest;
}

}  // namespace

Result<VerifyReport> verify_journal(Connection& connection, const std::optional<journal::Head>& witness) {
  auto tx = Tx::begin(connection, TxKind::read);
  if (!tx) return pass_on(tx);
  auto origin = origin_to_check(connection);
  if (!origin) return pass_on(origin);
  Checker checker{*origin, witness};
  auto read = for_each_entry(connection, [&](const journal::Entry& entry) { return checker.take(entry); });
  auto report = checker.finish();
  if (!read && report.intact()) return pass_on(read);
  return report;
}

Result<RebuildReport> rebuild_tables(Connection& connection) {
  auto tx = Tx::begin(connection, TxKind::write);
  if (!tx) return pass_on(tx);
  auto origin = origin_to_check(connection);
  if (!origin) return pass_on(origin);
  if (auto emptied = empty_tables(connection); !emptied) return pass_on(emptied);
  RebuildReport report;
  Checker checker{*origin, std::nullopt};
  auto replayed = for_each_entry(connection, [&](const journal::Entry& entry) {
    auto checked = checker.take(entry);
    return checked ? replay(connection, entry, report) : checked;
  });
  if (!replayed) return pass_on(replayed);
  if (auto committed = tx->commit(); !committed) return pass_on(committed);
  return report;
}

Result<std::vector<TableDigest>> digest_tables(Connection& connection) {
  auto tx = Tx::begin(connection, TxKind::read);
  if (!tx) return pass_on(tx);
  std::vector<TableDigest> digests;
  for (const auto& table : projected_tables()) {
    auto digest = digest_table(connection, table);
    if (!digest) return pass_on(digest);
    digests.push_back(std::move(*digest));
  }
  return digests;
}

}  // namespace cardea::sql
