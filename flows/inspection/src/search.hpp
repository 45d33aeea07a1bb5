#pragma once

#include "cardea/crossings/assessment.hpp"
#include "cardea/documents/mrz.hpp"
#include "cardea/inspection/inspections.hpp"

namespace cardea::inspection {

/// What the lists gave for one traveller, with the versions that were asked.
struct Searched {
  bool answered = false;
  bool capped = false;
  bool has_document_alerts = false;
  std::vector<screening::Hit> hits;
  std::vector<std::string> lists;
  std::string weights;
  std::optional<std::int64_t> age_s;
  std::int64_t took_us = 0;
};

[[nodiscard]] Searched search_lists(const Parts& parts, const ports::TravellerRecord& traveller,
                                    const ports::DocumentRecord& document, bool name_truncated);

/// Records that are about documents, told by asking the store for each hit: a hit does not say what it is
/// about.
[[nodiscard]] Result<crossings::SearchFacts> facts_of(const ports::Records& records, const Searched& searched,
                                                      const std::vector<ports::ComparisonRow>& comparisons);

}  // namespace cardea::inspection
