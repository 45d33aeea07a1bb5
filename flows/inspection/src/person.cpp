// Who a person is to the law, as the document says and as an officer states, and with whom a minor travels.
#include "person.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "reading.hpp"

namespace cardea::inspection {
namespace {

constexpr std::string_view kMinor = "minor";

bool among(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

/// What an officer of the first line may say of a person: never what only the second line decides on. A claim
/// for asylum has an act of its own.
bool may_be_stated(const crossings::PersonClassRule& rule) {
  return rule.may_be_stated && !rule.second_line_only;
}

std::string edition_of(const crossings::PersonClasses& classes) { return classes.id + "@" + classes.edition; }

travellers::Presented presented_of(const ports::NodeCreated& node, const ports::InspectionOpened& opened) {
  const auto& births = opened.traveller.birth_dates;
  return {node.state, opened.traveller.nationality, opened.document.code,
          births.empty() ? std::nullopt : std::optional{births.front()}, opened.on};
}

// The birth date is all that is asked here: whose child it is, is another matter.
bool is_minor(const ports::InspectionOpened& opened, const crossings::PersonClasses& classes) {
  const auto& births = opened.traveller.birth_dates;
  if (births.empty()) return false;
  const auto facts = facts_of({"", "", "", births.front(), {}}, classes, opened.on);
  return among(facts, std::string(kMinor));
}

crossings::MinorCare care_of(bool minor, const std::optional<crossings::MinorCompany>& company) {
  if (!minor) return crossings::MinorCare::not_minor;
  return company ? crossings::care_of(*company) : crossings::MinorCare::not_recorded;
}

std::vector<std::string> duties_of(const crossings::Classified& classified) {
  std::vector<std::string> duties;
  if (classified.rule != nullptr) duties = classified.rule->duties;
  for (const crossings::PersonClassRule* rule : classified.beside) {
    for (const std::string& duty : rule->duties) {
      if (!among(duties, duty)) duties.push_back(duty);
    }
  }
  return duties;
}

crossings::AssessmentInput input_of(const ports::NodeCreated& node, const ports::InspectionRow& row,
                                    const travellers::Standing& standing) {
  crossings::ReadingFacts reading;
  reading.readable = !row.opened.document.format.empty();
  return {word_as<crossings::Direction>(row.opened.direction),
          row.opened.on,
          is_own_national(row.opened.traveller, node),
          std::move(reading),
          {},
          {},
          false,
          standing.all,
          standing.without_open,
          standing.counted,
          {},
          standing.visa,
          standing.regime};
}

}  // namespace

Result<Holding> holding_of(const Parts& parts, const ports::Records& now, const ports::NodeCreated& node,
                           const ports::InspectionOpened& opened, const std::string& stated) {
  const auto person = travellers::person_of(now.travellers(), opened.traveller.traveller_id);
  if (!person) return pass_on(person);
  auto history = travellers::history_of(now, *person, kHistoryForCount);
  if (!history) return pass_on(history);
  std::erase_if(*history, [&](const auto& row) { return row.crossing_id == opened.crossing_id; });
  auto file =
      travellers::file_of(now.travellers(), *person, false, opened.document.issuer, opened.document.number);
  if (!file) return pass_on(file);
  if (!stated.empty()) file->stated_classes.insert(file->stated_classes.begin(), stated);
  auto standing = travellers::standing_of(*history, *file, presented_of(node, opened), parts.rules);
  return Holding{*std::move(history), std::move(standing)};
}

PersonView person_view(const Parts& parts, const Holding& holding,
                       const std::optional<ports::InspectionPersonStated>& recorded) {
  const crossings::Classified& classified = holding.standing.classified;
  PersonView view;
  if (classified.rule != nullptr) {
    view.person_class = classified.rule->word;
    view.stamp = classified.rule->stamp;
  }
  view.stated = classified.stated;
  for (const auto* rule : classified.beside) view.beside.push_back(rule->word);
  view.duties = duties_of(classified);
  for (const crossings::PersonClassRule& rule : parts.rules.classes.classes) {
    if (may_be_stated(rule)) view.may_be_stated.push_back(rule.word);
  }
  if (recorded) {
    view.duties_done = recorded->duties_done;
    view.company = recorded->company;
    if (!recorded->person_class.empty()) view.reason = recorded->reason;
  }
  view.minor = name(care_of(among(view.beside, std::string(kMinor)), view.company));
  return view;
}

Done check_person(const RecordPerson& input, const crossings::Rules& rules) {
  const std::string stated = input.person_class.value_or("");
  const auto& classes = rules.classes.classes;
  if (!stated.empty()) {
    const auto rule = std::ranges::find(classes, stated, &crossings::PersonClassRule::word);
    if (rule == classes.end() || !may_be_stated(*rule))
      return fail(ErrorKind::malformed, "class_not_to_be_stated");
    if (trim(input.reason.value_or("")).empty()) return fail(ErrorKind::malformed, "reason_required");
  }
  const crossings::MinorCompany company = input.company.value_or(crossings::MinorCompany{});
  const Done texts =
      ports::check_officer_text(input.reason.value_or(""), kNoteBytesMax)
          .and_then([&] { return ports::check_officer_text(company.name, kWordBytesMax); })
          .and_then([&] { return ports::check_officer_text(company.relation, kWordBytesMax); });
  if (!texts || !input.company) return texts;
  return check_company(company);
}

Result<ports::InspectionPersonStated> person_recorded(const Parts& parts, const ports::Records& now,
                                                      const ports::NodeCreated& node,
                                                      const ports::InspectionRow& row,
                                                      const RecordPerson& input) {
  const std::string stated = input.person_class.value_or("");
  const auto holding = holding_of(parts, now, node, row.opened, stated);
  if (!holding) return pass_on(holding);
  const travellers::Standing& standing = holding->standing;
  const std::vector<std::string> duties = duties_of(standing.classified);
  for (const std::string& duty : input.duties_done.value_or(std::vector<std::string>{})) {
    if (!among(duties, duty)) return fail(ErrorKind::malformed, "unknown_duty", duty);
  }
  const crossings::AssessmentInput anew = input_of(node, row, standing);
  ports::InspectionPersonStated recorded{
      row.opened.inspection_id,
      stated,
      stated.empty() ? "" : input.reason.value_or(""),
      edition_of(parts.rules.classes),
      input.duties_done.value_or(std::vector<std::string>{}),
      input.company,
      {},
      record_of(reclassify(assessment_of(row.assessment), anew, parts.rules))};
  const bool counted = !anew.own_national && anew.stay_regime == crossings::StayRegime::short_stay;
  if (counted) recorded.stay = standing.record;
  return recorded;
}

Result<crossings::MinorCare> minor_care(const Parts& parts, const ports::Records& now,
                                        const ports::InspectionOpened& opened) {
  if (!is_minor(opened, parts.rules.classes)) return crossings::MinorCare::not_minor;
  const auto extras = now.alerts().extras(opened.inspection_id);
  if (!extras) return pass_on(extras);
  return care_of(true, extras->person ? extras->person->company : std::nullopt);
}

}  // namespace cardea::inspection
