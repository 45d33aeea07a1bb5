#pragma once

#include "cardea/kernel/date.hpp"

namespace cardea {

/// Where the time comes from. Nobody below the adapters calls now: a flow is handed a Clock, the domain is
/// handed dates. Implementations must be thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
  /// The civil date at `at` in the time zone of the post: the day by which the law counts.
  [[nodiscard]] virtual Date local_date(Instant at) const = 0;
};

/// A clock that tests set by hand. UTC is its time zone.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_{start} {}
  [[nodiscard]] Instant now() const override { return now_; }
  [[nodiscard]] Date local_date(Instant at) const override;
  void set(Instant at) { now_ = at; }
  void advance_seconds(std::int64_t seconds) { now_ = plus_seconds(now_, seconds); }

 private:
  Instant now_;
};

}  // namespace cardea
