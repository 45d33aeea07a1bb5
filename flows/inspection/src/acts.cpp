// What happens to an open inspection: comparing, deciding, taking back, and looking.
#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/alerts_entries.hpp"
#include "cardea/travellers/person.hpp"
#include "common.hpp"
#include "person.hpp"
#include "reading.hpp"
#include "referral.hpp"
#include "search.hpp"

namespace cardea::inspection {
namespace {

using journal::EntryType;

constexpr int kHistoryMax = 200;

/// What an act works on, as it is on the writer at that moment.
struct Scene {
  const ports::Records& now;
  ports::NodeCreated node;
  ports::InspectionRow row;
};

using Act = std::function<Result<std::vector<journal::Draft>>(const Scene& scene)>;

Result<Scene> scene_of(const ports::Records& now, FormalityId id, const Request& request) {
  auto node = ports::made_node(now);
  if (!node) return pass_on(node);
  auto row = the_inspection(now, id);
  if (!row) return pass_on(row);
  if (request.revision && *request.revision != row->revision) {
    return fail(ErrorKind::conflict, "revision_mismatch", std::to_string(row->revision));
  }
  return Scene{now, *std::move(node), *std::move(row)};
}

// One piece of work: finds the inspection as it is now, lets `act` decide what to record, marks the request.
Result<ports::Receipt> record_act(const Parts& parts, const ports::Caller& caller, FormalityId id,
                                  const Request& request, const Act& act) {
  return parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto repeat = ports::subject_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) return ports::Outcome{};
    const auto scene = scene_of(now, id, request);
    if (!scene) return pass_on(scene);
    auto drafts = act(*scene);
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), ports::mark_of(caller, request, to_text(id)), {}};
  });
}

Result<InspectionView> perform(const Parts& parts, const ports::Caller& caller, FormalityId id,
                               const Request& request, const Act& act) {
  const auto receipt = record_act(parts, caller, id, request, act);
  if (!receipt) return pass_on(receipt);
  return view_of(parts, caller, id);
}

Done check_comparison(const CompareHit& input) {
  if (input.result == crossings::Comparison::not_compared)
    return fail(ErrorKind::malformed, "comparison_required");
  return ports::check_officer_text(input.note.value_or(""), kNoteBytesMax);
}

bool has_hit(const ports::InspectionRow& row, const CompareHit& input) {
  return std::ranges::any_of(row.opened.hits, [&](const screening::Hit& hit) {
    return may_see(hit) && hit.source == input.source && hit.source_id == input.source_id;
  });
}

const crossings::Check& check_of(const ports::AssessmentRecord& assessment, crossings::CheckName check) {
  return assessment.checks.at(static_cast<std::size_t>(check));
}

// The search as it was when the inspection was opened.
Searched searched_then(const ports::InspectionRow& row) {
  const crossings::Check& watchlist = check_of(row.assessment, crossings::CheckName::watchlist);
  Searched searched;
  searched.answered = watchlist.state != crossings::CheckState::unavailable;
  searched.capped = row.opened.versions.capped.value_or(false);
  searched.has_document_alerts = check_of(row.assessment, crossings::CheckName::document_status).state !=
                                 crossings::CheckState::not_checked;
  searched.hits = row.opened.hits;
  searched.age_s = watchlist.age_s;
  return searched;
}

Result<crossings::Assessment> reassessed(const Scene& scene, const CompareHit& input) {
  auto comparisons = scene.row.comparisons;
  comparisons.push_back({input.source, input.source_id, std::string(name(input.result)), "", Instant{}});
  const auto facts = facts_of(scene.now, searched_then(scene.row), comparisons);
  if (!facts) return pass_on(facts);
  const auto direction = word_as<crossings::Direction>(scene.row.opened.direction);
  return reassess(assessment_of(scene.row.assessment), *facts, direction);
}

Result<crossings::DecisionContext> context_of(const Parts& parts, const Scene& scene) {
  const ports::InspectionRow& row = scene.row;
  const auto asylum = asylum_open(scene.now, row.opened.traveller.traveller_id);
  if (!asylum) return pass_on(asylum);
  const auto minor = minor_care(parts, scene.now, row.opened);
  if (!minor) return pass_on(minor);
  crossings::DecisionContext context;
  context.asylum = *asylum;
  context.minor = *minor;
  context.direction = word_as<crossings::Direction>(row.opened.direction);
  context.own_national = is_own_national(row.opened.traveller, scene.node);
  context.decided = row.decision.has_value();
  context.blocked_by = row.assessment.blocked_by;
  context.needs_reason = row.assessment.needs_reason;
  context.watchlist_unavailable =
      check_of(row.assessment, crossings::CheckName::watchlist).state == crossings::CheckState::unavailable;
  if (row.opened.stay) context.days_left = row.opened.stay->left;
  return context;
}

