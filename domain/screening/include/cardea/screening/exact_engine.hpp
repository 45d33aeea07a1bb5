#pragma once

#include <memory>
#include <span>

#include "cardea/screening/memory.hpp"
#include "cardea/screening/romanise.hpp"
#include "cardea/screening/screener.hpp"
#include "cardea/watchlist/alert.hpp"

namespace cardea::screening {

/// What the exact engine is built with besides the alerts.
struct ExactOptions {
  /// For scripts without a table of our own; used for list and traveller alike.
  Romanise romanise;
  /// False alerts per 10,000 unlisted travellers each mode aims at: the threshold follows from the
  /// number of alerts (weights.hpp), nobody sets it by hand.
  double high_recall_per_10k = 60;
  double balanced_per_10k = 20;
  double high_precision_per_10k = 3;
  /// Scores every row instead of those that can reach the floor. The answers are the same: tests hold the
  /// pruned search to it.
  bool exhaustive = false;
  /// Remembers the words of names asked for lately; of this screener alone. Null: each is worked out anew.
  std::shared_ptr<Memory> memory = {};
};

/// Screens against every alias of every alert. Each query word is compared with every different word of the
/// list once, most of which their length and letters rule out; the rows that hold a word that met are found
/// by it, and scored when no bound keeps them below the floor (docs/explain/screening-score.md: a weak hit).
/// Nothing is missed for want of a key: every bound is exact.
///
/// A row is one alias with one birth date. Aliases in another script make two: the words as written, matched
/// exactly, and romanised. Persons, organisations and craft are all searched by name; documents are found by
/// number.
///
/// Its alerts never change once built, and it is thread-safe; a search keeps its scratch memory to itself,
/// and the words of names asked for lately are remembered (at most about 10 MB). It holds copies of what it
/// shows of the alerts, not the alerts. A search takes time in proportion to the different words of the list
/// and to the bearers of those that met: see bench/screening_exact_bench.cpp.
class ExactScreener final : public Screener {
 public:
  explicit ExactScreener(std::span<const watchlist::Alert> alerts, ExactOptions options = {});
  ~ExactScreener() override;
  ExactScreener(ExactScreener&&) noexcept;
  ExactScreener& operator=(ExactScreener&&) noexcept;

  [[nodiscard]] SearchResult search(const Query& query, const SearchOptions& options) const override;
  [[nodiscard]] std::size_t alert_count() const override;
  [[nodiscard]] std::size_t row_count() const override;

  /// Bits a score must reach to be an alert.
  [[nodiscard]] double threshold(Mode mode) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace cardea::screening
