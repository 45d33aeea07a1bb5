// Requests of data subjects: registered, worked on, answered.
#include "data_subjects.hpp"

#include <algorithm>
#include <functional>

#include "cardea/access/two_person.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/people/transliteration.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/accountability_records.hpp"
#include "common.hpp"
#include "due_files.hpp"

namespace cardea::accountability {
namespace {

using journal::EntryType;
using ports::DataRequestRow;
using Drafts = std::vector<journal::Draft>;

constexpr int kFoundMax = 50;
constexpr std::size_t kNameLettersMin = 3;
constexpr std::string_view kNotProved = "not_proved";

Failure malformed(std::string_view reason) { return fail(ErrorKind::malformed, reason); }
Failure conflict(std::string_view reason) { return fail(ErrorKind::conflict, reason); }

Done check_text(const std::string& text, std::string_view missing) {
  if (trim(text).empty()) return malformed(missing);
  return ports::check_officer_text(text, kTextBytesMax);
}

Done check_identity(const DataRequestRow& request) {
  return request.request.identity_check == kNotProved ? Done{conflict("identity_not_proved")} : Done{};
}

Done want_kind(const DataRequestRow& request, privacy::RequestKind kind) {
  return request.request.kind == name(kind) ? Done{} : Done{conflict("data_request_other_kind")};
}

bool holds(const std::vector<TravellerId>& ids, TravellerId id) {
  return std::ranges::find(ids, id) != ids.end();
}

/// Fails `not_found/traveller_unknown` when the traveller is not among the persons found.
Done want_person(const ports::Records& records, DataRequestId id, TravellerId traveller) {
  const auto persons = records.accountability().data_subject_of(id);
  if (!persons) return pass_on(persons);
  return holds(*persons, traveller) ? Done{} : Done{fail(ErrorKind::not_found, "traveller_unknown")};
}

/// What an act looks at, on the writer.
struct Scene {
  const ports::Records& now;
  const ports::NodeCreated& node;
  const DataRequestRow& row;
};

template <class Payload>
journal::Draft draft_of(const ports::Caller& caller, const ports::NodeCreated& node, EntryType type,
                        DataRequestId id, const Payload& payload) {
  return draft_by(for_data_protection(caller), node, type, to_text(id), to_json(payload).get_object());
}

/// A look at what is kept of persons, recorded before it is shown.
Done record_look(const DataSubjectParts& parts, const ports::Caller& caller, std::string what,
                 DataRequestId id, std::int64_t persons) {
  return ports::record_access(parts.recorder, for_data_protection(caller),
                              {std::move(what), to_text(id), {}, persons, false});
}

Result<DataRequestView> shown(const DataSubjectParts& parts, DataRequestId id) {
  const auto row = the_request(parts.records, id);
  if (!row) return pass_on(row);
  return view_of(parts, *row);
}

/// One act on an open request.
Result<DataRequestView> perform(const DataSubjectParts& parts, DataRequestId id,
                                const std::function<Result<Drafts>(const Scene&)>& act) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto row = the_request(now, id);
    if (!row) return pass_on(row);
    if (row->state != "open") return conflict("data_request_closed");
    auto drafts = act({now, *node, *row});
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return shown(parts, id);
}

Done check_new(const DataSubjectParts& parts, const NewDataRequest& input) {
  const auto& checks = parts.rules.identity_checks;
  const Done named = check_text(input.requester, "requester_missing");
  if (!named) return named;
  if (input.requester.size() > kNameBytesMax) return malformed("text_too_long");
  for (const auto* text : {&input.contact, &input.statement}) {
    const Done fits = ports::check_officer_text(text->value_or(""), kTextBytesMax);
    if (!fits) return fits;
  }
  const bool known =
      input.identity_check == kNotProved || std::ranges::find(checks, input.identity_check) != checks.end();
  if (!known) return malformed("identity_check_unknown");
  if (privacy::find_letter(input.language) == nullptr) return malformed("unknown_language");
  if (input.received_on > parts.clock.local_date(parts.clock.now())) return malformed("received_in_future");
  return {};
}

ports::DataRequestRegistered registered_of(const DataSubjectParts& parts, const NewDataRequest& input) {
  return {parts.ids.make<DataRequestId>(),
          std::string(name(input.kind)),
          input.requester,
          input.contact.value_or(""),
          input.identity_check,
          input.language,
          input.statement.value_or(""),
          input.received_on,
          privacy::answer_due_on(input.received_on, false, parts.rules),
          versioned_name(parts.rules)};
}

DataRequestLine line_of(const DataRequestRow& row, Date today) {
  const auto& asked = row.request;
  return {asked.request_id,
          asked.kind,
          asked.requester,
          row.state,
          asked.received_on,
          asked.due_on,
          !row.extension_reason.empty(),
          row.state == "open" && asked.due_on < today,
          row.outcome};
}

Result<ports::TravellerSearch> search_of(const SearchDataSubject& input) {
  ports::TravellerSearch search;
  for (const auto* text : {&input.document_number, &input.name}) {
    const Done fits = ports::check_officer_text(text->value_or(""), kNameBytesMax);
    if (!fits) return pass_on(fits);
  }
  const auto& letters = people::standard_transliterator();
  search.document_number = letters.to_mrz_characters(input.document_number.value_or("")).text;
  search.primary = letters.to_mrz_characters(input.name.value_or("")).text;
  if (input.birth_date) search.birth_date = to_text(*input.birth_date);
  const bool narrow = !search.document_number.empty() || !search.birth_date.empty() ||
                      search.primary.size() >= kNameLettersMin;
  if (!narrow) return malformed("search_too_wide");
  return search;
}

/// What stands in the field, as last corrected.
std::string value_now(const ports::TravellerRecord& traveller,
                      const std::vector<ports::CorrectionRow>& corrections, const std::string& field) {
  for (auto each = corrections.rbegin(); each != corrections.rend(); ++each) {
    if (each->correction.field == field) return each->correction.new_value;
  }
  if (field == "primary_identifier") return traveller.primary_identifier;
  if (field == "secondary_identifier") return traveller.secondary_identifier;
  if (field == "sex") return traveller.sex;
  if (field == "nationality") return traveller.nationality;
  return traveller.birth_dates.empty() ? std::string() : to_text(traveller.birth_dates.front());
}

Result<ports::DataCorrected> correction_of(const DataSubjectParts& parts, const Scene& scene,
                                           const Correct& input) {
  const DataRequestId id = scene.row.request.request_id;
  const Done may_be = want_kind(scene.row, privacy::RequestKind::correction)
                          .and_then([&] { return check_identity(scene.row); })
                          .and_then([&] { return want_person(scene.now, id, input.traveller_id); });
  if (!may_be) return pass_on(may_be);
  const auto traveller = scene.now.travellers().find_traveller(input.traveller_id);
  if (!traveller) return pass_on(traveller);
  if (!traveller->has_value()) return fail(ErrorKind::not_found, "traveller_unknown");
  const auto corrections = scene.now.accountability().corrections_of(input.traveller_id);
  if (!corrections) return pass_on(corrections);
  auto old_value = value_now((*traveller)->traveller, *corrections, input.field);
  if (old_value == input.value) return conflict("nothing_to_correct");
  return ports::DataCorrected{id,          parts.ids.make<CorrectionId>(), input.traveller_id,
                              input.field, std::move(old_value),           input.value,
                              input.reason};
}

Result<std::optional<ports::ErasureRow>> asked_erasure(const ports::Records& records, DataRequestId id,
                                                       TravellerId traveller) {
  const auto asked = records.accountability().erasures_asked(id);
  if (!asked) return pass_on(asked);
  const auto found = std::ranges::find(*asked, traveller, &ports::ErasureRow::traveller_id);
  return found == asked->end() ? std::optional<ports::ErasureRow>{} : *found;
}

Done may_erase(const DataSubjectParts& parts, const Scene& scene, TravellerId traveller) {
  const DataRequestId id = scene.row.request.request_id;
  const Done may_be = want_kind(scene.row, privacy::RequestKind::erasure)
                          .and_then([&] { return check_identity(scene.row); })
                          .and_then([&] { return want_person(scene.now, id, traveller); });
  if (!may_be) return may_be;
  const auto held = is_held(retention_parts(parts), traveller);
  if (!held) return pass_on(held);
  return *held ? Done{conflict("erasure_hold_forbids")} : Done{};
}

/// Fails with the word that forbids it.
Done want_erasable(const DataSubjectParts& parts, TravellerId traveller) {
  const auto forbidden = erasure_forbidden(parts, traveller);
  if (!forbidden) return pass_on(forbidden);
  if (!*forbidden) return {};
  constexpr std::string_view kWords[] = {"erasure_hold_forbids", "erasure_case_forbids",
                                         "erasure_schedule_forbids", "erasure_law_forbids"};
  return conflict(*std::ranges::find(kWords, **forbidden));
}

/// The due file of one traveller; `want_erasable` was asked before.
Result<DueFile> due_file_of(const DataSubjectParts& parts, TravellerId traveller, Date today) {
  auto files = due_files(retention_parts(parts), today, today);
  if (!files) return pass_on(files);
  for (auto& file : *files) {
    if (file.view.traveller_id == traveller) return std::move(file);
  }
  return conflict("erasure_schedule_forbids");
}

/// Where an outcome says that something was done, it was.
Done was_done(const DataSubjectParts& parts, const Scene& scene, std::string_view outcome) {
  const auto& area = scene.now.accountability();
  const DataRequestId id = scene.row.request.request_id;
  const auto persons = area.data_subject_of(id);
  if (!persons) return pass_on(persons);
  if (outcome == "answered" && !persons->empty()) {
    const auto exports = area.data_exports(id);
    if (!exports) return pass_on(exports);
    return exports->empty() ? Done{conflict("nothing_exported")} : Done{};
  }
  if (outcome == "corrected") {
    for (const TravellerId person : *persons) {
      const auto made = area.corrections_of(person);
      if (!made) return pass_on(made);
      const auto ours = [&](const auto& each) { return each.correction.request_id == id; };
      if (std::ranges::any_of(*made, ours)) return {};
    }
    return conflict("nothing_corrected");
  }
  if (outcome == "erased") {
    const auto asked = area.erasures_asked(id);
    if (!asked) return pass_on(asked);
    const auto approved = [](const auto& each) { return each.state == "approved"; };
    return std::ranges::any_of(*asked, approved) ? Done{} : Done{conflict("nothing_erased")};
  }
  if (outcome != "restricted") return {};
  for (const TravellerId person : *persons) {
    const auto held = is_held(retention_parts(parts), person);
    if (!held) return pass_on(held);
    if (!*held) return conflict("restriction_without_hold");
  }
  return persons->empty() ? Done{conflict("nobody_found")} : Done{};
}

Done may_answer(const ports::Caller& caller) {
  return ports::may(caller, access::Action::answer_data_subject);
}

/// The export of a request whose persons are known.
Result<DataExport> made_export(const DataSubjectParts& parts, const DataRequestRow& row) {
  if (row.state != "open") return conflict("data_request_closed");
  if (const Done proved = check_identity(row); !proved) return pass_on(proved);
  const auto persons = parts.records.accountability().data_subject_of(row.request.request_id);
  if (!persons) return pass_on(persons);
  if (persons->empty()) return conflict("nobody_found");
  return export_of(parts, row, *persons);
}

}  // namespace

