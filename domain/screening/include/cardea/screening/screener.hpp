#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/screening/hit.hpp"
#include "cardea/screening/query.hpp"

namespace cardea::screening {

/// Which way to lean when in doubt: a policy of the service, named and journaled with every search.
enum class Mode : std::uint8_t { high_recall, balanced, high_precision };

[[nodiscard]] constexpr std::string_view name(Mode mode) {
  switch (mode) {
    case Mode::high_recall:
      return "high_recall";
    case Mode::balanced:
      return "balanced";
    case Mode::high_precision:
      return "high_precision";
  }
  __builtin_unreachable();
}

/// Reads the word back; false when it is none of the words.
[[nodiscard]] bool parse(std::string_view word, Mode& mode);

struct SearchOptions {
  Mode mode = Mode::balanced;
  int hits_max = 20;
};

/// The answer to one search. `hits` is sorted by falling score. `capped` says that more alerts stood above
/// the threshold than were returned, or that a work limit was reached.
struct SearchResult {
  std::vector<Hit> hits;
  bool capped = false;
  double threshold = 0;  ///< bits
  std::string weights_version;
  std::size_t rows_examined = 0;
};

/// A set of alerts that can be searched. Immutable once built: any number of threads may search it at once.
/// The exact engine and the indexed engine both stand behind this.
class Screener {
 public:
  virtual ~Screener() = default;
  [[nodiscard]] virtual SearchResult search(const Query& query, const SearchOptions& options) const = 0;
  [[nodiscard]] virtual std::size_t alert_count() const = 0;
  [[nodiscard]] virtual std::size_t row_count() const = 0;
};

}  // namespace cardea::screening
