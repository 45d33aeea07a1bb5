#pragma once

#include <memory>
#include <string_view>

#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::system {

/// The machine's clock, and the civil day in one time zone. Thread-safe: nothing changes after it was made.
/// The rules of the zone are those of the operating system (package tzdata) when the process started.
class SystemClock final : public Clock {
 public:
  /// `zone` is an IANA name such as "Africa/Kigali". Fails `malformed/time_zone_unknown`,
  /// `unavailable/time_zones_missing` when the machine has no time zone data.
  [[nodiscard]] static Result<std::unique_ptr<SystemClock>> create(std::string_view zone);
  ~SystemClock() override;

  [[nodiscard]] Instant now() const override;
  [[nodiscard]] Date local_date(Instant at) const override;

 private:
  struct Zone;
  explicit SystemClock(std::unique_ptr<const Zone> zone);
  std::unique_ptr<const Zone> zone_;
};

}  // namespace cardea::system