Result<DataRequestRow> the_request(const ports::Records& records, DataRequestId id) {
  auto row = records.accountability().find_data_request(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "data_request_unknown");
  return **std::move(row);
}

RetentionParts retention_parts(const DataSubjectParts& parts) {
  return {parts.recorder, parts.records, parts.clock, parts.ids, parts.schedule};
}

Result<std::vector<DataRequestLine>> DataSubjects::list(const ports::Caller& caller) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  const auto rows = parts_.records.accountability().data_requests(kRequestsMax);
  if (!rows) return pass_on(rows);
  const Date today = parts_.clock.local_date(parts_.clock.now());
  std::vector<DataRequestLine> lines;
  for (const auto& row : *rows) lines.push_back(line_of(row, today));
  return lines;
}

Result<DataRequestView> DataSubjects::get(const ports::Caller& caller, DataRequestId id) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  auto view = shown(parts_, id);
  if (!view) return view;
  const Done recorded = record_look(parts_, caller, "data_request", id, std::ssize(view->persons));
  if (!recorded) return pass_on(recorded);
  return view;
}

Result<DataRequestView> DataSubjects::register_request(const ports::Caller& caller,
                                                       const NewDataRequest& input,
                                                       const ports::ActRequest& request) const {
  const Done allowed = may_answer(caller).and_then([&] { return check_new(parts_, input); });
  if (!allowed) return pass_on(allowed);
  const auto registered = registered_of(parts_, input);
  std::string subject = to_text(registered.request_id);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto repeat = subject_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) {
      subject = **repeat;
      return ports::Outcome{};
    }
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    return ports::Outcome{
        {draft_of(caller, *node, EntryType::data_subject_registered, registered.request_id, registered)},
        mark_of(caller, request, subject),
        {}};
  });
  if (!receipt) return pass_on(receipt);
  const auto id = parse_id<DataRequestId>(subject);
  if (!id) return conflict("idempotency_key_reused");
  return shown(parts_, *id);
}

