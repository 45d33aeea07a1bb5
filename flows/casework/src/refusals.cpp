// A refusal of entry: proposed, approved by a second person, printed, annulled.
#include "cardea/access/two_person.hpp"
#include "cardea/casework/proposal.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/ports/guidance.hpp"
#include "common.hpp"

namespace cardea::casework {
namespace {

using access::Action;
using journal::EntryType;

Failure malformed(std::string_view reason) { return fail(ErrorKind::malformed, reason); }
Failure conflict(std::string_view reason) { return fail(ErrorKind::conflict, reason); }

Done check_proposal(const ProposeRefusal& input) {
  const ports::CarrierNotice carrier = input.carrier.value_or(ports::CarrierNotice{});
  const ports::ReturnPlan removal = input.removal.value_or(ports::ReturnPlan{});
  return ports::check_officer_text(input.facts, kTextBytesMax)
      .and_then([&] { return ports::check_officer_text(carrier.name, kWordBytesMax); })
      .and_then([&] { return ports::check_officer_text(carrier.vehicle, kWordBytesMax); })
      .and_then([&] { return ports::check_officer_text(removal.destination, kWordBytesMax); });
}

Done check_reason(const std::string& reason) {
  if (reason.empty()) return malformed("reason_required");
  return ports::check_officer_text(reason, kTextBytesMax);
}

/// The next number of the post's forms this year.
Result<std::string> next_number(const Proposing& proposing) {
  const std::string prefix = cases::form_number(proposing.on.year(), proposing.node.post, 0);
  const std::string first = prefix.substr(0, prefix.rfind('-') + 1);
  const std::string past = prefix.substr(0, prefix.rfind('-')) + ".";  // '.' comes after '-'
  const auto count = proposing.now.cases().count_numbers(first, past);
  if (!count) return pass_on(count);
  return cases::form_number(proposing.on.year(), proposing.node.post, *count + 1);
}

std::string date_and_time(Instant at) {
  const std::string text = to_text(at);
  return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::string births_of(const ports::TravellerRecord& traveller) {
  return traveller.birth_dates.empty() ? std::string() : to_text(traveller.birth_dates.front());
}

std::string carrier_of(const ports::CarrierNotice& carrier) {
  return carrier.vehicle.empty() ? carrier.name : carrier.name + ", " + carrier.vehicle;
}

cases::FormFacts facts_of(const Scene& scene, const ports::RefusalRow& refusal, std::string signature) {
  const ports::RefusalProposed& proposed = refusal.proposed;
  const ports::TravellerRecord& traveller = scene.row.traveller;
  const ports::DocumentRecord& document = scene.row.document;
  const Instant decided_at = refusal.judged_at.value_or(refusal.proposed_at);
  cases::FormFacts facts;
  facts.number = proposed.number;
  facts.state = scene.node.state;
  facts.post = scene.node.post;
  facts.decided_at = date_and_time(decided_at);
  facts.surname = traveller.primary_identifier;
  facts.given_names = traveller.secondary_identifier;
  facts.born = births_of(traveller);
  facts.sex = traveller.sex;
  facts.nationality = traveller.nationality;
  facts.document = document.code + " " + document.number;
  facts.document_issuer = document.issuer;
  facts.carrier = carrier_of(proposed.carrier);
  if (proposed.carrier.informed_at) facts.carrier_informed = date_and_time(*proposed.carrier.informed_at);
  if (proposed.removal.on) facts.return_on = to_text(*proposed.removal.on);
  facts.return_to = proposed.removal.destination;
  facts.grounds = proposed.grounds;
  facts.facts = proposed.facts;
  facts.officer = name_of(scene.now, refusal.proposed_by).name;
  if (refusal.judged_by) facts.approver = name_of(scene.now, *refusal.judged_by).name;
  facts.signature = std::move(signature);
  facts.annulled = refusal.state == "annulled";
  facts.made_at = decided_at;
  return facts;
}

/// Fails `conflict/refusal_not_in_force`, `malformed/unknown_language`.
Result<cases::PrintedForm> form_of(const Scene& scene, const ports::RefusalRow& refusal,
                                   const std::string& language, const std::string& with,
                                   const std::string& signature) {
  if (refusal.state != "in_force" && refusal.state != "annulled") return conflict("refusal_not_in_force");
  const cases::FormTexts* traveller = cases::find_form(language);
  const cases::FormTexts* officer = cases::find_form(with);
  if (traveller == nullptr || officer == nullptr) return malformed("unknown_language");
  return cases::lay_out(facts_of(scene, refusal, signature), *officer, *traveller);
}

Done may_approve(const Scene& scene, const ports::RefusalRow& refusal, const ports::Caller& caller,
                 const ApproveRefusal& input) {
  if (refusal.state != "proposed") return conflict("refusal_not_proposed");
  const std::string proposer = to_text(refusal.proposed_by);
  return cases::may_take_effect(scene.facts).and_then([&] {
    return access::may_approve({refusal.proposed.number, proposer, refusal.proposed_at},
                               to_text(caller.officer_id), scene.at, input.typed);
  });
}

Result<cases::PrintedForm> shown_form(const Parts& parts, const ports::Caller& caller, CaseId id,
                                      RefusalId refusal, const std::string& language,
                                      const std::string& with) {
  const Done allowed = may(caller, Action::read_cases);
  if (!allowed) return pass_on(allowed);
  const auto scene = scene_of(parts.records, id, parts.clock.now());
  if (!scene) return pass_on(scene);
  const auto row = the_refusal(*scene, refusal);
  if (!row) return pass_on(row);
  auto form = form_of(*scene, *row, language, with, row->issued ? row->issued->signature : "");
  if (!form) return form;
  const Done recorded = record_access(
      parts.recorder, caller, {"refusal_form", to_text(refusal), scene->row.traveller.traveller_id, 1});
  if (!recorded) return pass_on(recorded);
  return form;
}

}  // namespace

Result<ports::RefusalProposed> proposed_refusal(const Proposing& proposing, CaseId id, FormalityId inspection,
                                                const ProposeRefusal& input) {
  const auto number = next_number(proposing);
  if (!number) return pass_on(number);
  return ports::RefusalProposed{proposing.ids.make<RefusalId>(),
                                id,
                                inspection,
                                *number,
                                input.grounds,
                                proposing.grounds.id + "@" + proposing.grounds.edition,
                                input.facts,
                                versioned_name(cases::appeal_of(proposing.node.state)),
                                input.carrier.value_or(ports::CarrierNotice{}),
                                input.removal.value_or(ports::ReturnPlan{})};
}

std::string state_now(const ports::RefusalRow& refusal, Instant now) {
  return refusal.state == "proposed" && has_lapsed(refusal, now) ? "lapsed" : refusal.state;
}

Result<CaseView> Cases::propose_refusal(const ports::Caller& caller, CaseId id, const ProposeRefusal& input,
                                        const ports::ActRequest& request) const {
  const Done allowed = may(caller, Action::handle_cases).and_then([&] { return check_proposal(input); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const Date today = parts_.clock.local_date(scene.at);
    const Done may_be =
        cases::may_propose_refusal(scene.facts, to_text(caller.officer_id), input.grounds, input.facts,
                                   parts_.grounds)
            .and_then([&] {
              return ports::steps_done(scene.now, ports::guided_case(to_text(id), scene.row.lane),
                                       {scene.at, today});
            });
    if (!may_be) return pass_on(may_be);
    const Proposing proposing{scene.now, scene.node, parts_.ids, parts_.grounds, today};
    const auto proposed = proposed_refusal(proposing, id, scene.row.opened.inspection_id, input);
    if (!proposed) return pass_on(proposed);
    return Drafts{draft_of(caller, scene.node, EntryType::refusal_proposed, id, *proposed)};
  });
}

Result<CaseView> Cases::approve_refusal(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                        const ApproveRefusal& input, const ports::ActRequest& request) const {
  const Done allowed = may(caller, Action::approve_refusal);
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const auto row = the_refusal(scene, refusal);
    if (!row) return pass_on(row);
    const Done may_be = may_approve(scene, *row, caller, input);
    if (!may_be) return pass_on(may_be);
    const ports::RefusalApproved approved{refusal,
                                          id,
                                          row->proposed.inspection_id,
                                          row->proposed.grounds,
                                          row->proposed.facts,
                                          parts_.clock.local_date(scene.at)};
    return Drafts{draft_of(caller, scene.node, EntryType::refusal_approved, id, approved)};
  });
}

