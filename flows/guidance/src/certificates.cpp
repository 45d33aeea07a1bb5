#include "cardea/guidance/certificates.hpp"

#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/guidance_records.hpp"
#include "cardea/ports/organisation_records.hpp"
#include "common.hpp"

namespace cardea::guidance {
namespace {

using access::Action;
using journal::EntryType;
using ports::CertificateRow;

procedures::CertificateTerms terms_of(const CertificateRow& row) {
  return {row.issued.kind, row.issued.issued_on, row.issued.expires_on, row.revoked_at.has_value()};
}

/// What the book is made with.
struct Desk {
  std::vector<CertificateRow> certificates;
  Names names;
  Date today;
};

CertificateView view_of(const CertificateRow& row, const Desk& desk, const Parts& parts) {
  return {row.issued.certificate_id,
          row.issued.kind,
          std::string(name(state_on(terms_of(row), desk.today, parts.rules))),
          row.issued.issued_on,
          row.issued.expires_on,
          row.issued.evidence,
          desk.names.of_actor(row.issued_by),
          row.issued.renews,
          row.revoke_reason};
}

CertifiedOfficer view_of(const ports::OfficerRow& row, const Desk& desk, const Parts& parts) {
  CertifiedOfficer officer{row.officer.officer_id, row.officer.display_name, {}};
  for (const CertificateRow& certificate : desk.certificates) {
    if (certificate.issued.officer_id == officer.officer_id)
      officer.certificates.push_back(view_of(certificate, desk, parts));
  }
  return officer;
}

std::vector<NeedView> needs_of(const std::vector<ports::NeedRow>& rows, const Parts& parts) {
  std::vector<NeedView> needs;
  for (const ports::NeedRow& row : rows) {
    const auto* task = find_task(parts.rules, row.need.task);
    if (row.need.on && task != nullptr) needs.push_back({row.need.unit, row.need.task, task->certificate});
  }
  return needs;
}

bool sees_all(const ports::Caller& caller) {
  return may(caller, Action::certify_officers) || may(caller, Action::issue_directives);
}

Result<Desk> desk_of(const Parts& parts) {
  auto certificates = parts.records.guidance().certificates();
  if (!certificates) return pass_on(certificates);
  auto names = Names::of(parts.records);
  if (!names) return pass_on(names);
  return Desk{*std::move(certificates), *std::move(names), parts.clock.local_date(parts.clock.now())};
}

Done check_officer(const ports::Records& now, OfficerId id) {
  const auto officer = now.find_officer(id);
  if (!officer) return pass_on(officer);
  const bool there = officer->has_value() && (*officer)->officer.active;
  return there ? Done{} : Done{fail(ErrorKind::not_found, "officer_unknown")};
}

/// What is renewed is a certificate of the same officer and kind.
Done check_renewed(const ports::Records& now, const IssueCertificate& input) {
  if (!input.renews) return {};
  const auto earlier = now.guidance().find_certificate(*input.renews);
  if (!earlier) return pass_on(earlier);
  const bool same = earlier->has_value() && (*earlier)->issued.officer_id == input.officer_id &&
                    (*earlier)->issued.kind == input.kind;
  return same ? Done{} : Done{fail(ErrorKind::not_found, "certificate_unknown")};
}

Done check_new(const ports::Records& now, CertificateId id) {
  const auto there = now.guidance().find_certificate(id);
  if (!there) return pass_on(there);
  return there->has_value() ? Done{fail(ErrorKind::conflict, "certificate_issued")} : Done{};
}

Done check_issue(const Parts& parts, const ports::Caller& caller, const IssueCertificate& input) {
  if (input.officer_id == caller.officer_id) return fail(ErrorKind::forbidden, "same_person");
  if (trim(input.evidence).empty()) return fail(ErrorKind::malformed, "evidence_missing");
  if (const Done fits = ports::check_officer_text(input.evidence, kTextBytesMax); !fits) return fits;
  return check_certificate({input.kind, input.issued_on, input.expires_on, false}, parts.rules,
                           parts.clock.local_date(parts.clock.now()));
}

Done check_need(const Parts& parts, const SetNeed& input) {
  const bool known = find_task(parts.rules, input.task) != nullptr;
  return known ? Done{} : Done{fail(ErrorKind::malformed, "certified_task_unknown")};
}

}  // namespace

Result<CertificateBook> Certificates::book(const ports::Caller& caller) const {
  const Done allowed = may(caller, Action::read_procedures);
  if (!allowed) return pass_on(allowed);
  const auto officers = parts_.records.officers();
  if (!officers) return pass_on(officers);
  const auto needs = parts_.records.guidance().needs();
  if (!needs) return pass_on(needs);
  const auto desk = desk_of(parts_);
  if (!desk) return pass_on(desk);
  const bool all = sees_all(caller);
  CertificateBook book{parts_.rules, needs_of(*needs, parts_), {}};
  for (const ports::OfficerRow& row : *officers) {
    const bool shown = row.officer.active && (all || row.officer.officer_id == caller.officer_id);
    if (shown) book.officers.push_back(view_of(row, *desk, parts_));
  }
  return book;
}

Result<CertificateBook> Certificates::issue(const ports::Caller& caller, CertificateId id,
                                            const IssueCertificate& input) const {
  const Done allowed =
      may(caller, Action::certify_officers).and_then([&] { return check_issue(parts_, caller, input); });
  if (!allowed) return pass_on(allowed);
  const ports::CertificateIssued issued{
      id, input.officer_id, input.kind, input.issued_on, input.expires_on, input.evidence, input.renews};
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        const Done checked =
            check_new(now, id).and_then([&] { return check_officer(now, input.officer_id); }).and_then([&] {
              return check_renewed(now, input);
            });
        if (!checked) return pass_on(checked);
        return Drafts{entry(caller, node, EntryType::certificate_issued, to_text(id), issued)};
      });
  if (!done) return pass_on(done);
  return book(caller);
}

Result<CertificateBook> Certificates::revoke(const ports::Caller& caller, CertificateId id,
                                             const std::string& reason) const {
  const Done allowed = may(caller, Action::certify_officers).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        const auto row = now.guidance().find_certificate(id);
        if (!row) return pass_on(row);
        if (!*row) return fail(ErrorKind::not_found, "certificate_unknown");
        if ((*row)->revoked_at) return fail(ErrorKind::conflict, "certificate_revoked");
        return Drafts{entry(caller, node, EntryType::certificate_revoked, to_text(id),
                            ports::CertificateRevoked{id, reason})};
      });
  if (!done) return pass_on(done);
  return book(caller);
}

Result<CertificateBook> Certificates::set_need(const ports::Caller& caller, const SetNeed& input) const {
  const Done allowed =
      may(caller, Action::manage_procedures).and_then([&] { return check_need(parts_, input); });
  if (!allowed) return pass_on(allowed);
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        if (const Done known = check_unit(now, input.unit); !known) return pass_on(known);
        return Drafts{entry(caller, node, EntryType::certificate_need_set, input.unit,
                            ports::CertificateNeedSet{input.unit, input.task, input.on})};
      });
  if (!done) return pass_on(done);
  return book(caller);
}

}  // namespace cardea::guidance
