#include "cardea/ports/source_times.hpp"

#include <algorithm>

namespace cardea::ports {

void SourceTimes::took(MeasuredSource source, std::int64_t us) {
  const std::scoped_lock lock{mutex_};
  Last& last = last_.at(static_cast<std::size_t>(source));
  last.us.at(last.count % kKept) = us;
  ++last.count;
}

std::optional<std::int64_t> SourceTimes::latency_ms(MeasuredSource source) const {
  constexpr std::int64_t kMicrosecondsPerMillisecond = 1000;
  Last last;
  {
    const std::scoped_lock lock{mutex_};
    last = last_.at(static_cast<std::size_t>(source));
  }
  if (last.count == 0) return std::nullopt;
  const auto told = static_cast<std::ptrdiff_t>(std::min(last.count, kKept));
  const auto middle = last.us.begin() + told / 2;
  std::nth_element(last.us.begin(), middle, last.us.begin() + told);
  return (*middle + kMicrosecondsPerMillisecond - 1) / kMicrosecondsPerMillisecond;
}

}  // namespace cardea::ports