Done check_details(const json::object& details) {
  constexpr std::size_t kFieldsMax = 16;
  if (details.size() > kFieldsMax) return fail(ErrorKind::malformed, "form_field_unknown");
  for (const auto& [field, value] : details) {
    if (!value.is_string()) return fail(ErrorKind::malformed, "form_field_not_text");
    if (const Done text = ports::check_officer_text(value.get_string(), kNoteBytesMax); !text) return text;
  }
  return {};
}

// Another inspection of this person may have been admitted while this one was open: the stay it was judged by
// no longer holds, so two open inspections of one traveller cannot both be admitted.
Done no_crossing_since(const Scene& scene) {
  const auto person = travellers::person_of(scene.now.travellers(), scene.row.opened.traveller.traveller_id);
  if (!person) return pass_on(person);
  const auto history = travellers::history_of(scene.now, *person, kHistoryForCount);
  if (!history) return pass_on(history);
  const bool crossed = std::ranges::any_of(*history, [&](const ports::CrossingRow& crossing) {
    return crossing.outcome == "admit" && crossing.at > scene.row.opened_at;
  });
  return crossed ? Done{fail(ErrorKind::conflict, "stay_changed")} : Done{};
}

// When it was decided, only the receipt says.
ports::InspectionRow decided_row(ports::InspectionRow row, const ports::InspectionDecided& decided,
                                 const ports::Caller& caller) {
  row.decision = {decided.outcome,
                  decided.reasons,
                  decided.note,
                  decided.purpose,
                  decided.days_granted,
                  caller.officer_id,
                  {}};
  row.state = "decided";
  ++row.revision;
  return row;
}

Done check_texts(const Decide& input) {
  return ports::check_officer_text(input.note.value_or(""), kNoteBytesMax).and_then([&] {
    return ports::check_officer_text(input.purpose.value_or(""), kWordBytesMax);
  });
}

}  // namespace

Result<InspectionView> Inspections::get(const ports::Caller& caller, FormalityId id) const {
  const ports::AccessMade look{"inspection", to_text(id), {}, 1, false};
  const Done allowed = or_record_refusal(may(caller, access::Action::inspect), parts_.recorder, caller, look);
  if (!allowed) return pass_on(allowed);
  const auto row = the_inspection(parts_.records, id);
  if (!row) return pass_on(row);
  if (row->officer_id != caller.officer_id) {
    const Done recorded = record_access(parts_.recorder, caller, look);
    if (!recorded) return pass_on(recorded);
  }
  return view_of(parts_, caller, *row);
}

Result<InspectionView> Inspections::compare(const ports::Caller& caller, FormalityId id,
                                            const CompareHit& input, const Request& request) const {
  const Done allowed = may(caller, access::Action::inspect).and_then([&] { return check_comparison(input); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<std::vector<journal::Draft>> {
    if (scene.row.decision) return fail(ErrorKind::conflict, "already_decided");
    if (!has_hit(scene.row, input)) return fail(ErrorKind::not_found, "hit_unknown");
    const auto assessment = reassessed(scene, input);
    if (!assessment) return pass_on(assessment);
    const ports::InspectionCompared compared{id,
                                             input.source,
                                             input.source_id,
                                             std::string(name(input.result)),
                                             input.note.value_or(""),
                                             record_of(*assessment)};
    return std::vector{draft_by(caller, scene.node, EntryType::inspection_compared, to_text(id),
                                to_json(compared).get_object())};
  });
}

Result<InspectionView> Inspections::decide(const ports::Caller& caller, FormalityId id, const Decide& input,
                                           const Request& request) const {
  const Done allowed = may(caller, access::Action::decide).and_then([&] { return check_texts(input); });
  if (!allowed) return pass_on(allowed);
  const crossings::DecisionInput decision{input.outcome, input.reasons.value_or(std::vector<std::string>{}),
                                          input.note.value_or(""), input.days_granted};
  const Date on = parts_.clock.local_date(parts_.clock.now());
  // What the act makes of the row, so that it need not be read again.
  std::optional<ports::InspectionRow> row;
  const auto act = [&](const Scene& scene) -> Result<std::vector<journal::Draft>> {
    const auto context = context_of(parts_, scene);
    if (!context) return pass_on(context);
    const Done may_be = may_decide(*context, decision, parts_.rules.refusal);
    if (!may_be) return pass_on(may_be);
    const Desk desk{parts_, caller, scene.now, scene.node};
    if (decision.outcome == crossings::Outcome::refuse) return refusal_proposal(desk, id, decision);
    const Done stands = decision.outcome == crossings::Outcome::admit ? no_crossing_since(scene) : Done{};
    if (!stands) return pass_on(stands);
    const ports::InspectionDecided decided{id,
                                           std::string(name(decision.outcome)),
                                           decision.reasons,
                                           decision.note,
                                           input.purpose.value_or(""),
                                           decision.days_granted,
                                           on};
    std::vector drafts{draft_by(caller, scene.node, EntryType::inspection_decided, to_text(id),
                                to_json(decided).get_object())};
    if (decision.outcome == crossings::Outcome::refer) drafts.push_back(case_of_referral(desk, id, decision));
    row = decided_row(scene.row, decided, caller);
    return drafts;
  };
  const auto receipt = record_act(parts_, caller, id, request, act);
  if (!receipt) return pass_on(receipt);
  if (!row) return view_of(parts_, caller, id);
  row->decision->at = receipt->recorded_at;
  return view_of(parts_, caller, *row);
}

Result<InspectionView> Inspections::request_asylum(const ports::Caller& caller, FormalityId id,
                                                   const RequestAsylum& input, const Request& request) const {
  const std::string note = input.note.value_or("");
  const Done allowed = may(caller, access::Action::inspect).and_then([&] {
    return ports::check_officer_text(note, kNoteBytesMax);
  });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) {
    return asylum_request({parts_, caller, scene.now, scene.node}, scene.row, note);
  });
}