Result<DataRequestView> DataSubjects::extend(const ports::Caller& caller, DataRequestId id,
                                             const std::string& reason) const {
  const Done allowed = may_answer(caller).and_then([&] { return check_text(reason, "reason_missing"); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    if (!scene.row.extension_reason.empty()) return conflict("data_request_extended");
    const Date due = privacy::answer_due_on(scene.row.request.received_on, true, parts_.rules);
    return Drafts{draft_of(caller, scene.node, EntryType::data_subject_extended, id,
                           ports::DataRequestExtended{id, due, reason})};
  });
}

Result<std::vector<FoundPerson>> DataSubjects::search(const ports::Caller& caller, DataRequestId id,
                                                      const SearchDataSubject& input) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  const auto search = search_of(input);
  if (!search) return pass_on(search);
  const auto row = the_request(parts_.records, id);
  if (!row) return pass_on(row);
  if (row->state != "open") return conflict("data_request_closed");
  if (const Done proved = check_identity(*row); !proved) return pass_on(proved);
  const auto rows = parts_.records.travellers().search(*search, kFoundMax);
  if (!rows) return pass_on(rows);
  std::vector<FoundPerson> found;
  for (const auto& each : *rows) {
    auto person = found_person(parts_.records, each.traveller.traveller_id);
    if (!person) return pass_on(person);
    found.push_back(*std::move(person));
  }
  const Done recorded = record_look(parts_, caller, "data_subject", id, std::ssize(found));
  if (!recorded) return pass_on(recorded);
  return found;
}

