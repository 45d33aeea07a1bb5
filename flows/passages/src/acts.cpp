// Opening a passage, describing it, saying who is what in it, and letting it go.
#include <algorithm>

#include "cardea/conveyances/plate.hpp"
#include "cardea/conveyances/words.hpp"
#include "cardea/journal/catalogue.hpp"
#include "common.hpp"

namespace cardea::passages {
namespace {

using journal::EntryType;

Failure malformed(std::string_view reason) { return fail(ErrorKind::malformed, reason); }

Done check_texts(std::initializer_list<std::optional<std::string>> texts, std::size_t bytes_max) {
  for (const auto& text : texts) {
    if (!text) continue;
    if (const Done good = ports::check_officer_text(*text, bytes_max); !good) return good;
  }
  return {};
}

// Plates carry alpha-3 here; the table of issuers has Germany as `D`.
Done check_state(const Parts& parts, const std::string& state) {
  if (state.empty()) return {};
  const documents::IssuerCode* code = parts.issuers.find(state == "DEU" ? "D" : state);
  constexpr std::size_t kAlpha3 = 3;
  const bool known =
      code != nullptr && state.size() == kAlpha3 &&
      (code->kind == documents::IssuerKind::state || code->kind == documents::IssuerKind::specimen);
  return known ? Done{} : Done{malformed("registration_state_unknown")};
}

Result<std::optional<ports::VehicleRecord>> vehicle_of(const Parts& parts, std::string_view kind,
                                                       const std::optional<VehicleInput>& input) {
  if (!input) return std::nullopt;
  if (!conveyances::has_vehicle(kind)) return malformed("vehicle_not_expected");
  const Done texts = check_texts(
      {input->plate, input->state, input->make, input->colour, input->trailer_plate}, kWordBytesMax);
  if (!texts) return pass_on(texts);
  auto plate = conveyances::normalised_plate(input->plate);
  if (!plate) return pass_on(plate);
  const std::string trailer = input->trailer_plate.value_or("");
  if (!trailer.empty()) {
    if (const auto read = conveyances::normalised_plate(trailer); !read) return pass_on(read);
  }
  const std::string state = input->state.value_or("");
  if (const Done known = check_state(parts, state); !known) return pass_on(known);
  return ports::VehicleRecord{
      input->plate, *std::move(plate), state, input->make.value_or(""), input->colour.value_or(""), trailer};
}

Result<ports::PassageDescribed> described_of(const Parts& parts, PassageId id, std::string_view kind,
                                             std::optional<int> head_count,
                                             const std::optional<VehicleInput>& vehicle) {
  constexpr int kHeadsMax = 9999;
  if (head_count && (*head_count < 1 || *head_count > kHeadsMax)) return malformed("head_count_invalid");
  auto record = vehicle_of(parts, kind, vehicle);
  if (!record) return pass_on(record);
  return ports::PassageDescribed{id, head_count, *std::move(record)};
}

Result<std::string> lane_of(const ports::Caller& caller, const OpenPassage& input,
                            const ports::NodeCreated& node) {
  const std::string lane = input.lane.value_or(caller.lane);
  const bool known = std::ranges::find(node.lanes, lane) != node.lanes.end();
  if (lane.empty() || known) return lane;
  return malformed("lane_unknown");
}

/// What is recorded of a passage that comes.
struct Opened {
  ports::NodeCreated node;
  ports::PassageOpened passage;
  ports::PassageDescribed described;
};

Result<Opened> opened_of(const Parts& parts, const ports::Caller& caller, const OpenPassage& input) {
  if (!conveyances::is_word_of(conveyances::kPassageKinds, input.kind))
    return malformed("passage_kind_unknown");
  auto node = ports::made_node(parts.records);
  if (!node) return pass_on(node);
  auto lane = lane_of(caller, input, *node);
  if (!lane) return pass_on(lane);
  const auto id = parts.ids.make<PassageId>();
  auto described = described_of(parts, id, input.kind, input.head_count, input.vehicle);
  if (!described) return pass_on(described);
  ports::PassageOpened passage{id, input.kind, node->post, *std::move(lane),
                               std::string(name(input.direction))};
  return Opened{*std::move(node), std::move(passage), *std::move(described)};
}

Done check_note(const NoteOccupant& input) {
  if (!conveyances::is_word_of(conveyances::kOccupantRoles, input.role))
    return malformed("occupant_role_unknown");
  if (!conveyances::is_word_of(conveyances::kRelations, input.relation.value_or("")))
    return malformed("occupant_relation_unknown");
  const std::string explanation = input.explanation.value_or("");
  const bool known =
      explanation.empty() || conveyances::is_word_of(conveyances::kDifferenceReasons, explanation);
  return known ? Done{} : Done{malformed("difference_reason_unknown")};
}

bool has_line(const Scene& scene, std::int64_t line) {
  return std::ranges::find(scene.matches, line, &conveyances::LineMatch::line) != scene.matches.end();
}

Result<ports::OccupantNoted> noted_of(const Scene& scene, FormalityId inspection, const NoteOccupant& input) {
  const auto found = std::ranges::find(scene.occupants, inspection, &ports::OccupantRow::inspection_id);
  if (found == scene.occupants.end()) return fail(ErrorKind::not_found, "occupant_unknown");
  if (input.manifest_line && !has_line(scene, *input.manifest_line))
    return fail(ErrorKind::not_found, "manifest_line_unknown");
  ports::OccupantNoted noted{inspection,
                             scene.row.passage_id,
                             input.role,
                             input.relation.value_or(""),
                             input.taken_off.value_or(false),
                             input.manifest_line,
                             {},
                             input.explanation.value_or("")};
  if (input.manifest_line) noted.manifest_digest = scene.manifest->attached.digest;
  return noted;
}

ports::PassageReleased released_of(const Scene& scene, const conveyances::PassageFacts& facts,
                                   const ReleasePassage& input) {
  ports::PassageReleased released{scene.row.passage_id, facts.head_count.value_or(0), 0, 0,
                                  input.note.value_or("")};
  released.taken_off =
      static_cast<int>(std::ranges::count_if(facts.occupants, &conveyances::OccupantFacts::taken_off));
  released.expected_not_seen =
      std::ranges::count_if(scene.matches, [](const auto& match) { return !match.person; });
  return released;
}

std::string all_of(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

Result<std::optional<PassageId>> passage_of_repeat(const ports::Records& records, const ports::Caller& caller,
                                                   const ports::ActRequest& request) {
  const auto repeat = subject_of_repeat(records, caller, request);
  if (!repeat) return pass_on(repeat);
  if (!*repeat) return std::nullopt;
  const auto id = parse_id<PassageId>(**repeat);
  if (!id) return fail(ErrorKind::conflict, "idempotency_key_reused");
  return *id;
}

}  // namespace

Result<PassageView> Passages::open(const ports::Caller& caller, const OpenPassage& input,
                                   const ports::ActRequest& request) const {
  const Done allowed = may(caller, access::Action::inspect);
  if (!allowed) return pass_on(allowed);
  const auto opened = opened_of(parts_, caller, input);
  if (!opened) return pass_on(opened);
  PassageId id = opened->passage.passage_id;
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto repeat = passage_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) {
      id = **repeat;
      return ports::Outcome{};
    }
    const std::string subject = to_text(id);
    return ports::Outcome{
        {draft_of(caller, opened->node, EntryType::passage_opened, subject, opened->passage),
         draft_of(caller, opened->node, EntryType::passage_described, subject, opened->described)},
        mark_of(caller, request, subject),
        {}};
  });
  if (!receipt) return pass_on(receipt);
  return view_of(parts_, id);
}

