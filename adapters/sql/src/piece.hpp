#pragma once

#include <string>

#include "cardea/kernel/clock.hpp"
#include "cardea/ports/crypto.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/sql/driver.hpp"

namespace cardea::sql {

/// The store's own chain as one transaction sees it.
struct Chain {
  std::string origin;  ///< empty before node.created
  journal::Head head;
};
[[nodiscard]] Result<Chain> read_chain(Connection& connection);

/// What a piece of work is written with.
struct PieceTools {
  Connection& connection;
  const Clock& clock;
  ports::RandomSource& random;
};

/// Runs one piece of work inside the transaction that is open and writes its outcome; `chain` moves along. On
/// failure the caller undoes the changes and throws the chain away.
[[nodiscard]] Result<ports::Receipt> write_piece(const PieceTools& tools, const ports::Work& work,
                                                 Chain& chain);

/// ServiceChanges to the service tables. Fails `conflict/enrolment_code_used`.
[[nodiscard]] Done apply_service(Connection& connection, const ports::ServiceChanges& changes);
[[nodiscard]] Done insert_mark(Connection& connection, const ports::RequestMark& mark, Instant at);

}  // namespace cardea::sql
