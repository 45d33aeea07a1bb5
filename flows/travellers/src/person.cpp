#include "cardea/travellers/person.hpp"

#include <algorithm>
#include <ranges>

namespace cardea::travellers {
namespace {

using crossings::PermitState;

crossings::Permit permit_of(const ports::PermitRow& row) {
  const ports::PermitRecorded& permit = row.permit;
  return {permit.kind, permit.valid_from, permit.valid_to, row.ended_on,
          permit.days, permit.entries,    permit.territory};
}

// Admitted crossings and deemed exits, oldest first.
std::vector<crossings::PastCrossing> crossings_of(const std::vector<ports::CrossingRow>& history,
                                                  const PersonFile& file, Date on) {
  std::vector<crossings::PastCrossing> crossings;
  for (const ports::CrossingRow& row : std::views::reverse(history)) {
    crossings::Direction direction{};
    if (row.outcome != "admit" || row.on > on || !parse(row.direction, direction)) continue;
    crossings.push_back({direction, row.on});
    const auto deemed =
        std::ranges::find(file.deemed_exits, row.crossing_id, &ports::StayDeemedExit::crossing_id);
    if (deemed != file.deemed_exits.end() && deemed->on <= on) {
      crossings.push_back({crossings::Direction::exit, deemed->on});
    }
  }
  return crossings;
}

std::vector<crossings::Stay> closed_only(std::vector<crossings::Stay> stays) {
  std::erase_if(stays, [](const crossings::Stay& stay) { return !stay.left; });
  return stays;
}

std::vector<Date> entries_of(const std::vector<crossings::PastCrossing>& crossings) {
  std::vector<Date> days;
  for (const crossings::PastCrossing& each : crossings) {
    if (each.direction == crossings::Direction::entry) days.push_back(each.on);
  }
  return days;
}

struct PermitsJudged {
  std::vector<std::string> kinds_in_force;
  bool serves_as_visa = false;
  std::string shortcoming;
  crossings::StayTerms terms;
};

bool has_effect(const crossings::PermitKind& kind, crossings::StayEffect effect) {
  return kind.effect == name(effect);
}

PermitsJudged judge_permits(const PersonFile& file, const std::vector<Date>& entries,
                            const Presented& presented, const crossings::PermitKinds& kinds) {
  PermitsJudged judged;
  for (const ports::PermitRow& row : file.permits) {
    const crossings::Permit permit = permit_of(row);
    if (const auto days = days_not_counted(permit, kinds)) judged.terms.not_counted.push_back(*days);
    const auto state = permit_state(permit, kinds, presented.state, entries, presented.on);
    if (state != PermitState::valid) {
      judged.shortcoming = name(state);
      continue;
    }
    const crossings::PermitKind* kind = kind_of(kinds, permit.kind);
    judged.kinds_in_force.push_back(permit.kind);
    judged.serves_as_visa |= kind->serves_as_visa;
    if (permit.days && has_effect(*kind, crossings::StayEffect::allowance)) {
      judged.terms.allowance = crossings::Allowance{permit.valid_from, permit.valid_to, *permit.days};
    }
  }
  for (const ports::StayAdjusted& adjusted : file.adjustments) {
    judged.terms.not_counted.push_back({adjusted.first, adjusted.last});
  }
  if (judged.serves_as_visa) judged.shortcoming.clear();
  return judged;
}

void classify(const PersonFile& file, const Presented& presented, const PermitsJudged& permits,
              const crossings::PersonClasses& classes, Standing& standing) {
  const auto facts = facts_of({presented.state, presented.nationality, presented.document_code,
                               presented.born, permits.kinds_in_force},
                              classes, presented.on);
  standing.classified = class_of(facts, file.stated_classes, classes);
  standing.visa = {file.permits_kept, crossings::VisaRegime::exempt, permits.serves_as_visa,
                   permits.shortcoming};
  if (standing.classified.rule == nullptr) return;
  // The reader of the file has seen to it that these are words.
  static_cast<void>(parse(standing.classified.rule->stay, standing.regime));
  static_cast<void>(parse(standing.classified.rule->visa, standing.visa.regime));
}

void count(const std::vector<crossings::Stay>& stays, const crossings::StayTerms& terms, Date on,
           const crossings::StayRule& rule, Standing& standing) {
  const auto all = count_stay(stays, on, rule, terms);
  const auto without_open = count_stay(closed_only(stays), on, rule, terms);
  if (!all || !without_open) return;
  standing.counted = true;
  standing.all = *all;
  standing.without_open = *without_open;
  standing.record = ports::StayRecord{versioned_name(rule), rule.limit,    rule.window,     all->used,
                                      all->remaining,       all->last_day, all->open_since, all->overstayed};
}

template <class T>
Done append(std::vector<T>& all, Result<std::vector<T>> more) {
  if (!more) return pass_on(more);
  all.insert(all.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  return {};
}

Done add_traveller(const ports::TravellerRecords& records, TravellerId id, PersonFile& file) {
  const auto row = records.find_traveller(id);
  if (!row) return pass_on(row);
  if (*row && !(*row)->stated_class.empty()) file.stated_classes.push_back((*row)->stated_class);
  Done done = append(file.adjustments, records.adjustments(id)).and_then([&] {
    return append(file.deemed_exits, records.deemed_exits(id));
  });
  if (!done || !file.permits_kept) return done;
  return append(file.permits, records.permits(id));
}

}  // namespace

Result<Person> person_of(const ports::TravellerRecords& records, TravellerId id) {
  Person person{{id}};
  for (std::size_t next = 0; next < person.ids.size(); ++next) {
    const auto links = records.links(person.ids[next]);
    if (!links) return pass_on(links);
    for (const ports::LinkRow& link : *links) {
      person.red |= link.colour == "red";
      person.yellow |= link.colour == "yellow";
      if (link.colour != "white") continue;
      const TravellerId other = link.first_id == person.ids[next] ? link.second_id : link.first_id;
      if (std::ranges::find(person.ids, other) == person.ids.end()) person.ids.push_back(other);
    }
  }
  return person;
}

Result<std::vector<ports::CrossingRow>> history_of(const ports::Records& records, const Person& person,
                                                   int limit) {
  std::vector<ports::CrossingRow> all;
  for (const TravellerId id : person.ids) {
    const Done added = append(all, records.history(id, limit));
    if (!added) return pass_on(added);
  }
  if (person.ids.size() > 1) {
    std::ranges::stable_sort(all, std::ranges::greater{}, &ports::CrossingRow::at);
    if (std::ssize(all) > limit) all.erase(all.begin() + limit, all.end());
  }
  return all;
}

Result<PersonFile> file_of(const ports::TravellerRecords& records, const Person& person, bool is_new,
                           std::string_view issuer, std::string_view number) {
  PersonFile file;
  const auto kept = records.any_permit();
  if (!kept) return pass_on(kept);
  file.permits_kept = *kept;
  if (file.permits_kept && !number.empty()) {
    const Done added = append(file.permits, records.permits_of_document(issuer, number));
    if (!added) return pass_on(added);
  }
  for (std::size_t i = is_new ? 1 : 0; i < person.ids.size(); ++i) {
    const Done added = add_traveller(records, person.ids[i], file);
    if (!added) return pass_on(added);
  }
  const auto by_id = [](const ports::PermitRow& row) { return row.permit.permit_id; };
  std::ranges::sort(file.permits, {}, by_id);
  const auto repeated = std::ranges::unique(file.permits, {}, by_id);
  file.permits.erase(repeated.begin(), repeated.end());
  return file;
}

Standing standing_of(const std::vector<ports::CrossingRow>& history, const PersonFile& file,
                     const Presented& presented, const crossings::Rules& rules) {
  const auto crossings = crossings_of(history, file, presented.on);
  const auto permits = judge_permits(file, entries_of(crossings), presented, rules.permits);
  Standing standing;
  classify(file, presented, permits, rules.classes, standing);
  const crossings::StayRule* rule = rule_for(rules.stay, presented.nationality, presented.on);
  if (rule != nullptr) count(stays_from(crossings), permits.terms, presented.on, *rule, standing);
  return standing;
}

std::vector<std::string> attentions_of(const Person& person, const std::vector<ports::CrossingRow>& history,
                                       const ShownNow& now, const crossings::TravelTimes& times) {
  std::vector<std::string> words;
  if (person.red) words.emplace_back("multiple_identity");
  if (!history.empty() && too_fast(times, {history.front().post, history.front().at}, {now.post, now.at})) {
    words.emplace_back("impossible_travel");
  }
  const auto admitted = std::ranges::find(history, "admit", &ports::CrossingRow::outcome);
  if (now.direction == crossings::Direction::exit && admitted != history.end() &&
      admitted->direction == name(crossings::Direction::exit)) {
    words.emplace_back("exited_without_return");
  }
  if (person.yellow) words.emplace_back("identity_to_be_judged");
  return words;
}

}  // namespace cardea::travellers