Result<PassageView> Passages::describe(const ports::Caller& caller, PassageId id,
                                       const DescribePassage& input, const ports::ActRequest& request) const {
  const Done allowed = may(caller, access::Action::inspect);
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const auto described = described_of(parts_, id, scene.row.kind, input.head_count, input.vehicle);
    if (!described) return pass_on(described);
    return Drafts{draft_of(caller, scene.node, EntryType::passage_described, to_text(id), *described)};
  });
}

Result<PassageView> Passages::note_occupant(const ports::Caller& caller, PassageId id, FormalityId inspection,
                                            const NoteOccupant& input,
                                            const ports::ActRequest& request) const {
  const Done allowed = may(caller, access::Action::inspect).and_then([&] { return check_note(input); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const auto noted = noted_of(scene, inspection, input);
    if (!noted) return pass_on(noted);
    return Drafts{
        draft_of(caller, scene.node, EntryType::passage_occupant_noted, to_text(inspection), *noted)};
  });
}

Result<PassageView> Passages::explain_line(const ports::Caller& caller, PassageId id, std::int64_t line,
                                           const ExplainLine& input, const ports::ActRequest& request) const {
  const Done allowed =
      may(caller, access::Action::inspect).and_then([&] { return check_texts({input.note}, kNoteBytesMax); });
  if (!allowed) return pass_on(allowed);
  if (!conveyances::is_word_of(conveyances::kDifferenceReasons, input.reason))
    return malformed("difference_reason_unknown");
  const std::string note = input.note.value_or("");
  if (input.reason == "other" && note.empty()) return malformed("note_required");
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const bool unread = scene.manifest && std::ranges::find(scene.manifest->attached.quarantined, line,
                                                            &ports::QuarantinedRow::line) !=
                                              scene.manifest->attached.quarantined.end();
    if (!unread && !has_line(scene, line)) return fail(ErrorKind::not_found, "manifest_line_unknown");
    const ports::LineExplained explained{id, line, input.reason, note};
    return Drafts{draft_of(caller, scene.node, EntryType::passage_line_explained, to_text(id), explained)};
  });
}

Result<PassageView> Passages::release(const ports::Caller& caller, PassageId id, const ReleasePassage& input,
                                      const ports::ActRequest& request) const {
  const Done allowed =
      may(caller, access::Action::decide).and_then([&] { return check_texts({input.note}, kNoteBytesMax); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const conveyances::PassageFacts facts = facts_of(scene);
    const auto words = release_blocked_by(facts);
    if (!words.empty()) return fail(ErrorKind::conflict, words.front(), all_of(words));
    return Drafts{draft_of(caller, scene.node, EntryType::passage_released, to_text(id),
                           released_of(scene, facts, input))};
  });
}

}  // namespace cardea::passages
