#pragma once

#include "cardea/alerts/own_alerts.hpp"

namespace cardea::alerts {

/// Hits of one alert on the inspections of the last 90 days. Empty when the store or the alert cannot be
/// read.
[[nodiscard]] std::vector<ports::HitFoundLater> hits_on_earlier(const OwnAlertParts& parts,
                                                                const json::object& alert,
                                                                const std::string& digest);

[[nodiscard]] Result<DryRun> tried_on_earlier(const OwnAlertParts& parts, const ports::OwnAlertRow& row);

}  // namespace cardea::alerts
