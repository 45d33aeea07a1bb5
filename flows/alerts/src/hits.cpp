#include "cardea/alerts/hits.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "cardea/access/two_person.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/guidance.hpp"
#include "cardea/watchlist/hits.hpp"
#include "common.hpp"

namespace cardea::alerts {
namespace {

using access::Action;
using journal::EntryType;
using watchlist::HitState;
using Drafts = std::vector<journal::Draft>;

constexpr int kShownMax = 500;
constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
constexpr std::size_t kFieldBytesMax = 2000;
constexpr std::array<std::string_view, 8> kFormFields{"place",       "time",       "reason", "route",
                                                      "destination", "companions", "items",  "circumstances"};

HitState state_of(const ports::HitRow& row) {
  HitState state{};
  static_cast<void>(parse(row.state, state));
  return row.closed_at ? HitState::closed : state;
}

std::vector<std::string> filled_fields(const json::object& form) {
  std::vector<std::string> filled;
  for (const auto& [field, value] : form) {
    if (value.is_string() && !value.get_string().empty()) filled.emplace_back(field);
  }
  return filled;
}

std::vector<std::string> missing_of(const watchlist::ActionRule& rule, const ports::HitRow& row) {
  return watchlist::missing_fields(rule.form, filled_fields(row.form));
}

HitCard card_of(const ports::HitRow& row, const watchlist::AlertRules& rules) {
  const watchlist::ActionRule& rule = rule_of(rules, row.hit.action);
  HitCard card{row.hit.hit_id,        row.inspection_id,
               row.traveller_id,      row.hit.source,
               row.hit.source_id,     row.hit.matched_name,
               row.hit.category,      row.hit.action,
               row.hit.owner,         row.hit.stage,
               row.hit.percent,       std::string(name(state_of(row))),
               row.found_later,       rule.handling,
               rule.priority,         rule.steps,
               missing_of(rule, row), row.form,
               rule.legal_source,     row.raised_at,
               row.judged_at,         {},
               row.judged_by,         row.note,
               row.closing_by,        row.closed_at,
               row.delivered_at,      row.opened_at,
               row.acted_at,          row.answer};
  if (row.judged_at && !row.hit.cleared) {
    card.judged_after_s = (row.judged_at->us - row.raised_at.us) / kMicrosecondsPerSecond;
  }
  return card;
}

Result<ports::HitRow> the_hit(const ports::Records& records, HitId id) {
  auto row = records.alerts().find_hit(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "hit_unknown");
  return **std::move(row);
}

struct Scene {
  const ports::Records& now;
  ports::NodeCreated node;
  ports::HitRow row;
};

using Act = std::function<Result<Drafts>(const Scene& scene)>;

Result<HitCard> perform(const HitParts& parts, HitId id, const Act& act) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    auto row = the_hit(now, id);
    if (!row) return pass_on(row);
    if (row->closed_at) return fail(ErrorKind::conflict, "hit_closed");
    auto drafts = act({now, *std::move(node), *std::move(row)});
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  const auto row = the_hit(parts.records, id);
  if (!row) return pass_on(row);
  return card_of(*row, parts.rules);
}

template <class Payload>
Drafts entry(const ports::Caller& caller, const Scene& scene, EntryType type, const Payload& payload) {
  return {draft_by(caller, scene.node, type, to_text(scene.row.hit.hit_id), to_json(payload).get_object())};
}

Done certified(const HitParts& parts, const ports::Caller& caller, const Scene& scene) {
  return ports::certified(scene.now, caller, "hit_handling", parts.clock.local_date(parts.clock.now()));
}

Done closable(const HitParts& parts, const ports::Caller& caller, const Scene& scene) {
  const ports::HitRow& row = scene.row;
  const Instant at = parts.clock.now();
  return watchlist::may_close(state_of(row), missing_of(rule_of(parts.rules, row.hit.action), row))
      .and_then([&] { return certified(parts, caller, scene); })
      .and_then([&] {
        return ports::steps_done(scene.now, ports::guided_hit(to_text(row.hit.hit_id), row.hit.action),
                                 {at, parts.clock.local_date(at)});
      });
}

void sort_by_urgency(std::vector<HitCard>& cards) {
  std::ranges::stable_sort(cards, {}, [](const HitCard& card) {
    return std::tuple(card.closed_at.has_value(), card.judged_at.has_value(), card.priority, card.raised_at);
  });
}

Done mark_delivered(const HitParts& parts, const ports::Caller& caller, const std::vector<HitCard>& cards) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    ports::Outcome outcome;
    for (const HitCard& card : cards) {
      const auto row = the_hit(now, card.id);
      if (!row) return pass_on(row);
      if (row->delivered_at) continue;
      outcome.drafts.push_back(draft_by(caller, *node, EntryType::hit_receipted, to_text(card.id),
                                        to_json(ports::HitReceipted{card.id, "delivered", ""}).get_object()));
    }
    return outcome;
  });
  if (!receipt) return pass_on(receipt);
  return {};
}

}  // namespace

