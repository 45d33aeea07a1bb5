#include "piece.hpp"

#include <exception>

#include "cardea/journal/catalogue.hpp"
#include "cardea/journal/seal.hpp"
#include "cardea/sql/projection.hpp"
#include "journal_rows.hpp"
#include "rows.hpp"
#include "sql_records.hpp"

namespace cardea::sql {
namespace {

/// An exception from a flow would stop the writer for everybody.
Result<ports::Outcome> run_work(const ports::Work& work, const SqlRecords& now) {
  try {
    return work(now);
  } catch (const std::exception&) {
    return fail(ErrorKind::broken, "work_failed");
  }
}

/// The first entry of a store names its node, whose journal it is from then on.
Done begin_chain(Connection& connection, const journal::Draft& draft, Chain& chain) {
  if (draft.type != name(journal::EntryType::node_created)) return fail(ErrorKind::conflict, "node_not_made");
  const auto* id = draft.payload.if_contains("node_id");
  if (id == nullptr || !id->is_string()) return fail(ErrorKind::broken, "entry_unreadable", "node.created");
  chain.origin = std::string{id->get_string()};
  return set_own_origin(connection, chain.origin);
}

Done write_entry(const PieceTools& tools, journal::Draft& draft, Instant at, Chain& chain) {
  journal::EntryType type{};
  if (!journal::parse(draft.type, type)) return fail(ErrorKind::broken, "entry_unreadable", draft.type);
  if (chain.origin.empty()) {
    if (auto begun = begin_chain(tools.connection, draft, chain); !begun) return begun;
  }
  journal::Salt salt{};
  tools.random.fill(salt);
  const auto entry = journal::seal(draft, chain.origin, chain.head, at, salt);
  if (auto inserted = insert_entry(tools.connection, entry); !inserted) return inserted;
  chain.head = journal::head_after(entry);
  return project(tools.connection, entry, json::value(std::move(draft.payload)));
}

}  // namespace

Result<Chain> read_chain(Connection& connection) {
  auto origin = own_origin(connection);
  if (!origin) return pass_on(origin);
  auto head = read_head(connection);
  if (!head) return pass_on(head);
  return Chain{origin->value_or(std::string{}), *head};
}

Result<ports::Receipt> write_piece(const PieceTools& tools, const ports::Work& work, Chain& chain) {
  auto outcome = run_work(work, SqlRecords{tools.connection});
  if (!outcome) return pass_on(outcome);
  ports::Receipt receipt{.recorded_at = tools.clock.now()};
  for (auto& draft : outcome->drafts) {
    if (auto written = write_entry(tools, draft, receipt.recorded_at, chain); !written)
      return pass_on(written);
    if (receipt.first_sequence == 0) receipt.first_sequence = chain.head.sequence;
    receipt.last_sequence = chain.head.sequence;
  }
  if (auto served = apply_service(tools.connection, outcome->service); !served) return pass_on(served);
  if (!outcome->mark) return receipt;
  if (auto marked = insert_mark(tools.connection, *outcome->mark, receipt.recorded_at); !marked)
    return pass_on(marked);
  return receipt;
}

}  // namespace cardea::sql
