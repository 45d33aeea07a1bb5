#include "cardea/screening/weights.hpp"

#include <algorithm>
#include <cmath>

namespace cardea::screening {

double threshold_bits(double alerts, double per_10k) {
  constexpr double kBitsAtAMillion = 2.0;
  constexpr double kRateAtAMillion = 34.5;
  constexpr double kBitsPerHalving = 1.1;
  const double size = std::log2(std::max(alerts, kAlertsMin) / 1e6);
  return kBitsAtAMillion + size + kBitsPerHalving * std::log2(kRateAtAMillion / per_10k);
}

int percent_of(double score, double threshold) {
  const double distance = std::clamp(score - threshold, -60.0, 60.0);
  return static_cast<int>(std::lround(100.0 / (1.0 + std::exp2(-distance))));
}

}  // namespace cardea::screening
