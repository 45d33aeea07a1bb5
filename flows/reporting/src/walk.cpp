#include "walk.hpp"

#include <algorithm>

#include "cardea/ports/operations_entries.hpp"

namespace cardea::reporting {
namespace {

constexpr int kPage = 500;

}  // namespace

Done for_each_decided(const ports::Records& records, Date from, Date to,
                      const std::function<void(const ports::DecidedRow&)>& visit) {
  std::optional<CrossingId> after;
  while (true) {
    const auto page = records.operations().decided(from, to, after, kPage);
    if (!page) return pass_on(page);
    for (const ports::DecidedRow& row : *page) visit(row);
    if (std::ssize(*page) < kPage) return {};
    after = page->back().crossing_id;
  }
}

bool is_from_paper(const ports::DecidedRow& row) {
  return std::ranges::find(row.reasons, ports::kEnteredUnderFallback) != row.reasons.end();
}

}  // namespace cardea::reporting