Result<InspectionView> Inspections::record_person(const ports::Caller& caller, FormalityId id,
                                                  const RecordPerson& input) const {
  const Done allowed =
      may(caller, access::Action::inspect).and_then([&] { return check_person(input, parts_.rules); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, {}, [&](const Scene& scene) -> Result<std::vector<journal::Draft>> {
    if (scene.row.decision) return fail(ErrorKind::conflict, "already_decided");
    const auto recorded = person_recorded(parts_, scene.now, scene.node, scene.row, input);
    if (!recorded) return pass_on(recorded);
    return std::vector{draft_by(caller, scene.node, EntryType::inspection_person_stated, to_text(id),
                                to_json(*recorded).get_object())};
  });
}

Result<InspectionView> Inspections::record_details(const ports::Caller& caller, FormalityId id,
                                                   const RecordDetails& input) const {
  const Done allowed =
      may(caller, access::Action::inspect).and_then([&] { return check_details(input.details); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, {}, [&](const Scene& scene) -> Result<std::vector<journal::Draft>> {
    const ports::InspectionDetailed detailed{id, input.details};
    return std::vector{draft_by(caller, scene.node, EntryType::inspection_detailed, to_text(id),
                                to_json(detailed).get_object())};
  });
}

Result<InspectionView> Inspections::take_back(const ports::Caller& caller, FormalityId id,
                                              const Request& request) const {
  const Done allowed = may(caller, access::Action::take_back);
  if (!allowed) return pass_on(allowed);
  const Instant now = parts_.clock.now();
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<std::vector<journal::Draft>> {
    if (!scene.row.decision) return fail(ErrorKind::conflict, "not_decided");
    const ports::DecisionRow& decision = *scene.row.decision;
    const Done may_be = crossings::may_take_back(decision.at, decision.officer_id == caller.officer_id, now);
    if (!may_be) return pass_on(may_be);
    const ports::InspectionVoided voided{id, "taken_back"};
    auto drafts = case_after_take_back(caller, scene.now, scene.node, id);
    if (!drafts) return drafts;
    drafts->insert(drafts->begin(), draft_by(caller, scene.node, EntryType::inspection_voided, to_text(id),
                                             to_json(voided).get_object()));
    return drafts;
  });
}

Result<std::vector<ports::CrossingRow>> Inspections::history(const ports::Caller& caller, TravellerId id,
                                                             int limit) const {
  ports::AccessMade look{"history", to_text(id), id, 0, false};
  const Done allowed =
      or_record_refusal(may(caller, access::Action::read_history), parts_.recorder, caller, look);
  if (!allowed) return pass_on(allowed);
  const auto person = travellers::person_of(parts_.records.travellers(), id);
  if (!person) return pass_on(person);
  auto history = travellers::history_of(parts_.records, *person, std::clamp(limit, 1, kHistoryMax));
  if (!history) return history;
  look.records = std::ssize(*history);
  const Done recorded = record_access(parts_.recorder, caller, look);
  if (!recorded) return pass_on(recorded);
  return history;
}

}  // namespace cardea::inspection
