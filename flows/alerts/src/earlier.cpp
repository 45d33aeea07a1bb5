// One alert against the inspections of the last 90 days.
#include "earlier.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "cardea/kernel/codec.hpp"
#include "cardea/screening/exact_engine.hpp"
#include "cardea/watchlist/hits.hpp"

namespace cardea::alerts {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
constexpr int kDuplicatesMax = 20;

screening::Query query_of(const ports::RecentInspection& recent) {
  screening::Query query;
  const std::string name = recent.traveller.primary_identifier + "<<" + recent.traveller.secondary_identifier;
  if (name != "<<") query.names.push_back(name);
  if (!recent.traveller.birth_dates.empty()) query.birth_date = recent.traveller.birth_dates.front();
  if (recent.traveller.sex != "unspecified") query.sex = recent.traveller.sex;
  if (!recent.traveller.nationality.empty()) query.nationalities.push_back(recent.traveller.nationality);
  if (!recent.document.number.empty())
    query.documents.push_back({recent.document.number, recent.document.issuer});
  return query;
}

/// The threshold follows from the number of alerts: what counts is that of all lists together, not that of a
/// list of one.
double threshold_in_force(const OwnAlertParts& parts) {
  const auto snapshot = parts.index.current();
  if (snapshot == nullptr || snapshot->screener == nullptr) return 0;
  screening::Query nobody;
  nobody.names.emplace_back("X");
  return snapshot->screener->search(nobody, {}).threshold;
}

struct Met {
  const ports::RecentInspection* inspection;
  screening::Hit hit;
};

std::vector<Met> met_by(const OwnAlertParts& parts, const watchlist::Alert& alert,
                        const std::vector<ports::RecentInspection>& recent) {
  const screening::ExactScreener screener(std::span(&alert, 1));
  const double threshold = threshold_in_force(parts);
  std::vector<Met> met;
  for (const ports::RecentInspection& each : recent) {
    for (screening::Hit& hit : screener.search(query_of(each), {}).hits) {
      if (hit.stage >= watchlist::kHitStage && hit.score >= threshold) met.push_back({&each, std::move(hit)});
    }
  }
  return met;
}

Result<std::vector<ports::RecentInspection>> recent_of(const OwnAlertParts& parts) {
  const Instant since = plus_seconds(parts.clock.now(), -kDryRunDays * kSecondsPerDay);
  return parts.records.alerts().recent_inspections(since, kDryRunMax);
}

/// Alerts in force that the subject itself, were it a traveller, would meet.
std::vector<Duplicate> duplicates_of(const OwnAlertParts& parts, const watchlist::Alert& alert) {
  std::vector<Duplicate> duplicates;
  const auto snapshot = parts.index.current();
  if (snapshot == nullptr || snapshot->screener == nullptr) return duplicates;
  screening::Query query;
  for (const auto& alias : alert.names) query.names.push_back(alias.name);
  if (!alert.birth_dates.empty()) query.birth_date = alert.birth_dates.front().date;
  query.nationalities = alert.nationalities;
  for (const auto& document : alert.documents) query.documents.push_back({document.number, document.issuer});
  for (const auto& hit : snapshot->screener->search(query, {.hits_max = kDuplicatesMax}).hits) {
    const bool itself = hit.source == alert.source && hit.source_id == alert.source_id;
    if (!itself && hit.stage >= watchlist::kHitStage)
      duplicates.push_back({hit.source, hit.source_id, hit.matched_name});
  }
  return duplicates;
}

ports::HitRaised raised_of(const OwnAlertParts& parts, const watchlist::Alert& alert,
                           const screening::Hit& hit, const std::string& digest) {
  return {parts.ids.make<HitId>(),
          hit.source,
          hit.source_id,
          digest,
          hit.action,
          hit.category,
          alert.owner,
          hit.matched_name,
          hit.stage,
          hit.percent,
          rule_of(parts.rules, hit.action).first_line,
          {}};
}

}  // namespace

std::vector<ports::HitFoundLater> hits_on_earlier(const OwnAlertParts& parts, const json::object& stored,
                                                  const std::string& digest) {
  std::vector<ports::HitFoundLater> found;
  const auto alert = from_json<watchlist::Alert>(stored);
  const auto recent = recent_of(parts);
  if (!alert || !recent) return found;
  std::set<TravellerId> seen;  // the newest inspection of each
  for (const Met& met : met_by(parts, *alert, *recent)) {
    const TravellerId traveller = met.inspection->traveller.traveller_id;
    if (!seen.insert(traveller).second) continue;
    found.push_back({met.inspection->inspection_id, traveller, raised_of(parts, *alert, met.hit, digest)});
  }
  return found;
}

Result<DryRun> tried_on_earlier(const OwnAlertParts& parts, const ports::OwnAlertRow& row) {
  const auto alert = from_json<watchlist::Alert>(row.alert);
  if (!alert) return fail(ErrorKind::broken, "store_damaged");
  const auto recent = recent_of(parts);
  if (!recent) return pass_on(recent);
  std::set<TravellerId> travellers;
  for (const Met& met : met_by(parts, *alert, *recent))
    travellers.insert(met.inspection->traveller.traveller_id);
  return DryRun{kDryRunDays, static_cast<std::int64_t>(recent->size()),
                static_cast<std::int64_t>(travellers.size()), duplicates_of(parts, *alert)};
}

}  // namespace cardea::alerts
