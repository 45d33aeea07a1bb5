#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/screening/screener.hpp"

namespace cardea::ports {

/// An immutable screener with the versions of the lists in it.
struct ScreeningSnapshot {
  std::shared_ptr<const screening::Screener> screener;
  std::vector<std::string> lists;  ///< "un_consolidated@2026-02-27"
  Instant oldest_list_at;  ///< import time of the oldest list version in use; its age is the lists' age
  bool has_document_alerts = false;  ///< some alert in use is about a document (lost, stolen, revoked)
};

/// The snapshot in use, behind one atomic pointer. Thread-safe. `current` is null until the first is
/// published: then the watchlist check is `unavailable`, never clear.
class ScreeningIndex {
 public:
  virtual ~ScreeningIndex() = default;
  [[nodiscard]] virtual std::shared_ptr<const ScreeningSnapshot> current() const = 0;
  virtual void publish(std::shared_ptr<const ScreeningSnapshot> snapshot) = 0;
};

}  // namespace cardea::ports
