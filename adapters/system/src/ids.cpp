#include "cardea/system/ids.hpp"

namespace cardea::system {
namespace {

constexpr std::uint32_t kCounterMax = 0x0fff;
/// A count starts in the lower half of its range, at random, so that there is room to count on.
constexpr std::uint32_t kCounterStartMask = 0x07ff;

}  // namespace

IdBytes SystemIdSource::next() {
  std::array<std::uint8_t, 10> random{};
  random_.fill(random);
  const auto start = (static_cast<std::uint32_t>(random[0]) << 8 | random[1]) & kCounterStartMask;
  const std::int64_t now_ms = clock_.now().us / 1000;

  const std::scoped_lock lock(mutex_);
  if (now_ms > last_ms_) {
    last_ms_ = now_ms;
    counter_ = start;
  } else if (counter_ < kCounterMax) {
    ++counter_;
  } else {
    ++last_ms_;
    counter_ = start;
  }
  random[0] = static_cast<std::uint8_t>(counter_ >> 8);
  random[1] = static_cast<std::uint8_t>(counter_);
  return uuid_v7(Instant{last_ms_ * 1000}, random);
}

}  // namespace cardea::system