Result<CaseView> Cases::return_refusal(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                       const GiveReason& input, const ports::ActRequest& request) const {
  const Done allowed =
      may(caller, Action::approve_refusal).and_then([&] { return check_reason(input.reason); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const auto row = the_refusal(scene, refusal);
    if (!row) return pass_on(row);
    if (row->state != "proposed") return conflict("refusal_not_proposed");
    const ports::RefusalReturned returned{refusal, id, input.reason};
    return Drafts{draft_of(caller, scene.node, EntryType::refusal_returned, id, returned)};
  });
}

Result<CaseView> Cases::annul_refusal(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                      const GiveReason& input, const ports::ActRequest& request) const {
  const Done allowed =
      may(caller, Action::annul_decision).and_then([&] { return check_reason(input.reason); });
  if (!allowed) return pass_on(allowed);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const auto row = the_refusal(scene, refusal);
    if (!row) return pass_on(row);
    if (row->state != "in_force") return conflict("refusal_not_in_force");
    const ports::RefusalAnnulled annulled{refusal, id, row->proposed.inspection_id, input.reason,
                                          parts_.clock.local_date(scene.at)};
    return Drafts{draft_of(caller, scene.node, EntryType::refusal_annulled, id, annulled)};
  });
}

Result<CaseView> Cases::issue_form(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                   const IssueForm& input, const ports::ActRequest& request) const {
  const Done allowed = may(caller, Action::handle_cases);
  if (!allowed) return pass_on(allowed);
  if (input.signature != "signed" && input.signature != "refused_to_sign")
    return malformed("unknown_signature");
  const auto seen = scene_of(parts_.records, id, parts_.clock.now());
  if (!seen) return pass_on(seen);
  const auto shown = the_refusal(*seen, refusal);
  if (!shown) return pass_on(shown);
  // Paper is made before the writer is asked: it takes longer than the writer may be kept.
  const auto form = form_of(*seen, *shown, input.language, input.with, input.signature);
  if (!form) return pass_on(form);
  const auto pdf = parts_.printer.refusal_form(*form);
  if (!pdf) return pass_on(pdf);
  return perform(parts_, caller, id, request, [&](const Scene& scene) -> Result<Drafts> {
    const auto row = the_refusal(scene, refusal);
    if (!row) return pass_on(row);
    if (row->state != "in_force") return conflict("refusal_not_in_force");
    const ports::RefusalIssued issued{refusal,
                                      id,
                                      input.language,
                                      input.with,
                                      cases::find_form(input.language)->edition,
                                      to_hex(sha256(*pdf)),
                                      input.signature};
    return Drafts{draft_of(caller, scene.node, EntryType::refusal_issued, id, issued)};
  });
}

Result<cases::PrintedForm> Cases::form(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                       const std::string& language, const std::string& with) const {
  return shown_form(parts_, caller, id, refusal, language, with);
}

Result<std::string> Cases::form_pdf(const ports::Caller& caller, CaseId id, RefusalId refusal,
                                    const std::string& language, const std::string& with) const {
  const auto form = shown_form(parts_, caller, id, refusal, language, with);
  if (!form) return pass_on(form);
  return parts_.printer.refusal_form(*form);
}

}  // namespace cardea::casework
