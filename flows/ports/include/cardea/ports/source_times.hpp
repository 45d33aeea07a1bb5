#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>

namespace cardea::ports {

/// What a node depends on and can measure at its own work.
enum class MeasuredSource : std::uint8_t {
  lists,     ///< a search of the lists in use
  own_store  ///< a piece of work until it is durable
};

/// How long the sources took lately (F-K01), measured at the work itself: nobody is asked for the sake of
/// asking. Thread-safe.
class SourceTimes {
 public:
  void took(MeasuredSource source, std::int64_t us);
  /// The middle one of the last answers, in whole milliseconds, rounded up; nothing before the first.
  [[nodiscard]] std::optional<std::int64_t> latency_ms(MeasuredSource source) const;

 private:
  static constexpr std::size_t kSources = 2;
  static constexpr std::size_t kKept = 32;

  struct Last {
    std::array<std::int64_t, kKept> us{};
    std::size_t count = 0;  ///< of all that were ever told
  };

  mutable std::mutex mutex_;
  std::array<Last, kSources> last_;
};

}  // namespace cardea::ports
