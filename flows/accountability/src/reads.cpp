// Who read what about whom, and which of it is unusual.
#include <algorithm>
#include <functional>

#include "cardea/accountability/accountability.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/access_log.hpp"
#include "cardea/ports/accountability_records.hpp"
#include "cardea/ports/request.hpp"
#include "common.hpp"

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
  query.reviewed = search.reviewed;
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

std::string shown_name(const Parts& parts, const std::string& officer) {
  const auto id = parse_id<OfficerId>(officer);
  if (!id) return officer;
  const auto row = parts.records.find_officer(*id);
  return row && *row ? (*row)->officer.display_name : officer;
}

ReadView view_of(const Parts& parts, const ports::ReadRow& row) {
  ReadView view{row.sequence,     row.hash,     row.at,     row.officer,
                row.display_name, row.purpose,  row.what,   row.subject,
                row.traveller_id, {},           row.result, row.records,
                row.lane,         row.own_work, {},         {}};
  view.traveller_name =
      std::string(trim(people::full_name({row.primary_identifier, row.secondary_identifier, false})));
  for (const auto flag : privacy::judge(facts_of(parts.clock, row), parts.rules)) {
    view.flags.emplace_back(name(flag));
  }
  if (row.review) {
    const auto& made = *row.review;
    view.review = ReadReviewView{made.judgement,   made.note,        shown_name(parts, made.reviewed_by),
                                 made.reviewed_at, made.explanation, made.explained_at};
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

/// A page, and the look at the log recorded under the caller's purpose.
Result<ReadPage> recorded_page(const Parts& parts, const ports::Caller& by, const ReadSearch& search) {
  const auto node = ports::made_node(parts.records);
  if (!node) return pass_on(node);
  ReadSearch clamped = search;
  clamped.limit = std::clamp(search.limit, 1, kReadsMax);
  auto page = page_of(parts, clamped);
  if (!page) return page;
  const std::string subject = subject_of(search, to_text(node->node_id));
  const Done recorded = ports::record_access(
      parts.recorder, by, {"read_log", subject, search.traveller_id, std::ssize(page->reads), false});
  if (!recorded) return pass_on(recorded);
  return page;
}

/// One look. Fails `not_found/read_unknown`.
Result<ports::ReadRow> the_read(const Parts& parts, std::int64_t sequence) {
  if (sequence < 1) return fail(ErrorKind::not_found, "read_unknown");
  auto query = query_of(parts, {});
  if (!query) return pass_on(query);
  query->before = sequence + 1;
  query->limit = 1;
  auto rows = parts.records.accountability().reads(*query);
  if (!rows) return pass_on(rows);
  if (rows->empty() || rows->front().sequence != sequence) return fail(ErrorKind::not_found, "read_unknown");
  return std::move(rows->front());
}

Done check_words(const std::string& text) {
  if (trim(text).empty()) return fail(ErrorKind::malformed, "reason_missing");
  return ports::check_officer_text(text, kReviewBytesMax);
}

Done may_review(const ports::Caller& caller, const ReviewRead& input) {
  privacy::ReadJudgement judgement{};
  const Done allowed = ports::may(caller, access::Action::answer_data_subject);
  if (!allowed) return allowed;
  if (!parse(input.judgement, judgement)) return fail(ErrorKind::malformed, "read_judgement_unknown");
  return check_words(input.note);
}

bool is_judged(const std::optional<ports::ReadReviewRow>& review) {
  return review && review->judgement != name(privacy::ReadJudgement::needs_explanation);
}

template <class Payload>
Done record_about(const Parts& parts, const ports::Caller& caller, journal::EntryType type,
                  std::int64_t sequence, const Payload& payload,
                  const std::function<Done(const std::optional<ports::ReadReviewRow>&)>& check) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto review = now.accountability().find_read_review(sequence);
    if (!review) return pass_on(review);
    if (const Done may_be = check(*review); !may_be) return pass_on(may_be);
    return ports::Outcome{{draft_by(for_data_protection(caller), *node, type, std::to_string(sequence),
                                    to_json(payload).get_object())},
                          {},
                          {}};
  });
  return receipt ? Done{} : Done{pass_on(receipt)};
}

}  // namespace

Result<ReadPage> Accountability::reads(const ports::Caller& caller, const ReadSearch& search) const {
  const Done allowed = ports::may(caller, access::Action::read_audit);
  if (!allowed) return pass_on(allowed);
  ports::Caller by = caller;
  if (!by.purpose_stated) by.purpose = kOversight;
  return recorded_page(parts_, by, search);
}

Result<ReadPage> Accountability::flagged(const ports::Caller& caller, const ReadSearch& search) const {
  const Done allowed = ports::may(caller, access::Action::answer_data_subject);
  if (!allowed) return pass_on(allowed);
  ReadSearch flagged = search;
  flagged.unusual_only = true;
  return recorded_page(parts_, for_data_protection(caller), flagged);
}

Result<ReadView> Accountability::review(const ports::Caller& caller, std::int64_t sequence,
                                        const ReviewRead& input) const {
  const Done allowed = may_review(caller, input);
  if (!allowed) return pass_on(allowed);
  const auto read = the_read(parts_, sequence);
  if (!read) return pass_on(read);
  if (read->officer == actor_of(caller)) return fail(ErrorKind::forbidden, "own_read");
  if (view_of(parts_, *read).flags.empty()) return fail(ErrorKind::conflict, "read_not_flagged");
  const ports::ReadReviewed reviewed{sequence, input.judgement, input.note};
  const Done recorded = record_about(parts_, caller, journal::EntryType::read_reviewed, sequence, reviewed,
                                     [](const auto& review) -> Done {
                                       if (is_judged(review)) {
                                         return fail(ErrorKind::conflict, "read_reviewed");
                                       }
                                       return {};
                                     });
  if (!recorded) return pass_on(recorded);
  const auto now = the_read(parts_, sequence);
  if (!now) return pass_on(now);
  return view_of(parts_, *now);
}

Result<std::vector<ExplanationAsked>> Accountability::explanations_asked(const ports::Caller& caller) const {
  const auto rows = parts_.records.accountability().explanations_asked(actor_of(caller));
  if (!rows) return pass_on(rows);
  std::vector<ExplanationAsked> asked;
  for (const auto& row : *rows) {
    const auto read = the_read(parts_, row.sequence);
    if (!read) return pass_on(read);
    asked.push_back({row.sequence, read->at, read->what, read->subject, row.note, row.reviewed_at});
  }
  return asked;
}

Done Accountability::explain(const ports::Caller& caller, std::int64_t sequence,
                             const std::string& explanation) const {
  if (const Done fits = check_words(explanation); !fits) return fits;
  const auto read = the_read(parts_, sequence);
  const bool own = read && read->officer == actor_of(caller);
  if (!read && read.error().kind != ErrorKind::not_found) return pass_on(read);
  if (!own) return fail(ErrorKind::not_found, "explanation_not_asked");
  const ports::ReadExplained explained{sequence, explanation};
  return record_about(parts_, caller, journal::EntryType::read_explained, sequence, explained,
                      [](const auto& review) -> Done {
                        if (!review || is_judged(review) || review->explanation) {
                          return fail(ErrorKind::not_found, "explanation_not_asked");
                        }
                        return {};
                      });
}

}  // namespace cardea::accountability
