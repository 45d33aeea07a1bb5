// A request with the persons behind it, and what stands against erasing their data.
#include <algorithm>

#include "cardea/ports/accountability_records.hpp"
#include "cardea/ports/cases_records.hpp"
#include "data_subjects.hpp"
#include "due_files.hpp"

namespace cardea::accountability {
namespace {

constexpr std::string_view kSamePerson = "white";

Result<std::vector<TravellerId>> same_as(const ports::Records& records, TravellerId id) {
  const auto links = records.travellers().links(id);
  if (!links) return pass_on(links);
  std::vector<TravellerId> same;
  for (const auto& link : *links) {
    if (link.colour == kSamePerson) same.push_back(link.first_id == id ? link.second_id : link.first_id);
  }
  return same;
}

Result<bool> has_open_case(const ports::Records& records, TravellerId traveller) {
  const auto cases = records.accountability().cases_of(traveller);
  if (!cases) return pass_on(cases);
  for (const CaseId id : *cases) {
    const auto found = records.cases().find(id);
    if (!found) return pass_on(found);
    if (found->has_value() && ((*found)->state == "waiting" || (*found)->state == "taken")) return true;
  }
  return false;
}

Result<std::vector<CorrectionView>> corrections_of(const ports::Records& records, DataRequestId request,
                                                   const std::vector<FoundPerson>& persons) {
  std::vector<CorrectionView> views;
  for (const auto& person : persons) {
    const auto rows = records.accountability().corrections_of(person.traveller_id);
    if (!rows) return pass_on(rows);
    for (const auto& row : *rows) {
      const auto& made = row.correction;
      if (made.request_id != request) continue;
      views.push_back({made.correction_id, made.traveller_id, made.field, made.old_value, made.new_value,
                       made.reason, row.corrected_at});
    }
  }
  return views;
}

Result<std::vector<ErasureView>> erasures_of(const DataSubjectParts& parts, const DataRequestView& view) {
  std::vector<ErasureView> views;
  const auto asked = parts.records.accountability().erasures_asked(view.request.request_id);
  if (!asked) return pass_on(asked);
  for (const auto& row : *asked) {
    views.push_back({row.traveller_id, row.state, {}, row.proposed_by});
  }
  if (view.request.state != "open") return views;
  for (const auto& person : view.persons) {
    auto found = std::ranges::find(views, person.traveller_id, &ErasureView::traveller_id);
    if (found == views.end()) {
      views.push_back({person.traveller_id, "not_proposed", {}, {}});
      found = std::prev(views.end());
    }
    auto forbidden = erasure_forbidden(parts, person.traveller_id);
    if (!forbidden) return pass_on(forbidden);
    found->forbidden = *std::move(forbidden);
  }
  return views;
}

}  // namespace

Result<std::optional<std::string>> erasure_forbidden(const DataSubjectParts& parts, TravellerId traveller) {
  const auto held = is_held(retention_parts(parts), traveller);
  if (!held) return pass_on(held);
  if (*held) return std::optional<std::string>("erasure_hold_forbids");
  const auto open = has_open_case(parts.records, traveller);
  if (!open) return pass_on(open);
  if (*open) return std::optional<std::string>("erasure_case_forbids");
  const Date today = parts.clock.local_date(parts.clock.now());
  const auto files = due_files(retention_parts(parts), today, today);
  if (!files) return pass_on(files);
  const auto file =
      std::ranges::find_if(*files, [&](const DueFile& each) { return each.view.traveller_id == traveller; });
  if (file == files->end()) return std::optional<std::string>("erasure_schedule_forbids");
  if (!file->view.blocked_by.empty()) return std::optional<std::string>("erasure_law_forbids");
  return std::optional<std::string>{};
}

Result<FoundPerson> found_person(const ports::Records& records, TravellerId id) {
  const auto row = records.travellers().find_traveller(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "traveller_unknown");
  const auto& traveller = (*row)->traveller;
  FoundPerson person{id,
                     traveller.primary_identifier,
                     traveller.secondary_identifier,
                     traveller.birth_dates,
                     traveller.sex,
                     traveller.nationality,
                     {},
                     0,
                     0,
                     0,
                     {}};
  const auto documents = records.travellers().documents(id);
  if (!documents) return pass_on(documents);
  for (const auto& document : *documents) person.documents.push_back(document.issuer + " " + document.number);
  const auto visits = records.accountability().file_visits_of(id);
  if (!visits) return pass_on(visits);
  person.inspections = std::ssize(*visits);
  const auto cases = records.accountability().cases_of(id);
  if (!cases) return pass_on(cases);
  person.cases = std::ssize(*cases);
  const auto permits = records.travellers().permits(id);
  if (!permits) return pass_on(permits);
  person.permits = std::ssize(*permits);
  auto same = same_as(records, id);
  if (!same) return pass_on(same);
  person.same_as = *std::move(same);
  return person;
}

Result<DataRequestView> view_of(const DataSubjectParts& parts, const ports::DataRequestRow& row) {
  const auto& asked = row.request;
  const Date today = parts.clock.local_date(parts.clock.now());
  DataRequestView view{
      {asked.request_id, asked.kind, asked.requester, row.state, asked.received_on, asked.due_on,
       !row.extension_reason.empty(), row.state == "open" && asked.due_on < today, row.outcome},
      asked.contact,
      asked.identity_check,
      asked.language,
      asked.statement,
      row.extension_reason,
      asked.rules,
      {},
      {},
      {},
      {},
      {},
      row.answer,
      row.answered_on};
  const auto answers = std::ranges::find(parts.rules.answers, asked.kind, &privacy::RequestAnswers::kind);
  if (answers != parts.rules.answers.end()) view.outcomes = answers->outcomes;
  const auto persons = parts.records.accountability().data_subject_of(asked.request_id);
  if (!persons) return pass_on(persons);
  for (const TravellerId id : *persons) {
    auto person = found_person(parts.records, id);
    if (!person) return pass_on(person);
    view.persons.push_back(*std::move(person));
  }
  auto exports = parts.records.accountability().data_exports(asked.request_id);
  if (!exports) return pass_on(exports);
  view.exports = *std::move(exports);
  auto corrections = corrections_of(parts.records, asked.request_id, view.persons);
  if (!corrections) return pass_on(corrections);
  view.corrections = *std::move(corrections);
  if (asked.kind != name(privacy::RequestKind::erasure)) return view;
  auto erasures = erasures_of(parts, view);
  if (!erasures) return pass_on(erasures);
  view.erasures = *std::move(erasures);
  return view;
}

}  // namespace cardea::accountability
