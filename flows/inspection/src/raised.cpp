// What an inspection raises, and what is remembered of its traveller.
#include "raised.hpp"

#include <algorithm>

#include "cardea/kernel/codec.hpp"
#include "cardea/ports/alerts_records.hpp"
#include "cardea/watchlist/alert_rules.hpp"
#include "cardea/watchlist/hits.hpp"
#include "cardea/watchlist/lifecycle.hpp"
#include "common.hpp"

namespace cardea::inspection {
namespace {

struct DrawTag;
using DrawId = Id<DrawTag>;

Result<bool> has_ended(const ports::Records& now, Instant at, Date on, const screening::Hit& hit) {
  if (hit.source != ports::kOwnAlerts) return false;
  const auto id = parse_id<OwnAlertId>(hit.source_id);
  if (!id) return true;
  const auto row = now.alerts().find_own_alert(*id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return true;
  watchlist::AlertStanding standing;
  static_cast<void>(parse((*row)->state, standing.stored));
  standing.lapses_at = (*row)->lapses_at;
  if (const auto alert = from_json<watchlist::Alert>((*row)->alert)) standing.expires_on = alert->expires_on;
  return !watchlist::is_searched(state_at(standing, at, on));
}

Result<ports::HitRaised> raised_of(IdSource& ids, const ports::Records& now, TravellerId traveller,
                                   const screening::Hit& hit) {
  const auto digest = now.alerts().alert_digest(hit.source, hit.source_id);
  if (!digest) return pass_on(digest);
  const auto alert = now.find_alert(hit.source, hit.source_id);
  if (!alert) return pass_on(alert);
  std::string owner;
  if (alert->has_value()) {
    const json::value* stated = (*alert)->if_contains("owner");
    if (stated != nullptr && stated->is_string()) owner = stated->get_string();
  }
  const bool first_line = rule_of(watchlist::standard_alert_rules(), hit.action).first_line;
  ports::HitRaised raised{ids.make<HitId>(), hit.source,   hit.source_id,    digest->value_or(""),
                          hit.action,        hit.category, std::move(owner), hit.matched_name,
                          hit.stage,         hit.percent,  first_line,       {}};
  // An alert that nobody may notice is looked at each time by who may.
  if (!first_line) return raised;
  auto cleared = now.alerts().cleared(traveller, hit.source, hit.source_id, raised.digest);
  if (!cleared) return pass_on(cleared);
  raised.cleared = *std::move(cleared);
  return raised;
}

}  // namespace

Done drop_ended(const ports::Records& now, Instant at, Date on, std::vector<screening::Hit>& hits) {
  std::vector<screening::Hit> kept;
  for (screening::Hit& hit : hits) {
    const auto ended = has_ended(now, at, on, hit);
    if (!ended) return pass_on(ended);
    if (!*ended) kept.push_back(std::move(hit));
  }
  hits = std::move(kept);
  return {};
}

Result<ports::HitsRaised> hits_raised(IdSource& ids, const ports::Records& now,
                                      const ports::InspectionOpened& opened) {
  const int rate = watchlist::standard_alert_rules().survey_per_10000;
  const auto draw = ids.make<DrawId>();
  ports::HitsRaised raised{opened.inspection_id,
                           opened.traveller.traveller_id,
                           watchlist::is_drawn(draw.bytes(), rate),
                           to_text(draw),
                           rate,
                           {}};
  for (const screening::Hit& hit : opened.hits) {
    if (hit.stage < watchlist::kHitStage) continue;
    auto one = raised_of(ids, now, opened.traveller.traveller_id, hit);
    if (!one) return pass_on(one);
    raised.record_details = raised.record_details || !one->first_line;
    raised.hits.push_back(*std::move(one));
  }
  return raised;
}

std::vector<ports::ComparisonRow> remembered(const ports::HitsRaised& raised) {
  std::vector<ports::ComparisonRow> rows;
  for (const ports::HitRaised& hit : raised.hits) {
    if (hit.cleared) {
      rows.push_back({hit.source, hit.source_id, std::string(name(crossings::Comparison::not_same_person)),
                      "", hit.cleared->at});
    }
  }
  return rows;
}

}  // namespace cardea::inspection
