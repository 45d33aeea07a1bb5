#include "rights.hpp"

#include <algorithm>

#include "cardea/access/two_person.hpp"
#include "cardea/access/unit.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr std::size_t kReasonBytesMax = 500;

std::optional<access::Grant> usable(const ports::GrantRow& row) {
  access::Role role{};
  if (!row.approved_at || row.ended_at || !parse(row.grant.role, role)) return std::nullopt;
  return access::Grant{role, row.grant.agency, row.grant.unit, row.grant.from, row.grant.until};
}

std::optional<access::Grant> usable(const ports::BreakGlassRow& row) {
  access::Role role{};
  if (row.outcome == "not_justified" || !parse(row.taken.role, role)) return std::nullopt;
  return access::Grant{role, row.taken.agency, row.taken.unit, row.taken.from, row.taken.until};
}

template <class Row>
void add_usable(const std::vector<Row>& rows, std::vector<access::Grant>& grants) {
  for (const Row& row : rows) {
    if (auto grant = usable(row)) grants.push_back(*std::move(grant));
  }
}

void leave_out(const std::vector<access::Role>& roles, ports::Caller& caller) {
  std::erase_if(caller.roles, [&](const std::string& word) {
    access::Role role{};
    return parse(word, role) && contains(roles, role);
  });
  std::erase_if(caller.grants, [&](const access::Grant& grant) { return contains(roles, grant.role); });
}

bool is_administrator(std::string_view role) { return role == name(access::Role::administrator); }

}  // namespace

Result<std::vector<access::Grant>> grants_of(const ports::Records& records, OfficerId officer) {
  const auto rows = records.organisation().grants_of(officer);
  if (!rows) return pass_on(rows);
  const auto emergencies = records.organisation().emergencies_of(officer);
  if (!emergencies) return pass_on(emergencies);
  std::vector<access::Grant> grants;
  add_usable(*rows, grants);
  add_usable(*emergencies, grants);
  return grants;
}

std::string_view state_of(const ports::GrantRow& row, Instant now) {
  if (row.ended_at) return "ended";
  if (!row.approved_at) {
    return now > plus_seconds(row.proposed_at, access::kProposalSecondsMax) ? "lapsed" : "proposed";
  }
  if (row.grant.until && *row.grant.until <= now) return "expired";
  return row.grant.from > now ? "not_begun" : "in_force";
}

bool holds_for_whole_node(const ports::GrantRow& row, Instant now) {
  return state_of(row, now) == "in_force" && row.grant.agency.empty() && row.grant.unit.empty() &&
         !row.grant.until;
}

Result<ports::Caller> placed(const Parts& parts, ports::Caller caller) {
  auto grants = grants_of(parts.records, caller.officer_id);
  if (!grants) return pass_on(grants);
  const auto post = parts.records.organisation().own_unit();
  if (!post) return pass_on(post);
  caller.grants = *std::move(grants);
  caller.now = parts.clock.now();
  if (post->has_value()) {
    caller.agency = (*post)->unit.agency;
    caller.unit = (*post)->unit.path;
    if (!caller.lane.empty()) caller.unit += "/" + access::unit_word(caller.lane);
  }
  if (parts.policy.rules.second_factor_for.empty()) return caller;
  const auto factor = parts.records.organisation().second_factor(caller.officer_id);
  if (!factor) return pass_on(factor);
  if (!factor->has_value() || !(*factor)->confirmed) leave_out(parts.policy.rules.second_factor_for, caller);
  return caller;
}

Result<std::vector<OfficerId>> administrators(const ports::Records& now, Instant at) {
  const auto officers = now.officers();
  if (!officers) return pass_on(officers);
  const auto grants = now.organisation().grants();
  if (!grants) return pass_on(grants);
  std::vector<OfficerId> found;
  for (const ports::OfficerRow& row : *officers) {
    const bool enrolled = std::ranges::any_of(row.officer.roles, is_administrator);
    const bool granted = std::ranges::any_of(*grants, [&](const ports::GrantRow& grant) {
      return grant.grant.officer_id == row.officer.officer_id && is_administrator(grant.grant.role) &&
             holds_for_whole_node(grant, at);
    });
    if (row.officer.active && (enrolled || granted)) found.push_back(row.officer.officer_id);
  }
  return found;
}

Result<std::string> rule_for(const Parts& parts, const ports::Records& now, const ports::Caller& caller,
                             access::Role role) {
  if (!contains(parts.policy.rules.second_person_for, role)) return std::string("one_person");
  const auto all = administrators(now, parts.clock.now());
  if (!all) return pass_on(all);
  const bool alone = all->size() == 1 && all->front() == caller.officer_id;
  return std::string(alone ? "only_administrator" : "");
}

std::vector<journal::Draft> giving_drafts(const ports::Caller& caller, const ports::NodeCreated& node,
                                          const Giving& giving) {
  const std::string subject = to_text(giving.grant.grant_id);
  std::vector<journal::Draft> drafts{
      draft_by(caller, node, EntryType::grant_proposed, subject, to_json(giving.grant).get_object())};
  if (giving.rule.empty()) return drafts;
  const ports::GrantApproved approved{giving.grant.grant_id, giving.rule};
  drafts.push_back(
      draft_by(caller, node, EntryType::grant_approved, subject, to_json(approved).get_object()));
  return drafts;
}

journal::Draft ending_draft(const ports::Caller& caller, const ports::NodeCreated& node, GrantId id,
                            std::string_view reason) {
  const ports::GrantEnded ended{id, std::string(reason)};
  return draft_by(caller, node, EntryType::grant_ended, to_text(id), to_json(ended).get_object());
}

Done check_reason(std::string_view reason) {
  if (reason.size() > kReasonBytesMax) return fail(ErrorKind::malformed, "text_too_long");
  const bool control =
      std::ranges::any_of(reason, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (control || !is_valid_utf8(reason)) return fail(ErrorKind::malformed, "text_invalid");
  if (trim(reason).empty()) return fail(ErrorKind::malformed, "reason_missing");
  return {};
}

}  // namespace cardea::administration
