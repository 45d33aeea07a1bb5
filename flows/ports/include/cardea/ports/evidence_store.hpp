#pragma once

#include <string>
#include <string_view>

#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Files of evidence, kept under their digest: the same bytes are kept once. Thread-safe. The journal holds
/// what is known about a file; only its bytes are here.
class EvidenceStore {
 public:
  virtual ~EvidenceStore() = default;
  /// Durable when it returns. Fails `unavailable/file_unwritable`, `unavailable/disk_full`.
  [[nodiscard]] virtual Done keep(std::string_view sha256, std::string_view bytes) = 0;
  /// Fails `not_found/file_missing`, `unavailable/file_unreadable`.
  [[nodiscard]] virtual Result<std::string> read(std::string_view sha256) const = 0;
};

}  // namespace cardea::ports
