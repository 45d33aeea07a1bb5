#include "cardea/crossings/travel_times.hpp"

#include <algorithm>

namespace cardea::crossings {

bool too_fast(const TravelTimes& times, const Shown& before, const Shown& now) {
  constexpr std::int64_t kSecondsOfMinute = 60;
  if (before.post == now.post) return false;
  const auto named = std::ranges::find_if(times.pairs, [&](const TravelTime& pair) {
    return (pair.from == before.post && pair.to == now.post) ||
           (pair.from == now.post && pair.to == before.post);
  });
  const int minutes = named == times.pairs.end() ? times.minutes_between_posts : named->minutes;
  return now.at < plus_seconds(before.at, minutes * kSecondsOfMinute);
}

}  // namespace cardea::crossings
