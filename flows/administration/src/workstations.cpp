// Workstations: announced by an administrator, enrolled at the machine with a one-time code, closed.
#include <algorithm>

#include "cardea/administration/organisation.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "common.hpp"
#include "rights.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr std::int64_t kCodeSeconds = 60 * 60;
constexpr std::size_t kNameMax = 100;

WorkstationView view_of(const ports::WorkstationRow& row) {
  const std::string_view state = row.closed_at ? "closed" : row.enrolled_at ? "enrolled" : "announced";
  return {row.workstation_id, row.name, row.lane, std::string(state), row.announced_at};
}

Done check_workstation(const ports::NodeCreated& node, std::string_view station_name, std::string_view lane) {
  const bool control =
      std::ranges::any_of(station_name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  const bool length = !trim(station_name).empty() && station_name.size() <= kNameMax;
  if (!length || control || !is_valid_utf8(station_name)) {
    return fail(ErrorKind::malformed, "workstation_name_invalid");
  }
  const bool known = lane.empty() || std::ranges::find(node.lanes, lane) != node.lanes.end();
  return known ? Done{} : Done{fail(ErrorKind::malformed, "lane_unknown")};
}

Result<ports::WorkstationRow> the_workstation(const ports::Records& records, WorkstationId id) {
  auto row = records.organisation().find_workstation(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "workstation_unknown");
  return **std::move(row);
}

/// The machine speaks for itself: nobody is signed in yet.
journal::Draft enrolled_draft(const ports::NodeCreated& node, WorkstationId id) {
  const ports::WorkstationEnrolled enrolled{id};
  auto draft = draft_by(ports::operator_at_console(), node, EntryType::workstation_enrolled, to_text(id),
                        to_json(enrolled).get_object());
  draft.actor.officer = "node";
  return draft;
}

}  // namespace

Result<std::vector<WorkstationView>> Organisation::workstations(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, access::Action::manage_organisation); !allowed)
    return pass_on(allowed);
  const auto rows = parts_.records.organisation().workstations();
  if (!rows) return pass_on(rows);
  std::vector<WorkstationView> views;
  for (const ports::WorkstationRow& row : *rows) views.push_back(view_of(row));
  return views;
}

Result<NewWorkstation> Organisation::announce_workstation(const ports::Caller& caller,
                                                          std::string_view station_name,
                                                          std::string_view lane) const {
  if (const Done allowed = may(caller, access::Action::manage_organisation); !allowed)
    return pass_on(allowed);
  const auto id = parts_.ids.make<WorkstationId>();
  SecretText code = new_code(parts_.random);
  const Instant at = parts_.clock.now();
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    if (const Done fits = check_workstation(*node, station_name, lane); !fits) return pass_on(fits);
    const ports::WorkstationAnnounced announced{id, std::string(station_name), std::string(lane)};
    ports::Outcome outcome;
    outcome.drafts = {draft_by(caller, *node, EntryType::workstation_announced, to_text(id),
                               to_json(announced).get_object())};
    outcome.service.set_workstation_secret = {
        id, code_digest(code.reveal()), plus_seconds(at, kCodeSeconds), {}};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  const auto row = the_workstation(parts_.records, id);
  if (!row) return pass_on(row);
  return NewWorkstation{view_of(*row), std::move(code)};
}

Result<EnrolledWorkstation> Organisation::enrol_workstation(const SecretText& code) const {
  SecretText token = new_token(parts_.random);
  std::optional<ports::WorkstationRow> enrolled;
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto row = now.organisation().workstation_with_code(code_digest(code.reveal()), parts_.clock.now());
    if (!row) return pass_on(row);
    if (!row->has_value()) return fail(ErrorKind::forbidden, "workstation_code_wrong");
    enrolled = **row;
    enrolled->enrolled_at = parts_.clock.now();
    ports::Outcome outcome;
    outcome.drafts = {enrolled_draft(*node, enrolled->workstation_id)};
    outcome.service.set_workstation_secret = {enrolled->workstation_id, {}, {}, sha256(token.reveal())};
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return EnrolledWorkstation{view_of(*enrolled), std::move(token)};
}

Result<WorkstationView> Organisation::this_workstation(const SecretText& token) const {
  const auto row = parts_.records.organisation().workstation_with_token(sha256(token.reveal()));
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "workstation_unknown");
  return view_of(**row);
}

Result<WorkstationView> Organisation::close_workstation(const ports::Caller& caller, WorkstationId id,
                                                        std::string_view reason) const {
  const Done allowed =
      may(caller, access::Action::manage_organisation).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto row = the_workstation(now, id);
    if (!row) return pass_on(row);
    if (row->closed_at) return fail(ErrorKind::conflict, "workstation_closed");
    const ports::WorkstationClosed closed{id, std::string(reason)};
    ports::Outcome outcome;
    outcome.drafts = {
        draft_by(caller, *node, EntryType::workstation_closed, to_text(id), to_json(closed).get_object())};
    outcome.service.remove_workstation_secret = id;
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  const auto row = the_workstation(parts_.records, id);
  if (!row) return pass_on(row);
  return view_of(*row);
}

}  // namespace cardea::administration
