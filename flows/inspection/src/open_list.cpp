// Travellers who wait for a decision: set aside by an officer, or open at another lane.
#include "open_list.hpp"

#include <algorithm>
#include <map>

#include "cardea/people/transliteration.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/operations_records.hpp"

namespace cardea::inspection {
namespace {

constexpr int kOpenMax = 200;
constexpr int kAlsoOpenMax = 10;

using Names = std::map<OfficerId, std::string>;

Result<Names> officer_names(const ports::Records& records) {
  const auto officers = records.officers();
  if (!officers) return pass_on(officers);
  Names names;
  for (const auto& row : *officers) names[row.officer.officer_id] = row.officer.display_name;
  return names;
}

bool is_theirs(const ports::OpenTravellerRow& row, const ports::Caller& caller) {
  const bool lane = !caller.lane.empty() && row.open.lane == caller.lane;
  return row.open.officer_id == caller.officer_id || lane;
}

// Names are compared by their letters as in an MRZ, whatever was typed.
bool is_called(const ports::OpenTravellerRow& row, const std::string& wanted) {
  const ports::TravellerRecord& traveller = row.traveller;
  const std::string names = traveller.secondary_identifier + " " + traveller.primary_identifier;
  return names.find(wanted) != std::string::npos || row.document_number.find(wanted) != std::string::npos;
}

OpenLine line_of(const ports::OpenTravellerRow& row, const ports::Caller& caller, const Names& names) {
  const auto officer = names.find(row.open.officer_id);
  return {row.open.inspection_id,
          row.open.lane,
          row.open.direction,
          row.open.verdict,
          officer == names.end() ? "" : officer->second,
          row.open.officer_id == caller.officer_id,
          row.open.opened_at,
          row.traveller.primary_identifier,
          row.traveller.secondary_identifier,
          row.traveller.nationality,
          row.document_number};
}

}  // namespace

Result<std::vector<AlsoOpenView>> also_open(const ports::Records& now,
                                            const ports::InspectionOpened& opened) {
  const auto rows = now.operations().open_travellers(opened.traveller.traveller_id, kAlsoOpenMax);
  if (!rows) return pass_on(rows);
  std::vector<AlsoOpenView> views;
  for (const ports::OpenTravellerRow& row : *rows) {
    if (row.open.inspection_id == opened.inspection_id) continue;
    const auto officer = now.find_officer(row.open.officer_id);
    if (!officer) return pass_on(officer);
    views.push_back({row.open.inspection_id, row.open.lane,
                     *officer ? (*officer)->officer.display_name : std::string{}, row.open.opened_at});
  }
  return views;
}

Result<std::vector<OpenLine>> Inspections::list_open(const ports::Caller& caller,
                                                     const std::string& name) const {
  const Done allowed = may(caller, access::Action::inspect).and_then([&] {
    return ports::check_officer_text(name, kWordBytesMax);
  });
  if (!allowed) return pass_on(allowed);
  const auto rows = parts_.records.operations().open_travellers({}, kOpenMax);
  if (!rows) return pass_on(rows);
  const auto names = officer_names(parts_.records);
  if (!names) return pass_on(names);
  const std::string wanted = people::standard_transliterator().to_mrz_characters(name).text;
  std::vector<OpenLine> lines;
  for (const ports::OpenTravellerRow& row : *rows) {
    if (is_theirs(row, caller) && is_called(row, wanted)) lines.push_back(line_of(row, caller, *names));
  }
  const std::int64_t others = std::ranges::count(lines, false, &OpenLine::yours);
  if (others == 0) return lines;
  const Done recorded =
      record_access(parts_.recorder, caller, {"open_inspections", caller.lane, {}, others, false});
  if (!recorded) return pass_on(recorded);
  return lines;
}

}  // namespace cardea::inspection
