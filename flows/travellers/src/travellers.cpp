// Searching, looking, judging links, and what officers state of a person.
#include "cardea/travellers/travellers.hpp"

#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/people/transliteration.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/travellers/links.hpp"
#include "common.hpp"

namespace cardea::travellers {
namespace {

using journal::EntryType;

constexpr int kFoundMax = 50;
constexpr std::size_t kNameLettersMin = 3;
constexpr int kLinksMax = 200;

template <class Payload>
std::vector<Recorded> one(EntryType type, std::string subject, const Payload& payload) {
  return {{type, std::move(subject), to_json(payload).get_object()}};
}

Result<ports::TravellerSearch> search_of(const SearchTravellers& input) {
  ports::TravellerSearch search;
  const Done texts =
      ports::check_officer_text(input.document_number.value_or(""), kWordBytesMax).and_then([&] {
        return ports::check_officer_text(input.name.value_or(""), kWordBytesMax);
      });
  if (!texts) return pass_on(texts);
  search.document_number =
      people::standard_transliterator().to_mrz_characters(input.document_number.value_or("")).text;
  search.primary = people::standard_transliterator().to_mrz_characters(input.name.value_or("")).text;
  if (input.birth_date) search.birth_date = to_text(*input.birth_date);
  const bool narrow = !search.document_number.empty() || !search.birth_date.empty() ||
                      search.primary.size() >= kNameLettersMin;
  if (!narrow) return fail(ErrorKind::malformed, "search_too_wide");
  return search;
}

// The newest open stay of the person, who may have entered with another document.
Result<ports::StayRow> open_stay_of(const ports::Records& now, TravellerId id) {
  const auto person = person_of(now.travellers(), id);
  if (!person) return pass_on(person);
  std::optional<ports::StayRow> newest;
  for (const TravellerId each : person->ids) {
    const auto stays = now.travellers().stays(each);
    if (!stays) return pass_on(stays);
    for (const ports::StayRow& stay : *stays) {
      if (!stay.left && (!newest || stay.entered > newest->entered)) newest = stay;
    }
  }
  if (!newest) return fail(ErrorKind::conflict, "no_open_stay");
  return *newest;
}

Done may_be_stated(const crossings::PersonClasses& classes, const std::string& word) {
  if (word.empty()) return {};
  const auto rule = std::ranges::find(classes.classes, word, &crossings::PersonClassRule::word);
  const bool allowed = rule != classes.classes.end() && rule->may_be_stated;
  return allowed ? Done{} : Done{fail(ErrorKind::malformed, "class_not_to_be_stated")};
}

}  // namespace

Result<std::vector<ports::TravellerRow>> Travellers::search(const ports::Caller& caller,
                                                            const SearchTravellers& input) const {
  const Done allowed = may(caller, access::Action::search_travellers);
  if (!allowed) return pass_on(allowed);
  const auto search = search_of(input);
  if (!search) return pass_on(search);
  auto found = parts_.records.travellers().search(*search, kFoundMax);
  if (!found) return found;
  std::optional<TravellerId> only;
  if (found->size() == 1) only = found->front().traveller.traveller_id;
  const Done recorded = record_read(parts_, caller, "search", "travellers", std::ssize(*found), only);
  if (!recorded) return pass_on(recorded);
  return found;
}

Result<TravellerView> Travellers::get(const ports::Caller& caller, TravellerId id) const {
  const Done allowed =
      ports::or_record_refusal(may(caller, access::Action::search_travellers), parts_.recorder, caller,
                               {"traveller", to_text(id), id, 0, false});
  if (!allowed) return pass_on(allowed);
  auto view = view_of(parts_, id);
  if (!view) return view;
  const Done recorded = record_read(parts_, caller, "traveller", to_text(id), 1, id);
  if (!recorded) return pass_on(recorded);
  return view;
}

Result<std::vector<ports::LinkRow>> Travellers::links_to_judge(const ports::Caller& caller, int limit) const {
  const Done allowed = may(caller, access::Action::link_identities);
  if (!allowed) return pass_on(allowed);
  return parts_.records.travellers().links_of_colour(name(people::LinkColour::yellow),
                                                     std::clamp(limit, 1, kLinksMax));
}

Result<TravellerView> Travellers::judge_link(const ports::Caller& caller, TravellerId id,
                                             const JudgeLink& input, const Request& request) const {
  const Done allowed =
      may(caller, access::Action::link_identities).and_then([&] { return check_reason(input.reason); });
  if (!allowed) return pass_on(allowed);
  if (input.colour == people::LinkColour::yellow)
    return fail(ErrorKind::malformed, "colour_not_for_officers");
  const auto [first, second] = in_order(id, input.other_id);
  const auto done = perform(
      parts_, caller, request, to_text(id), [&](const ports::Records& now) -> Result<std::vector<Recorded>> {
        const auto link = now.travellers().find_link(first, second);
        if (!link) return pass_on(link);
        if (!*link) return fail(ErrorKind::not_found, "link_unknown");
        return one(EntryType::identity_link_judged, subject_of_link(first, second),
                   ports::LinkJudged{first, second, std::string(name(input.colour)), input.reason});
      });
  if (!done) return pass_on(done);
  return view_of(parts_, id);
}

Result<TravellerView> Travellers::record_foreign_entry(const ports::Caller& caller, TravellerId id,
                                                       const ForeignEntry& input,
                                                       const Request& request) const {
  const Done allowed =
      may(caller, access::Action::record_foreign_entry)
          .and_then([&] { return check_state_code(input.neighbour); })
          .and_then([&] { return ports::check_officer_text(input.reference, kWordBytesMax); });
  if (!allowed) return pass_on(allowed);
  const auto done = perform(parts_, caller, request, to_text(id),
                            [&](const ports::Records& now) -> Result<std::vector<Recorded>> {
                              const auto stay = open_stay_of(now, id);
                              if (!stay) return pass_on(stay);
                              if (input.on < stay->entered)
                                return fail(ErrorKind::malformed, "exit_before_entry");
                              return one(EntryType::stay_deemed_exit, to_text(stay->traveller_id),
                                         ports::StayDeemedExit{stay->traveller_id, stay->crossing_id,
                                                               input.on, input.neighbour, input.reference});
                            });
  if (!done) return pass_on(done);
  return view_of(parts_, id);
}

Result<TravellerView> Travellers::adjust_stay(const ports::Caller& caller, TravellerId id,
                                              const AdjustStay& input, const Request& request) const {
  const Done allowed =
      may(caller, access::Action::manage_permits).and_then([&] { return check_reason(input.reason); });
  if (!allowed) return pass_on(allowed);
  if (input.kind != "extension" && input.kind != "force_majeure") {
    return fail(ErrorKind::malformed, "adjustment_unknown");
  }
  if (input.last < input.first) return fail(ErrorKind::malformed, "days_run_backwards");
  const auto done = perform(
      parts_, caller, request, to_text(id), [&](const ports::Records& now) -> Result<std::vector<Recorded>> {
        const auto row = the_traveller(now, id);
        if (!row) return pass_on(row);
        return one(EntryType::stay_adjusted, to_text(id),
                   ports::StayAdjusted{id, input.kind, input.first, input.last, input.reason});
      });
  if (!done) return pass_on(done);
  return view_of(parts_, id);
}

Result<TravellerView> Travellers::state_class(const ports::Caller& caller, TravellerId id,
                                              const StateClass& input, const Request& request) const {
  const Done allowed =
      may(caller, access::Action::decide).and_then([&] { return check_reason(input.reason); }).and_then([&] {
        return may_be_stated(parts_.rules.classes, input.person_class);
      });
  if (!allowed) return pass_on(allowed);
  const auto done = perform(parts_, caller, request, to_text(id),
                            [&](const ports::Records& now) -> Result<std::vector<Recorded>> {
                              const auto row = the_traveller(now, id);
                              if (!row) return pass_on(row);
                              return one(EntryType::traveller_classed, to_text(id),
                                         ports::TravellerClassed{id, input.person_class, input.reason});
                            });
  if (!done) return pass_on(done);
  return view_of(parts_, id);
}

}  // namespace cardea::travellers
