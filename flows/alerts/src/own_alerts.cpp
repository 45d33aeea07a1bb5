#include "cardea/alerts/own_alerts.hpp"

#include <algorithm>
#include <functional>

#include "cardea/access/two_person.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/access_log.hpp"
#include "common.hpp"
#include "earlier.hpp"

namespace cardea::alerts {
namespace {

using access::Action;
using journal::EntryType;
using watchlist::AlertAct;
using watchlist::AlertState;
using Drafts = std::vector<journal::Draft>;

constexpr int kShownMax = 500;
constexpr std::int64_t kSecondsPerHour = 3600;

AlertDraft draft_of(const ports::OwnAlertRow& row) {
  const auto alert = from_json<watchlist::Alert>(row.alert);
  if (!alert) return {};
  AlertDraft draft;
  draft.reason = row.reason;
  draft.owner = alert->owner;
  draft.legal_basis = alert->legal_basis;
  draft.action = name(alert->action);
  for (const auto& alias : alert->names) draft.names.push_back(alias.name);
  if (!alert->birth_dates.empty()) draft.birth_date = to_text(alert->birth_dates.front().date);
  if (!alert->nationalities.empty()) draft.nationality = alert->nationalities.front();
  if (alert->sex != people::Sex::unspecified) draft.sex = name(alert->sex);
  if (!alert->documents.empty()) {
    draft.document_number = alert->documents.front().number;
    draft.document_issuer = alert->documents.front().issuer;
  }
  draft.warnings = alert->warnings;
  draft.remarks = alert->remarks;
  draft.review_on = alert->review_on.value_or(draft.review_on);
  draft.expires_on = alert->expires_on.value_or(draft.expires_on);
  return draft;
}

void add_identifiers(const AlertDraft& input, watchlist::Alert& alert) {
  for (const std::string& each : input.names) {
    const auto quality =
        alert.names.empty() ? watchlist::AliasQuality::primary : watchlist::AliasQuality::strong;
    if (!each.empty()) alert.names.push_back({each, "", "", "", quality});
  }
  if (!input.nationality.empty()) alert.nationalities.push_back(input.nationality);
  if (!input.document_number.empty()) {
    alert.documents.push_back({"passport", input.document_number, input.document_issuer, ""});
  }
}

Result<watchlist::Alert> alert_of(OwnAlertId id, const AlertDraft& input) {
  watchlist::Alert alert;
  alert.source = ports::kOwnAlerts;
  alert.source_id = to_text(id);
  alert.category = input.reason;
  alert.owner = input.owner;
  alert.legal_basis = input.legal_basis;
  if (!parse(input.action, alert.action)) return fail(ErrorKind::malformed, "alert_action_unknown");
  add_identifiers(input, alert);
  if (!input.birth_date.empty()) {
    const auto date = parse_partial_date(input.birth_date);
    if (!date) return fail(ErrorKind::malformed, "alert_birth_date_invalid");
    alert.birth_dates.push_back({*date, false, {}});
  }
  if (!input.sex.empty() && !parse(input.sex, alert.sex))
    return fail(ErrorKind::malformed, "alert_sex_unknown");
  alert.warnings = input.warnings;
  alert.remarks = input.remarks;
  alert.review_on = input.review_on;
  alert.expires_on = input.expires_on;
  return alert;
}

/// What an act works on, as it is on the writer at that moment.
struct Scene {
  const ports::Records& now;
  ports::NodeCreated node;
  std::optional<ports::OwnAlertRow> row;
  AlertState state = AlertState::draft;
};

using Act = std::function<Result<Drafts>(const Scene& scene)>;

AlertState state_now(const OwnAlertParts& parts, const ports::OwnAlertRow& row) {
  const Instant now = parts.clock.now();
  return state_at(standing_of(row), now, parts.clock.local_date(now));
}

OwnAlertView view_of(const OwnAlertParts& parts, const ports::Caller& caller, const ports::OwnAlertRow& row) {
  const AlertState state = state_now(parts, row);
  const bool open = state == AlertState::proposed || state == AlertState::emergency ||
                    state == AlertState::withdrawal_proposed;
  return {
      row.alert_id,   std::string(name(state)), draft_of(row),   row.drafted_by,
      row.drafted_at, row.proposed_by,          row.proposed_at, row.lapses_at,
      row.note,       row.approved_by,          row.changed_at,  open && row.proposed_by != actor_of(caller)};
}

Result<OwnAlertView> perform(const OwnAlertParts& parts, const ports::Caller& caller, OwnAlertId id,
                             AlertAct what, const Act& act) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    auto row = now.alerts().find_own_alert(id);
    if (!row) return pass_on(row);
    Scene scene{now, *std::move(node), *std::move(row), AlertState::draft};
    if (!scene.row && what != AlertAct::edit && what != AlertAct::raise) {
      return fail(ErrorKind::not_found, "alert_unknown");
    }
    if (scene.row) scene.state = state_now(parts, *scene.row);
    const auto next = next_state(scene.state, what);
    if (!next) return pass_on(next);
    auto drafts = act(scene);
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  const auto row = parts.records.alerts().find_own_alert(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "alert_unknown");
  return view_of(parts, caller, **row);
}

template <class Payload>
journal::Draft entry(const ports::Caller& caller, const Scene& scene, EntryType type, OwnAlertId id,
                     const Payload& payload) {
  return draft_by(caller, scene.node, type, to_text(id), to_json(payload).get_object());
}

journal::Draft published(const ports::Caller& caller, const Scene& scene, const std::string& source_id,
                         const std::string& digest, const json::object& alert) {
  const ports::AlertRecorded recorded{ports::kOwnAlerts, source_id, digest, alert};
  return draft_by(caller, scene.node, EntryType::alert_published, recorded.source + "/" + source_id,
                  to_json(recorded).get_object());
}

journal::Draft withdrawn(const ports::Caller& caller, const Scene& scene, OwnAlertId id) {
  const ports::AlertWithdrawn gone{ports::kOwnAlerts, to_text(id)};
  return draft_by(caller, scene.node, EntryType::alert_withdrawn, gone.source + "/" + gone.source_id,
                  to_json(gone).get_object());
}

Done second_person(const OwnAlertParts& parts, const ports::Caller& caller, const ports::OwnAlertRow& row,
                   std::string_view typed) {
  const std::string record = to_text(row.alert_id);
  const Instant at = row.proposed_at.value_or(row.drafted_at);
  return access::may_approve({record, row.proposed_by, at}, actor_of(caller), parts.clock.now(), typed);
}

using Earlier = std::vector<ports::HitFoundLater>;

/// Searched for before the writer is asked: it takes a while.
Earlier earlier_of(const OwnAlertParts& parts, OwnAlertId id) {
  const auto row = parts.records.alerts().find_own_alert(id);
  if (!row || !row->has_value() || (*row)->state != "proposed") return {};
  return hits_on_earlier(parts, (*row)->alert, (*row)->digest);
}

void add_earlier(const ports::Caller& caller, const Scene& scene, const Earlier& earlier,
                 const std::string& digest, Drafts& drafts) {
  for (const ports::HitFoundLater& found : earlier) {
    if (found.hit.digest != digest) continue;
    drafts.push_back(draft_by(caller, scene.node, EntryType::hit_found_later, to_text(found.hit.hit_id),
                              to_json(found).get_object()));
  }
}

Result<ports::OwnAlertDrafted> drafted_of(const OwnAlertParts& parts, OwnAlertId id,
                                          const AlertDraft& input) {
  const auto alert = alert_of(id, input);
  if (!alert) return pass_on(alert);
  const Date today = parts.clock.local_date(parts.clock.now());
  if (const Done checked = check_own(*alert, input.reason, parts.rules, today); !checked)
    return pass_on(checked);
  return ports::OwnAlertDrafted{id, input.reason, to_hex(digest_of(*alert)), to_json(*alert).get_object()};
}

Result<std::vector<OwnAlertView>> read_all(const OwnAlertParts& parts, const ports::Caller& caller) {
  const auto rows = parts.records.alerts().own_alerts(kShownMax);
  if (!rows) return pass_on(rows);
  const Done recorded =
      record_access(parts.recorder, caller, {"own_alerts", ports::kOwnAlerts, {}, std::ssize(*rows), false});
  if (!recorded) return pass_on(recorded);
  std::vector<OwnAlertView> views;
  for (const auto& row : *rows) views.push_back(view_of(parts, caller, row));
  return views;
}

}  // namespace

