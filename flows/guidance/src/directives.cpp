#include "cardea/guidance/directives.hpp"

#include <algorithm>
#include <map>

#include "cardea/access/role.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/guidance_records.hpp"
#include "cardea/ports/organisation_records.hpp"
#include "cardea/procedures/directive.hpp"
#include "cardea/procedures/procedure.hpp"
#include "common.hpp"

namespace cardea::guidance {
namespace {

using access::Action;
using journal::EntryType;
using ports::DirectiveRow;
using procedures::Post;
using procedures::Receipt;

constexpr int kShownMax = 500;

Failure malformed(std::string_view reason) { return fail(ErrorKind::malformed, reason); }

procedures::DirectiveTerms terms_of(const DirectiveRow& row) {
  return {row.issued_at, row.issued.in_force_from, row.issued.read_by, row.issued.expires_at,
          row.withdrawn_at};
}

bool is_open(const DirectiveRow& row, Instant now) {
  return procedures::is_open(state_at(terms_of(row), now));
}

/// Officers who may sign in, by the text of their ids, with where they hold which role.
struct Reader {
  OfficerId officer_id;
  std::string name;
  std::vector<Post> posts;
};
using Readers = std::vector<Reader>;

bool counts(const ports::GrantRow& row, Instant now) {
  const bool begun = row.approved_at.has_value() && row.grant.from <= now && !row.ended_at;
  return begun && (!row.grant.until || now < *row.grant.until);
}

Result<Readers> readers_of(const ports::Records& records, Instant now) {
  const auto officers = records.officers();
  if (!officers) return pass_on(officers);
  const auto grants = records.organisation().grants();
  if (!grants) return pass_on(grants);
  const auto own = own_path(records);
  if (!own) return pass_on(own);
  Readers readers;
  for (const auto& row : *officers) {
    if (!row.officer.active) continue;
    Reader reader{row.officer.officer_id, row.officer.display_name, {}};
    for (const std::string& role : row.officer.roles) reader.posts.push_back({role, *own});
    for (const ports::GrantRow& grant : *grants) {
      if (grant.grant.officer_id != reader.officer_id || !counts(grant, now)) continue;
      reader.posts.push_back({grant.grant.role, grant.grant.unit.empty() ? *own : grant.grant.unit});
    }
    readers.push_back(std::move(reader));
  }
  return readers;
}

/// The caller among the readers; nobody's posts for one who is not, such as the console.
Result<std::vector<Post>> posts_of(const ports::Records& records, const ports::Caller& caller, Instant now) {
  const auto readers = readers_of(records, now);
  if (!readers) return pass_on(readers);
  const auto found = std::ranges::find(*readers, caller.officer_id, &Reader::officer_id);
  return found == readers->end() ? std::vector<Post>{} : found->posts;
}

bool is_for(const DirectiveRow& row, const std::vector<Post>& posts) {
  return is_addressed({row.issued.units, row.issued.roles}, posts);
}

using Receipts = std::map<DirectiveId, Receipt>;

Result<Receipts> receipts_of(const ports::Records& records, OfficerId officer) {
  const auto rows = records.guidance().receipts_of(officer);
  if (!rows) return pass_on(rows);
  Receipts receipts;
  for (const auto& row : *rows) receipts[row.directive_id] = {row.received_at, row.read_at};
  return receipts;
}

/// The open directives that the caller is addressed by.
Result<std::vector<DirectiveRow>> open_for(const ports::Records& records, const ports::Caller& caller,
                                           Instant now) {
  auto rows = records.guidance().directives(kShownMax);
  if (!rows) return rows;
  const auto posts = posts_of(records, caller, now);
  if (!posts) return pass_on(posts);
  std::erase_if(*rows, [&](const DirectiveRow& row) { return !is_open(row, now) || !is_for(row, *posts); });
  return rows;
}

DirectiveView view_of(const DirectiveRow& row, const Receipt& receipt, const Names& names, Instant now) {
  const auto reader = reader_of(terms_of(row), receipt, now);
  return {row.issued.directive_id,
          row.issued.kind,
          row.issued.title,
          row.issued.text,
          row.issued.language,
          row.issued.legal_source,
          names.of_actor(row.issued_by),
          row.issued_at,
          row.issued.read_by,
          row.issued.in_force_from,
          row.issued.expires_at,
          std::string(name(state_at(terms_of(row), now))),
          std::string(name(reader.state)),
          reader.overdue,
          receipt.received_at,
          receipt.read_at};
}

Done mark_received(const Parts& parts, const ports::Caller& caller, const std::vector<DirectiveRow>& rows) {
  return perform(parts, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
    const auto receipts = receipts_of(now, caller.officer_id);
    if (!receipts) return pass_on(receipts);
    Drafts drafts;
    for (const DirectiveRow& row : rows) {
      const DirectiveId id = row.issued.directive_id;
      if (receipts->contains(id)) continue;
      drafts.push_back(entry(caller, node, EntryType::directive_received, to_text(id),
                             ports::DirectiveReceipt{id, caller.officer_id}));
    }
    return drafts;
  });
}

template <class Words>
bool among(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != std::ranges::end(words);
}

Done check_issue(const IssueDirective& input, Instant now) {
  if (!among(procedures::kDirectiveKinds, input.kind)) return malformed("directive_kind_unknown");
  if (!among(procedures::kLanguages, input.language)) return malformed("procedure_language_unknown");
  if (trim(input.title).empty() || trim(input.text).empty()) return malformed("directive_text_missing");
  for (const std::string& role : input.roles) {
    if (!among(access::kRoleWords, role)) return malformed("role_unknown");
  }
  const std::string source = input.legal_source.value_or("");
  return check_all({input.title, source}, kLineBytesMax)
      .and_then([&] { return check_all({input.text}, kTextBytesMax); })
      .and_then([&] {
        return procedures::check_terms({now, input.in_force_from, input.read_by, input.expires_at});
      });
}

bool is_same(const ports::DirectiveIssued& a, const ports::DirectiveIssued& b) {
  return to_json(a) == to_json(b);
}

ports::DirectiveIssued issued_of(DirectiveId id, const IssueDirective& input) {
  return {id,
          input.kind,
          input.title,
          input.text,
          input.language,
          input.units,
          input.roles,
          input.read_by,
          input.in_force_from,
          input.expires_at,
          input.legal_source.value_or("")};
}

using AllReceipts = std::map<std::pair<DirectiveId, OfficerId>, Receipt>;

/// What the view of an issuer is made with.
struct Desk {
  Readers readers;
  AllReceipts receipts;
  Names names;
  std::string own;
  Instant now;
};

Result<Desk> desk_of(const Parts& parts) {
  const Instant now = parts.clock.now();
  auto readers = readers_of(parts.records, now);
  if (!readers) return pass_on(readers);
  const auto rows = parts.records.guidance().receipts();
  if (!rows) return pass_on(rows);
  auto names = Names::of(parts.records);
  if (!names) return pass_on(names);
  auto own = own_path(parts.records);
  if (!own) return pass_on(own);
  Desk desk{*std::move(readers), {}, *std::move(names), *std::move(own), now};
  for (const auto& row : *rows) {
    desk.receipts[{row.directive_id, row.officer_id}] = {row.received_at, row.read_at};
  }
  return desk;
}

procedures::Reader state_of(const Desk& desk, const DirectiveRow& row, const Reader& reader) {
  const auto found = desk.receipts.find({row.issued.directive_id, reader.officer_id});
  return reader_of(terms_of(row), found == desk.receipts.end() ? Receipt{} : found->second, desk.now);
}

UnitCounts counts_of(const Desk& desk, const DirectiveRow& row, const std::string& unit) {
  UnitCounts counts{unit};
  for (const Reader& reader : desk.readers) {
    if (!is_addressed({{unit}, row.issued.roles}, reader.posts)) continue;
    const auto state = state_of(desk, row, reader);
    counts.addressed += 1;
    counts.received += state.state == procedures::ReadState::issued ? 0 : 1;
    counts.read += state.state == procedures::ReadState::read ? 1 : 0;
    counts.overdue += state.overdue ? 1 : 0;
  }
  return counts;
}

IssuedView view_of(const Desk& desk, const DirectiveRow& row) {
  IssuedView view{row.issued.directive_id,
                  row.issued.kind,
                  row.issued.title,
                  desk.names.of_actor(row.issued_by),
                  row.issued_at,
                  row.issued.read_by,
                  row.issued.in_force_from,
                  row.issued.expires_at,
                  std::string(name(state_at(terms_of(row), desk.now))),
                  row.issued.roles,
                  {},
                  {}};
  const auto units = row.issued.units.empty() ? std::vector<std::string>{desk.own} : row.issued.units;
  for (const std::string& unit : units) view.units.push_back(counts_of(desk, row, unit));
  for (const Reader& reader : desk.readers) {
    if (!is_for(row, reader.posts)) continue;
    const auto state = state_of(desk, row, reader);
    if (state.overdue)
      view.overdue.push_back({reader.officer_id, reader.name, std::string(name(state.state))});
  }
  return view;
}

Result<DirectiveRow> the_directive(const ports::Records& records, DirectiveId id) {
  auto row = records.guidance().find_directive(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "directive_unknown");
  return **std::move(row);
}

Result<IssuedView> shown(const Parts& parts, DirectiveId id) {
  const auto row = the_directive(parts.records, id);
  if (!row) return pass_on(row);
  const auto desk = desk_of(parts);
  if (!desk) return pass_on(desk);
  return view_of(*desk, *row);
}

}  // namespace