Result<DataRequestView> DataSubjects::set_persons(const ports::Caller& caller, DataRequestId id,
                                                  std::vector<TravellerId> travellers) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  std::ranges::sort(travellers, {}, [](TravellerId each) { return to_text(each); });
  const auto repeated = std::ranges::unique(travellers);
  travellers.erase(repeated.begin(), repeated.end());
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    if (const Done proved = check_identity(scene.row); !proved) return pass_on(proved);
    for (const TravellerId each : travellers) {
      const auto known = scene.now.travellers().find_traveller(each);
      if (!known) return pass_on(known);
      if (!known->has_value()) return fail(ErrorKind::not_found, "traveller_unknown");
    }
    return Drafts{draft_of(caller, scene.node, EntryType::data_subject_found, id,
                           ports::DataSubjectFound{id, travellers})};
  });
}

Result<DataExport> DataSubjects::export_data(const ports::Caller& caller, DataRequestId id) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  const auto row = the_request(parts_.records, id);
  if (!row) return pass_on(row);
  auto made = made_export(parts_, *row);
  if (!made) return made;
  const ports::DataExported exported{id, to_hex(sha256(write_json(*made))), records_in(*made)};
  const auto recorded = perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    return Drafts{draft_of(caller, scene.node, EntryType::data_subject_exported, id, exported)};
  });
  if (!recorded) return pass_on(recorded);
  return made;
}

Result<std::string> DataSubjects::letter(const ports::Caller& caller, DataRequestId id) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  const auto row = the_request(parts_.records, id);
  if (!row) return pass_on(row);
  const auto made = made_export(parts_, *row);
  if (!made) return pass_on(made);
  const auto* texts = privacy::find_letter(row->request.language);
  if (texts == nullptr) return malformed("unknown_language");
  auto pdf = parts_.printer.sheets({letter_of(*made, *texts, parts_.clock.now())});
  if (!pdf) return pdf;
  const Done recorded = record_look(parts_, caller, "data_letter", id, std::ssize(made->persons));
  if (!recorded) return pass_on(recorded);
  return pdf;
}