watchlist::AlertStanding standing_of(const ports::OwnAlertRow& row) {
  watchlist::AlertStanding standing;
  static_cast<void>(parse(row.state, standing.stored));
  standing.lapses_at = row.lapses_at;
  if (const auto alert = from_json<watchlist::Alert>(row.alert)) {
    standing.review_on = alert->review_on;
    standing.expires_on = alert->expires_on;
  }
  return standing;
}

Result<std::vector<OwnAlertView>> OwnAlerts::list(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, Action::read_alerts); !allowed) return pass_on(allowed);
  return read_all(parts_, caller);
}

Result<std::vector<OwnAlertView>> OwnAlerts::emergencies(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, Action::raise_emergency_alert); !allowed) return pass_on(allowed);
  auto views = read_all(parts_, caller);
  if (views) std::erase_if(*views, [](const OwnAlertView& view) { return view.state != "emergency"; });
  return views;
}

Result<OwnAlertView> OwnAlerts::draft(const ports::Caller& caller, OwnAlertId id,
                                      const AlertDraft& input) const {
  if (const Done allowed = may(caller, Action::draft_alerts); !allowed) return pass_on(allowed);
  const auto drafted = drafted_of(parts_, id, input);
  if (!drafted) return pass_on(drafted);
  return perform(parts_, caller, id, AlertAct::edit, [&](const Scene& scene) -> Result<Drafts> {
    if (scene.row && scene.row->digest == drafted->digest && scene.row->state == "draft") return Drafts{};
    return Drafts{entry(caller, scene, EntryType::alert_drafted, id, *drafted)};
  });
}