Result<Inbox> Directives::inbox(const ports::Caller& caller) const {
  const Done allowed = may(caller, Action::read_procedures);
  if (!allowed) return pass_on(allowed);
  const Instant now = parts_.clock.now();
  const auto rows = open_for(parts_.records, caller, now);
  if (!rows) return pass_on(rows);
  if (const Done marked = mark_received(parts_, caller, *rows); !marked) return pass_on(marked);
  const auto receipts = receipts_of(parts_.records, caller.officer_id);
  if (!receipts) return pass_on(receipts);
  const auto names = Names::of(parts_.records);
  if (!names) return pass_on(names);
  Inbox inbox;
  for (const DirectiveRow& row : *rows) {
    const auto found = receipts->find(row.issued.directive_id);
    inbox.directives.push_back(
        view_of(row, found == receipts->end() ? Receipt{} : found->second, *names, now));
  }
  return inbox;
}

Result<Unread> Directives::unread(const ports::Caller& caller) const {
  const Done allowed = may(caller, Action::read_procedures);
  if (!allowed) return pass_on(allowed);
  const Instant now = parts_.clock.now();
  const auto rows = open_for(parts_.records, caller, now);
  if (!rows) return pass_on(rows);
  const auto receipts = receipts_of(parts_.records, caller.officer_id);
  if (!receipts) return pass_on(receipts);
  Unread unread;
  for (const DirectiveRow& row : *rows) {
    const auto found = receipts->find(row.issued.directive_id);
    const auto reader = reader_of(terms_of(row), found == receipts->end() ? Receipt{} : found->second, now);
    unread.unread += reader.state == procedures::ReadState::read ? 0 : 1;
    unread.overdue += reader.overdue ? 1 : 0;
  }
  return unread;
}

