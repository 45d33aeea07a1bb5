// Who should have left.
#include <algorithm>

#include "common.hpp"

namespace cardea::travellers {
namespace {

constexpr int kPageMax = 200;
constexpr std::size_t kDateLength = 10;

Result<ports::OverstayPlace> place_of(const std::string& cursor) {
  if (cursor.empty()) return ports::OverstayPlace{};
  const bool shaped = cursor.size() > kDateLength && cursor[kDateLength] == '_';
  if (!shaped || !parse_date(cursor.substr(0, kDateLength)) ||
      !parse_id<CrossingId>(cursor.substr(kDateLength + 1))) {
    return fail(ErrorKind::malformed, "cursor_invalid");
  }
  return ports::OverstayPlace{cursor.substr(0, kDateLength), cursor.substr(kDateLength + 1)};
}

std::string cursor_of(const ports::StayRow& stay) {
  return to_text(*stay.last_day) + "_" + to_text(stay.crossing_id);
}

// The entry of the stay among the crossings, and what came after it.
struct After {
  bool left = false;
  bool entered_again = false;
};

After after_entry(const std::vector<ports::CrossingRow>& newest_first, CrossingId entry) {
  After after;
  for (const ports::CrossingRow& row : newest_first) {
    if (row.crossing_id == entry) break;
    if (row.outcome != "admit") continue;
    after.left = row.direction == "exit";
    after.entered_again = row.direction == "entry";
  }
  return after;
}

// Nothing when the person left by another document, or may still stay.
Result<std::optional<OverstayView>> overstay_of(const Parts& parts, const ports::StayRow& stay, Date today) {
  constexpr int kHistory = 2000;
  const auto row = the_traveller(parts.records, stay.traveller_id);
  if (!row) return pass_on(row);
  const auto person = person_of(parts.records.travellers(), stay.traveller_id);
  if (!person) return pass_on(person);
  const auto history = history_of(parts.records, *person, kHistory);
  if (!history) return pass_on(history);
  const After after = after_entry(*history, stay.crossing_id);
  if (after.left) return std::optional<OverstayView>{};
  const auto standing = standing_on(parts, *row, today);
  if (!standing) return pass_on(standing);
  if (standing->regime != crossings::StayRegime::short_stay) return std::optional<OverstayView>{};
  return OverstayView{row->traveller,
                      stay.crossing_id,
                      stay.entered,
                      *stay.last_day,
                      days_between(*stay.last_day, today),
                      after.entered_again ? "entered_again" : "no_exit_recorded"};
}

}  // namespace

Result<OverstayPage> Travellers::overstays(const ports::Caller& caller, const std::string& cursor,
                                           int limit) const {
  const Done allowed = may(caller, access::Action::read_overstays);
  if (!allowed) return pass_on(allowed);
  const auto place = place_of(cursor);
  if (!place) return pass_on(place);
  const Date today = parts_.clock.local_date(parts_.clock.now());
  const int rows_max = std::clamp(limit, 1, kPageMax);
  const auto rows = parts_.records.travellers().open_past(today, *place, rows_max);
  if (!rows) return pass_on(rows);
  OverstayPage page;
  for (const ports::StayRow& stay : *rows) {
    auto overstay = overstay_of(parts_, stay, today);
    if (!overstay) return pass_on(overstay);
    if (*overstay) page.overstays.push_back(**std::move(overstay));
  }
  if (std::ssize(*rows) == rows_max) page.next = cursor_of(rows->back());
  const Done recorded = record_read(parts_, caller, "overstays", to_text(today), std::ssize(page.overstays));
  if (!recorded) return pass_on(recorded);
  return page;
}

}  // namespace cardea::travellers