bool is_form_field(std::string_view field) {
  return std::ranges::find(kFormFields, field) != kFormFields.end();
}

Done check_form(const json::object& form) {
  for (const auto& [field, value] : form) {
    if (!is_form_field(field)) return fail(ErrorKind::malformed, "form_field_unknown");
    const bool text = value.is_string() && value.get_string().size() <= kFieldBytesMax;
    if (!text) return fail(ErrorKind::malformed, "form_field_not_text");
  }
  return {};
}

Result<std::vector<HitCard>> Hits::list(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, Action::handle_hits); !allowed) return pass_on(allowed);
  const auto rows = parts_.records.alerts().hits(kShownMax);
  if (!rows) return pass_on(rows);
  const Done recorded =
      record_access(parts_.recorder, caller, {"hits", "hits", {}, std::ssize(*rows), false});
  if (!recorded) return pass_on(recorded);
  std::vector<HitCard> cards;
  for (const auto& row : *rows) cards.push_back(card_of(row, parts_.rules));
  sort_by_urgency(cards);
  return cards;
}

Result<HitCard> Hits::judge(const ports::Caller& caller, HitId id, std::string_view state,
                            std::string_view note) const {
  if (const Done allowed = may(caller, Action::handle_hits); !allowed) return pass_on(allowed);
  HitState judgement{};
  if (!parse(state, judgement)) return fail(ErrorKind::malformed, "judgement_unknown");
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    if (const Done may_be = certified(parts_, caller, scene); !may_be) return pass_on(may_be);
    const auto judged = watchlist::judge(state_of(scene.row), judgement);
    if (!judged) return pass_on(judged);
    return entry(caller, scene, EntryType::hit_judged,
                 ports::HitJudged{id, std::string(name(*judged)), std::string(note)});
  });
}

Result<HitCard> Hits::fill_form(const ports::Caller& caller, HitId id, const json::object& form) const {
  if (const Done allowed = may(caller, Action::handle_hits); !allowed) return pass_on(allowed);
  if (const Done checked = check_form(form); !checked) return pass_on(checked);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    return entry(caller, scene, EntryType::hit_form_filled, ports::HitFormFilled{id, form});
  });
}

Result<HitCard> Hits::propose_closing(const ports::Caller& caller, HitId id) const {
  if (const Done allowed = may(caller, Action::handle_hits); !allowed) return pass_on(allowed);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    if (const Done may_be = closable(parts_, caller, scene); !may_be) return pass_on(may_be);
    return entry(caller, scene, EntryType::hit_closing_proposed, ports::HitNoted{id, ""});
  });
}

Result<HitCard> Hits::close(const ports::Caller& caller, HitId id, std::string_view typed) const {
  if (const Done allowed = may(caller, Action::handle_hits); !allowed) return pass_on(allowed);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    if (!scene.row.closing_at) return fail(ErrorKind::conflict, "closing_not_proposed");
    if (const Done may_be = closable(parts_, caller, scene); !may_be) return pass_on(may_be);
    const std::string record = to_text(id);
    const Done second = access::may_approve({record, scene.row.closing_by, *scene.row.closing_at},
                                            actor_of(caller), parts_.clock.now(), typed);
    if (!second) return pass_on(second);
    return entry(caller, scene, EntryType::hit_closed, ports::HitNoted{id, ""});
  });
}

Result<std::vector<HitCard>> Hits::owner_inbox(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, Action::read_alerts); !allowed) return pass_on(allowed);
  const auto rows = parts_.records.alerts().hits(kShownMax);
  if (!rows) return pass_on(rows);
  const Done recorded =
      record_access(parts_.recorder, caller, {"hits", "owner", {}, std::ssize(*rows), false});
  if (!recorded) return pass_on(recorded);
  std::vector<HitCard> cards;
  for (const auto& row : *rows) {
    if (row.state == "confirmed") cards.push_back(card_of(row, parts_.rules));
  }
  if (const Done marked = mark_delivered(parts_, caller, cards); !marked) return pass_on(marked);
  std::ranges::stable_sort(
      cards, {}, [](const HitCard& card) { return std::tuple(card.acted_at.has_value(), card.raised_at); });
  return cards;
}

Result<HitCard> Hits::receipt(const ports::Caller& caller, HitId id, std::string_view receipt,
                              std::string_view note) const {
  if (const Done allowed = may(caller, Action::read_alerts); !allowed) return pass_on(allowed);
  if (receipt != "opened" && receipt != "acted") return fail(ErrorKind::malformed, "receipt_unknown");
  if (const Done said = receipt == "acted" ? check_note(note) : Done{}; !said) return pass_on(said);
  return perform(parts_, id, [&](const Scene& scene) -> Result<Drafts> {
    if (scene.row.state != "confirmed") return fail(ErrorKind::conflict, "hit_not_confirmed");
    return entry(caller, scene, EntryType::hit_receipted,
                 ports::HitReceipted{id, std::string(receipt), std::string(note)});
  });
}

}  // namespace cardea::alerts