Result<OwnAlertView> OwnAlerts::raise(const ports::Caller& caller, OwnAlertId id,
                                      const EmergencyAlert& input) const {
  if (const Done allowed = may(caller, Action::raise_emergency_alert); !allowed) return pass_on(allowed);
  if (const Done said = check_note(input.note); !said) return pass_on(said);
  const auto drafted = drafted_of(parts_, id, input.alert);
  if (!drafted) return pass_on(drafted);
  const Instant until = plus_seconds(parts_.clock.now(), parts_.rules.emergency_hours * kSecondsPerHour);
  const Earlier earlier = hits_on_earlier(parts_, drafted->alert, drafted->digest);
  return perform(parts_, caller, id, AlertAct::raise, [&](const Scene& scene) -> Result<Drafts> {
    Drafts drafts{
        entry(caller, scene, EntryType::alert_drafted, id, *drafted),
        entry(caller, scene, EntryType::alert_raised, id, ports::OwnAlertRaised{id, input.note, until}),
        published(caller, scene, to_text(id), drafted->digest, drafted->alert)};
    add_earlier(caller, scene, earlier, drafted->digest, drafts);
    return drafts;
  });
}

Result<OwnAlertView> OwnAlerts::propose(const ports::Caller& caller, OwnAlertId id,
                                        std::string_view note) const {
  if (const Done allowed = may(caller, Action::draft_alerts); !allowed) return pass_on(allowed);
  const Instant lapses = plus_seconds(parts_.clock.now(), access::kProposalSecondsMax);
  return perform(parts_, caller, id, AlertAct::propose, [&](const Scene& scene) -> Result<Drafts> {
    return Drafts{entry(caller, scene, EntryType::alert_proposed, id,
                        ports::OwnAlertProposed{id, std::string(note), lapses})};
  });
}

