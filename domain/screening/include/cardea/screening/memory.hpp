#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace cardea::screening {

/// Where a screener keeps what it worked out about the words of names, since names share their words. One
/// memory serves one screener. Implementations are thread-safe and bounded: they may forget at any time.
class Memory {
 public:
  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  virtual ~Memory() = default;

  /// What was kept under `key`; null when nothing was, or it was forgotten.
  [[nodiscard]] virtual std::shared_ptr<const void> find(std::string_view key) = 0;
  /// `bytes` is about what `value` takes.
  virtual void keep(std::string_view key, std::shared_ptr<const void> value, std::size_t bytes) = 0;
};

}  // namespace cardea::screening
