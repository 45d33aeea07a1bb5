#include <algorithm>

#include "common.hpp"

namespace cardea::travellers {
namespace {

constexpr int kHistoryForCount = 2000;
constexpr int kHistoryShown = 100;

template <class T>
Done append(std::vector<T>& all, Result<std::vector<T>> more) {
  if (!more) return pass_on(more);
  all.insert(all.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  return {};
}

// The document presented last says who somebody is.
std::string newest_code(const std::vector<ports::TravelDocumentRow>& documents) {
  return documents.empty() ? std::string{} : documents.front().code;
}

Presented presented_of(const ports::TravellerRow& row, const std::string& state, const std::string& code,
                       Date on) {
  const auto& births = row.traveller.birth_dates;
  return {state, row.traveller.nationality, code,
          births.empty() ? std::nullopt : std::optional{births.front()}, on};
}

ClassView class_view(const crossings::Classified& classified) {
  ClassView view;
  view.stated = classified.stated;
  for (const auto* beside : classified.beside) {
    view.beside.push_back(beside->word);
    view.duties.insert(view.duties.end(), beside->duties.begin(), beside->duties.end());
  }
  if (classified.rule == nullptr) return view;
  const crossings::PersonClassRule& rule = *classified.rule;
  view.person_class = rule.word;
  view.stay = rule.stay;
  view.visa = rule.visa;
  view.minimum_check = rule.minimum_check;
  view.stamp = rule.stamp;
  view.second_line_only = rule.second_line_only;
  view.duties.insert(view.duties.begin(), rule.duties.begin(), rule.duties.end());
  view.legal_source = rule.legal_source;
  return view;
}

Result<std::vector<LinkView>> links_of(const ports::Records& records, TravellerId id) {
  const auto links = records.travellers().links(id);
  if (!links) return pass_on(links);
  std::vector<LinkView> views;
  for (const ports::LinkRow& link : *links) {
    auto other = the_traveller(records, link.first_id == id ? link.second_id : link.first_id);
    if (!other) return pass_on(other);
    views.push_back({std::move(other->traveller), link.colour, link.likeness, link.proposed_at,
                     link.judged_by, link.judged_at, link.reason});
  }
  return views;
}

Done add_documents_and_stays(const ports::TravellerRecords& records, const Person& person,
                             TravellerView& view) {
  for (const TravellerId id : person.ids) {
    const Done added = append(view.documents, records.documents(id)).and_then([&] {
      return append(view.stays, records.stays(id));
    });
    if (!added) return added;
  }
  std::ranges::stable_sort(view.stays, std::ranges::greater{}, &ports::StayRow::entered);
  return {};
}

bool is_counted(const Standing& standing) {
  return standing.counted && standing.regime == crossings::StayRegime::short_stay;
}

}  // namespace

Result<Standing> standing_on(const Parts& parts, const ports::TravellerRow& row, Date on) {
  const auto node = ports::made_node(parts.records);
  if (!node) return pass_on(node);
  const auto& records = parts.records.travellers();
  const auto person = person_of(records, row.traveller.traveller_id);
  if (!person) return pass_on(person);
  const auto history = history_of(parts.records, *person, kHistoryForCount);
  if (!history) return pass_on(history);
  const auto file = file_of(records, *person, false, "", "");
  if (!file) return pass_on(file);
  const auto documents = records.documents(row.traveller.traveller_id);
  if (!documents) return pass_on(documents);
  return standing_of(*history, *file, presented_of(row, node->state, newest_code(*documents), on),
                     parts.rules);
}

Result<TravellerView> view_of(const Parts& parts, TravellerId id) {
  const auto& records = parts.records.travellers();
  auto row = the_traveller(parts.records, id);
  if (!row) return pass_on(row);
  const auto node = ports::made_node(parts.records);
  if (!node) return pass_on(node);
  auto person = person_of(records, id);
  if (!person) return pass_on(person);
  auto links = links_of(parts.records, id);
  if (!links) return pass_on(links);
  auto history = history_of(parts.records, *person, kHistoryForCount);
  if (!history) return pass_on(history);
  auto file = file_of(records, *person, false, "", "");
  if (!file) return pass_on(file);
  const Date today = parts.clock.local_date(parts.clock.now());
  TravellerView view{*std::move(row), person->ids, {}, *std::move(links), {}, {}, {}, {}, {}, {}, {}, today};
  if (const Done added = add_documents_and_stays(records, *person, view); !added) return pass_on(added);
  const Presented presented = presented_of(view.traveller, node->state, newest_code(view.documents), today);
  const Standing standing = standing_of(*history, *file, presented, parts.rules);
  view.classified = class_view(standing.classified);
  if (is_counted(standing)) view.stay = standing.record;
  if (std::ssize(*history) > kHistoryShown) history->erase(history->begin() + kHistoryShown, history->end());
  view.history = *std::move(history);
  view.permits = std::move(file->permits);
  view.adjustments = std::move(file->adjustments);
  view.deemed_exits = std::move(file->deemed_exits);
  return view;
}

Result<PlannedStay> Travellers::plan(const ports::Caller& caller, TravellerId id, Date on) const {
  constexpr int kDaysMax = 3653;
  const Done allowed = may(caller, access::Action::search_travellers);
  if (!allowed) return pass_on(allowed);
  const Date today = parts_.clock.local_date(parts_.clock.now());
  if (std::abs(days_between(today, on)) > kDaysMax) return fail(ErrorKind::malformed, "day_out_of_range");
  const auto row = the_traveller(parts_.records, id);
  if (!row) return pass_on(row);
  const Done recorded = record_read(parts_, caller, "planned_stay", to_text(id), 1, id);
  if (!recorded) return pass_on(recorded);
  auto standing = standing_on(parts_, *row, on);
  if (!standing) return pass_on(standing);
  PlannedStay planned{on, is_counted(*standing), {}};
  if (planned.counted) planned.stay = std::move(standing->record);
  return planned;
}

}  // namespace cardea::travellers