Result<DataRequestView> DataSubjects::correct(const ports::Caller& caller, DataRequestId id,
                                              const Correct& input) const {
  const Done allowed =
      may_answer(caller).and_then([&] { return check_text(input.reason, "reason_missing"); }).and_then([&] {
        return privacy::may_correct(input.field, input.value, parts_.rules);
      });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    const auto correction = correction_of(parts_, scene, input);
    if (!correction) return pass_on(correction);
    return Drafts{draft_of(caller, scene.node, EntryType::data_subject_corrected, id, *correction)};
  });
}

Result<DataRequestView> DataSubjects::propose_erasure(const ports::Caller& caller, DataRequestId id,
                                                      TravellerId traveller) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  const Done erasable = want_erasable(parts_, traveller);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    const Done may_be = may_erase(parts_, scene, traveller).and_then([&] { return erasable; });
    if (!may_be) return pass_on(may_be);
    const auto asked = asked_erasure(scene.now, id, traveller);
    if (!asked) return pass_on(asked);
    if (*asked && (*asked)->state == "approved") return conflict("erasure_decided");
    return Drafts{
        draft_of(caller, scene.node, EntryType::erasure_proposed, id, ports::ErasureAsked{id, traveller})};
  });
}

Result<DataRequestView> DataSubjects::approve_erasure(const ports::Caller& caller, DataRequestId id,
                                                      TravellerId traveller, const std::string& typed) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  const Instant at = parts_.clock.now();
  const Date today = parts_.clock.local_date(at);
  const Done erasable = want_erasable(parts_, traveller);
  const auto file = due_file_of(parts_, traveller, today);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    const auto asked = asked_erasure(scene.now, id, traveller);
    if (!asked) return pass_on(asked);
    if (!*asked) return conflict("erasure_not_proposed");
    if ((*asked)->state == "approved") return conflict("erasure_decided");
    const std::string record = to_text(id);
    const Done may_be = access::may_approve({record, (*asked)->proposed_by, (*asked)->proposed_at},
                                            to_text(caller.officer_id), at, typed)
                            .and_then([&] { return may_erase(parts_, scene, traveller); })
                            .and_then([&] { return erasable; });
    if (!may_be) return pass_on(may_be);
    if (!file) return pass_on(file);
    const Done same = file_unchanged(retention_parts(parts_), scene.now, *file, today);
    if (!same) return pass_on(same);
    return Drafts{
        draft_of(caller, scene.node, EntryType::erasure_approved, id, ports::ErasureAsked{id, traveller}),
        draft_by(for_data_protection(caller), scene.node, EntryType::retention_erased, to_text(traveller),
                 to_json(erasure_of(retention_parts(parts_), *file)).get_object())};
  });
}

Result<DataRequestView> DataSubjects::close(const ports::Caller& caller, DataRequestId id,
                                            const CloseDataRequest& input) const {
  const Done allowed = may_answer(caller).and_then(
      [&] { return ports::check_officer_text(input.answer.value_or(""), kTextBytesMax); });
  if (!allowed) return pass_on(allowed);
  const Date today = parts_.clock.local_date(parts_.clock.now());
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    privacy::RequestKind kind{};
    const bool known =
        parse(scene.row.request.kind, kind) && privacy::may_end(kind, input.outcome, parts_.rules);
    if (!known) return malformed("outcome_unknown");
    if (const Done done = was_done(parts_, scene, input.outcome); !done) return pass_on(done);
    return Drafts{draft_of(caller, scene.node, EntryType::data_subject_closed, id,
                           ports::DataRequestClosed{id, input.outcome, input.answer.value_or(""), today})};
  });
}

Result<journal::EntryProof> DataSubjects::proof(const ports::Caller& caller, DataRequestId id) const {
  const Done allowed = may_answer(caller);
  if (!allowed) return pass_on(allowed);
  const auto row = the_request(parts_.records, id);
  if (!row) return pass_on(row);
  return proof_of(parts_.records, parts_.sign_head, row->last_sequence);
}

}  // namespace cardea::accountability