Result<DirectiveView> Directives::read(const ports::Caller& caller, DirectiveId id) const {
  const Done allowed = may(caller, Action::read_procedures);
  if (!allowed) return pass_on(allowed);
  const Instant at = parts_.clock.now();
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        const auto row = the_directive(now, id);
        if (!row) return pass_on(row);
        const auto posts = posts_of(now, caller, at);
        if (!posts) return pass_on(posts);
        if (!is_for(*row, *posts)) return fail(ErrorKind::not_found, "directive_unknown");
        if (!is_open(*row, at)) return fail(ErrorKind::conflict, "directive_over");
        const auto receipts = receipts_of(now, caller.officer_id);
        if (!receipts) return pass_on(receipts);
        const auto found = receipts->find(id);
        if (found != receipts->end() && found->second.read_at) return Drafts{};
        return Drafts{entry(caller, node, EntryType::directive_read, to_text(id),
                            ports::DirectiveReceipt{id, caller.officer_id})};
      });
  if (!done) return pass_on(done);
  const auto row = the_directive(parts_.records, id);
  if (!row) return pass_on(row);
  const auto receipts = receipts_of(parts_.records, caller.officer_id);
  if (!receipts) return pass_on(receipts);
  const auto names = Names::of(parts_.records);
  if (!names) return pass_on(names);
  return view_of(*row, receipts->at(id), *names, at);
}

Result<IssuedView> Directives::issue(const ports::Caller& caller, DirectiveId id,
                                     const IssueDirective& input) const {
  const Done allowed =
      may(caller, Action::issue_directives).and_then([&] { return check_issue(input, parts_.clock.now()); });
  if (!allowed) return pass_on(allowed);
  const ports::DirectiveIssued issued = issued_of(id, input);
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        for (const std::string& unit : input.units) {
          if (const Done known = check_unit(now, unit); !known) return pass_on(known);
        }
        const auto there = now.guidance().find_directive(id);
        if (!there) return pass_on(there);
        if (*there && is_same((*there)->issued, issued)) return Drafts{};
        if (*there) return fail(ErrorKind::conflict, "directive_issued");
        return Drafts{entry(caller, node, EntryType::directive_issued, to_text(id), issued)};
      });
  if (!done) return pass_on(done);
  return shown(parts_, id);
}

Result<IssuedView> Directives::withdraw(const ports::Caller& caller, DirectiveId id,
                                        const std::string& reason) const {
  const Done allowed = may(caller, Action::issue_directives).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  const Done done =
      perform(parts_, [&](const ports::Records& now, const ports::NodeCreated& node) -> Result<Drafts> {
        const auto row = the_directive(now, id);
        if (!row) return pass_on(row);
        if (!is_open(*row, parts_.clock.now())) return fail(ErrorKind::conflict, "directive_over");
        return Drafts{entry(caller, node, EntryType::directive_withdrawn, to_text(id),
                            ports::DirectiveWithdrawn{id, reason})};
      });
  if (!done) return pass_on(done);
  return shown(parts_, id);
}

Result<IssuedList> Directives::issued(const ports::Caller& caller) const {
  const Done allowed = may(caller, Action::issue_directives);
  if (!allowed) return pass_on(allowed);
  const auto rows = parts_.records.guidance().directives(kShownMax);
  if (!rows) return pass_on(rows);
  const auto desk = desk_of(parts_);
  if (!desk) return pass_on(desk);
  IssuedList list;
  for (const DirectiveRow& row : *rows) list.directives.push_back(view_of(*desk, row));
  return list;
}

}  // namespace cardea::guidance
