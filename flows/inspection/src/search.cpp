#include "search.hpp"

#include <algorithm>
#include <tuple>

#include "common.hpp"

namespace cardea::inspection {
namespace {

using Hits = std::vector<screening::Hit>;

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;

bool same_alert(const screening::Hit& a, const screening::Hit& b) {
  return a.source == b.source && a.source_id == b.source_id;
}

// One traveller with two readings of the birth date is asked for with both; each alert counts once, at its
// best.
void merge(Hits& hits, Hits more) {
  for (screening::Hit& hit : more) {
    const auto known = std::ranges::find_if(hits, [&](const auto& each) { return same_alert(each, hit); });
    if (known == hits.end()) {
      hits.push_back(std::move(hit));
    } else if (hit.score > known->score) {
      *known = std::move(hit);
    }
  }
  std::ranges::sort(hits, [](const auto& a, const auto& b) {
    return std::tie(b.score, a.source, a.source_id) < std::tie(a.score, b.source, b.source_id);
  });
}

screening::Query query_of(const ports::TravellerRecord& traveller, const ports::DocumentRecord& document,
                          bool name_truncated) {
  screening::Query query;
  const std::string name = traveller.primary_identifier + "<<" + traveller.secondary_identifier;
  if (name != "<<") query.names.push_back(name);
  if (traveller.sex != "unspecified") query.sex = traveller.sex;
  if (!traveller.nationality.empty()) query.nationalities.push_back(traveller.nationality);
  if (!document.number.empty()) query.documents.push_back({document.number, document.issuer});
  query.truncated = name_truncated;
  return query;
}

void ask(const screening::Screener& screener, const screening::Query& query,
         const screening::SearchOptions& options, Searched& searched) {
  screening::SearchResult result = screener.search(query, options);
  merge(searched.hits, std::move(result.hits));
  searched.capped = searched.capped || result.capped;
  searched.weights = result.weights_version;
}

crossings::Comparison comparison_of(const screening::Hit& hit,
                                    const std::vector<ports::ComparisonRow>& comparisons) {
  crossings::Comparison comparison = crossings::Comparison::not_compared;
  for (const ports::ComparisonRow& row : comparisons) {
    const bool same = row.source == hit.source && row.source_id == hit.source_id;
    if (same) comparison = word_as<crossings::Comparison>(row.result);
  }
  return comparison;
}

Result<bool> is_about_document(const ports::Records& records, const screening::Hit& hit) {
  const auto alert = records.find_alert(hit.source, hit.source_id);
  if (!alert) return pass_on(alert);
  if (!alert->has_value()) return false;
  const json::value* kind = (*alert)->if_contains("kind");
  return kind != nullptr && kind->is_string() && kind->get_string() == "document";
}

}  // namespace

Searched search_lists(const Parts& parts, const ports::TravellerRecord& traveller,
                      const ports::DocumentRecord& document, bool name_truncated) {
  const Instant start = parts.clock.now();
  Searched searched;
  const auto snapshot = parts.index.current();
  if (snapshot == nullptr || snapshot->screener == nullptr || snapshot->lists.empty()) return searched;
  searched.answered = true;
  searched.lists = snapshot->lists;
  searched.has_document_alerts = snapshot->has_document_alerts;
  searched.age_s = (start.us - snapshot->oldest_list_at.us) / kMicrosecondsPerSecond;
  screening::Query query = query_of(traveller, document, name_truncated);
  if (traveller.birth_dates.empty()) ask(*snapshot->screener, query, parts.search, searched);
  for (const PartialDate& birth : traveller.birth_dates) {
    query.birth_date = birth;
    ask(*snapshot->screener, query, parts.search, searched);
  }
  searched.took_us = parts.clock.now().us - start.us;
  if (parts.times != nullptr) parts.times->took(ports::MeasuredSource::lists, searched.took_us);
  return searched;
}

Result<crossings::SearchFacts> facts_of(const ports::Records& records, const Searched& searched,
                                        const std::vector<ports::ComparisonRow>& comparisons) {
  crossings::SearchFacts facts{searched.answered, searched.capped, "own_copy", searched.age_s, {}};
  for (const screening::Hit& hit : searched.hits) {
    Result<bool> about_document = false;
    if (searched.has_document_alerts) about_document = is_about_document(records, hit);
    if (!about_document) return pass_on(about_document);
    facts.matches.push_back({hit.stage, hit.action, comparison_of(hit, comparisons), *about_document});
  }
  return facts;
}

}  // namespace cardea::inspection