Result<OwnAlertView> OwnAlerts::approve(const ports::Caller& caller, OwnAlertId id,
                                        std::string_view typed) const {
  if (const Done allowed = may(caller, Action::approve_alerts); !allowed) return pass_on(allowed);
  const Earlier earlier = earlier_of(parts_, id);
  return perform(parts_, caller, id, AlertAct::approve, [&](const Scene& scene) -> Result<Drafts> {
    const ports::OwnAlertRow& row = *scene.row;
    if (const Done second = second_person(parts_, caller, row, typed); !second) return pass_on(second);
    Drafts drafts{
        entry(caller, scene, EntryType::alert_approved, id, ports::OwnAlertApproved{id, row.digest}),
        published(caller, scene, to_text(id), row.digest, row.alert)};
    // An emergency was searched for when it was raised.
    add_earlier(caller, scene, earlier, row.digest, drafts);
    return drafts;
  });
}

Result<OwnAlertView> OwnAlerts::send_back(const ports::Caller& caller, OwnAlertId id,
                                          std::string_view note) const {
  if (const Done allowed = may(caller, Action::approve_alerts); !allowed) return pass_on(allowed);
  if (const Done said = check_note(note); !said) return pass_on(said);
  return perform(parts_, caller, id, AlertAct::send_back, [&](const Scene& scene) -> Result<Drafts> {
    const auto next = next_state(scene.state, AlertAct::send_back);
    if (!next) return pass_on(next);
    Drafts drafts{entry(caller, scene, EntryType::alert_returned, id,
                        ports::OwnAlertReturned{id, std::string(note), std::string(name(*next))})};
    if (scene.state == AlertState::emergency) drafts.push_back(withdrawn(caller, scene, id));
    return drafts;
  });
}

Result<OwnAlertView> OwnAlerts::propose_withdrawal(const ports::Caller& caller, OwnAlertId id,
                                                   std::string_view note) const {
  if (const Done allowed = may(caller, Action::draft_alerts); !allowed) return pass_on(allowed);
  if (const Done said = check_note(note); !said) return pass_on(said);
  const Instant lapses = plus_seconds(parts_.clock.now(), access::kProposalSecondsMax);
  return perform(parts_, caller, id, AlertAct::propose_withdrawal, [&](const Scene& scene) -> Result<Drafts> {
    return Drafts{entry(caller, scene, EntryType::alert_withdrawal_proposed, id,
                        ports::OwnAlertProposed{id, std::string(note), lapses})};
  });
}

Result<OwnAlertView> OwnAlerts::approve_withdrawal(const ports::Caller& caller, OwnAlertId id,
                                                   std::string_view typed) const {
  if (const Done allowed = may(caller, Action::approve_alerts); !allowed) return pass_on(allowed);
  return perform(parts_, caller, id, AlertAct::approve_withdrawal, [&](const Scene& scene) -> Result<Drafts> {
    if (const Done second = second_person(parts_, caller, *scene.row, typed); !second) return pass_on(second);
    return Drafts{withdrawn(caller, scene, id)};
  });
}

Result<DryRun> OwnAlerts::dry_run(const ports::Caller& caller, OwnAlertId id) const {
  if (const Done allowed = may(caller, Action::read_alerts); !allowed) return pass_on(allowed);
  const auto row = parts_.records.alerts().find_own_alert(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "alert_unknown");
  auto tried = tried_on_earlier(parts_, **row);
  if (!tried) return tried;
  const Done recorded =
      record_access(parts_.recorder, caller, {"dry_run", to_text(id), {}, tried->inspections, false});
  if (!recorded) return pass_on(recorded);
  return tried;
}

}  // namespace cardea::alerts
