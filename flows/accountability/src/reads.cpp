// Who read what about whom, and which of it is unusual.
#include <algorithm>

#include "cardea/accountability/accountability.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/accountability_records.hpp"

namespace cardea::accountability {
namespace {

constexpr std::string_view kOversight = "oversight";
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 24 * 60 * kMinute;

std::string without_blanks(std::string_view text) {
  std::string kept = to_ascii_upper(trim(text));
  std::erase_if(kept, is_ascii_space);
  return kept;
}

/// The officer's id; a name nobody bears is looked for as it is, and finds the words of the node itself.
Result<std::string> officer_asked_for(const ports::Records& records, const std::string& user_name) {
  const auto officer = records.find_officer_named(user_name);
  if (!officer) return pass_on(officer);
  return officer->has_value() ? to_text((*officer)->officer.officer_id) : user_name;
}

Result<ports::ReadQuery> query_of(const Parts& parts, const ReadSearch& search) {
  ports::ReadQuery query;
  query.traveller_id = search.traveller_id;
  if (search.document_number) query.document_number = without_blanks(*search.document_number);
  if (search.surname) query.surname = to_ascii_upper(trim(*search.surname));
  query.subject = search.subject;
  query.what = search.what;
  query.from = search.from;
  query.until = search.until;
  query.before = search.before;
  query.bulk_seconds = parts.rules.bulk_minutes * kMinute;
  query.repeated_seconds = parts.rules.repeated_days * kDay;
  if (!search.officer) return query;
  auto officer = officer_asked_for(parts.records, *search.officer);
  if (!officer) return pass_on(officer);
  query.officer = *std::move(officer);
  return query;
}

/// Minutes since the post's day began: the first instant that has the date of `at`.
int minute_of_day(const Clock& clock, Instant at) {
  const Date today = clock.local_date(at);
  std::int64_t within = 0;
  std::int64_t before = kDay / kMinute + 60;  // the longest day: one hour is put in
  while (before - within > 1) {
    const std::int64_t middle = (within + before) / 2;
    (clock.local_date(plus_seconds(at, -middle * kMinute)) == today ? within : before) = middle;
  }
  return static_cast<int>(within);
}

privacy::ReadFacts facts_of(const Clock& clock, const ports::ReadRow& row) {
  privacy::ReadFacts facts;
  facts.officer_name = row.display_name;
  if (row.traveller_id) {
    facts.person = people::PersonName{row.primary_identifier, row.secondary_identifier, false};
  }
  facts.what = row.what;
  facts.own_work = row.own_work;
  facts.inspected = row.inspected;
  facts.lane = row.lane;
  facts.subjects = row.subjects_before;
  facts.same_person = row.same_person;
  facts.minute_of_day = minute_of_day(clock, row.at);
  return facts;
}

ReadView view_of(const Parts& parts, const ports::ReadRow& row) {
  ReadView view{row.sequence, row.hash,    row.at,      row.officer,      row.display_name,
                row.purpose,  row.what,    row.subject, row.traveller_id, {},
                row.result,   row.records, row.lane,    row.own_work,     {}};
  view.traveller_name =
      std::string(trim(people::full_name({row.primary_identifier, row.secondary_identifier, false})));
  for (const auto flag : privacy::judge(facts_of(parts.clock, row), parts.rules)) {
    view.flags.emplace_back(name(flag));
  }
  return view;
}

/// Fills the page from one batch of rows; false when the batch was the last.
bool take(const Parts& parts, const ReadSearch& search, const std::vector<ports::ReadRow>& rows, int limit,
          ReadPage& page) {
  page.next_before.reset();
  for (const auto& row : rows) {
    if (std::ssize(page.reads) == search.limit) return false;
    page.next_before = row.sequence;
    auto view = view_of(parts, row);
    if (search.unusual_only && view.flags.empty()) continue;
    page.reads.push_back(std::move(view));
  }
  if (std::ssize(rows) < limit) page.next_before.reset();
  return page.next_before.has_value();
}

Result<ReadPage> page_of(const Parts& parts, const ReadSearch& search) {
  auto query = query_of(parts, search);
  if (!query) return pass_on(query);
  query->limit = search.limit;
  ReadPage page;
  for (int judged = 0; judged < kReadsJudgedMax; judged += query->limit) {
    const auto rows = parts.records.accountability().reads(*query);
    if (!rows) return pass_on(rows);
    const bool more = take(parts, search, *rows, query->limit, page);
    if (!more || std::ssize(page.reads) >= search.limit) break;
    query->before = *page.next_before;
  }
  return page;
}

/// What the auditor asked about, in one word.
std::string subject_of(const ReadSearch& search, const std::string& node) {
  if (search.traveller_id) return to_text(*search.traveller_id);
  for (const auto* asked : {&search.subject, &search.officer, &search.document_number, &search.surname}) {
    if (*asked) return **asked;
  }
  return node;
}

}  // namespace

Result<ReadPage> Accountability::reads(const ports::Caller& caller, const ReadSearch& search) const {
  const Done allowed = ports::may(caller, access::Action::read_audit);
  if (!allowed) return pass_on(allowed);
  const auto node = parts_.records.node();
  if (!node) return pass_on(node);
  if (!node->has_value()) return fail(ErrorKind::conflict, "node_not_made");
  ReadSearch clamped = search;
  clamped.limit = std::clamp(search.limit, 1, kReadsMax);
  auto page = page_of(parts_, clamped);
  if (!page) return page;
  const std::string subject = subject_of(search, to_text((*node)->node_id));
  ports::Caller by = caller;
  if (!by.purpose_stated) by.purpose = kOversight;
  const Done recorded = ports::record_access(
      parts_.recorder, by, {"read_log", subject, search.traveller_id, std::ssize(page->reads), false});
  if (!recorded) return pass_on(recorded);
  return page;
}

}  // namespace cardea::accountability
