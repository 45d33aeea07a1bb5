#include "cardea/fallback/paper_forms.hpp"

#include <algorithm>

#include "cardea/documents/mrz_writer.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/people/name.hpp"
#include "cardea/people/transliteration.hpp"
#include "cardea/ports/operations_entries.hpp"

namespace cardea::fallback {
namespace {

using journal::EntryType;
using ports::PaperRow;

constexpr int kNameField = 39;  // of a TD3
constexpr std::size_t kStateLetters = 3;

Failure malformed(std::string_view reason) { return fail(ErrorKind::malformed, reason); }

std::string versioned_name(const continuity::PaperRules& rules) { return rules.id + "@" + rules.edition; }

Done may_enter(const ports::Caller& caller) { return ports::may(caller, access::Action::enter_fallback); }

// --- printing -------------------------------------------------------------------------------------------

ports::Sheet sheet_of(const PaperRow& form, const ports::NodeCreated& node,
                      const continuity::PaperTexts& texts) {
  const auto t = [&](const std::string& key) { return texts.texts.at(key); };
  ports::SheetPart head{
      "", t("law"), {{t("post"), node.state + ", " + node.post}, {t("edition"), texts.edition}}};
  ports::SheetPart body{t("person"), "", {}};
  for (const auto& row : texts.rows) body.rows.push_back({t(row), ""});
  return {t("title"), form.number, true, {std::move(head), std::move(body)}, form.printed_at};
}

std::vector<std::string> new_numbers(const ports::NodeCreated& node, Date on, std::int64_t before,
                                     int count) {
  std::vector<std::string> numbers;
  for (int i = 1; i <= count; ++i) {
    numbers.push_back(continuity::paper_number(node.post, on.year(), before + i));
  }
  return numbers;
}

Result<PrintedBatch> batch_of(const ports::Records& records, PaperBatchId id) {
  const auto rows = records.operations().paper_batch(id);
  if (!rows) return pass_on(rows);
  if (rows->empty()) return fail(ErrorKind::not_found, "batch_unknown");
  PrintedBatch batch{id, {}};
  for (const auto& row : *rows) batch.numbers.push_back(row.number);
  return batch;
}

// --- entering -------------------------------------------------------------------------------------------

std::string six_digits(Date date) {
  const std::string text = to_text(date);  // YYYY-MM-DD
  return text.substr(2, 2) + text.substr(5, 2) + text.substr(8, 2);
}

std::string letters_of(std::string_view text) {
  return people::standard_transliterator().to_mrz_characters(text).text;
}

/// The zone that a passport with these fields has. Fails as documents::write_mrz and `malformed/sex_unknown`.
Result<std::string> zone_of(const PaperFields& fields) {
  documents::MrzContent content;
  content.document_code = "P";
  content.issuing_state = to_ascii_upper(trim(fields.issuer));
  content.document_number = letters_of(fields.document_number);
  content.nationality = to_ascii_upper(trim(fields.nationality));
  content.birth_date = six_digits(fields.birth_date);
  content.expiry_date = six_digits(fields.expires_on);
  if (!parse(fields.sex, content.sex)) return malformed("sex_unknown");
  const bool states = content.issuing_state.size() <= kStateLetters && !content.issuing_state.empty();
  if (!states) return malformed("document_missing");
  const auto name =
      people::name_from_mrz(people::to_mrz_name({fields.surname, fields.given_names, false}, kNameField));
  content.primary_identifier = name.primary;
  content.secondary_identifier = name.secondary;
  const auto lines = documents::write_mrz(content);
  if (!lines) return pass_on(lines);
  return join(*lines, "\n");
}

Result<std::string> mrz_of(const EnterForm& input) {
  if (input.mrz.has_value() == input.fields.has_value()) return malformed("document_missing");
  if (input.fields) return zone_of(*input.fields);
  if (trim(*input.mrz).empty()) return malformed("document_missing");
  return *input.mrz;
}

Done check_grounds(const EnterForm& input, const crossings::RefusalGrounds& grounds) {
  if (input.outcome == crossings::Outcome::admit) {
    return input.grounds && !input.grounds->empty() ? Done{malformed("ground_unknown")} : Done{};
  }
  if (input.outcome != crossings::Outcome::refuse) return malformed("outcome_not_for_paper");
  const auto known = [&](const std::string& letter) {
    return std::ranges::find(grounds.grounds, letter, &crossings::RefusalGround::letter) !=
           grounds.grounds.end();
  };
  const bool right = input.grounds && !input.grounds->empty() && std::ranges::all_of(*input.grounds, known);
  return right ? Done{} : Done{malformed("ground_unknown")};
}

Done check_texts(const EnterForm& input) {
  if (trim(input.decided_by).empty()) return malformed("decided_by_missing");
  if (const Done fits = ports::check_officer_text(input.decided_by, kPaperNameBytesMax); !fits) return fits;
  for (const auto* text : {&input.note, &input.purpose}) {
    const Done fits = ports::check_officer_text(text->value_or(""), kPaperTextBytesMax);
    if (!fits) return fits;
  }
  return {};
}

/// Fails `not_found/paper_unknown`, `conflict/paper_entered`.
Result<PaperRow> waiting_form(const ports::Records& records, const std::string& number) {
  auto row = records.operations().find_paper(number);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "paper_unknown");
  if ((*row)->inspection_id) return fail(ErrorKind::conflict, "paper_entered");
  return **std::move(row);
}

/// One form has one inspection: entering it again after a fault finds the one that was opened.
inspection::Request request_of(const std::string& number, Instant happened_at, const std::string& mrz) {
  const std::string what = number + "\n" + to_text(happened_at) + "\n" + mrz;
  return {"paper-" + number, sha256(what), {}, happened_at};
}

ports::InspectionDecided decision_of(const EnterForm& input, FormalityId id, Date on) {
  std::vector<std::string> reasons = input.grounds.value_or(std::vector<std::string>{});
  reasons.emplace_back(ports::kEnteredUnderFallback);
  return {id,
          std::string(name(input.outcome)),
          std::move(reasons),
          input.note.value_or(""),
          input.purpose.value_or(""),
          input.days_granted,
          on};
}

/// Decision and form in one piece, so that a form is entered whole or not at all.
Done record_entered(const Parts& parts, const ports::Caller& caller, const ports::InspectionDecided& decided,
                    const ports::PaperEntered& entered) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    if (const auto form = waiting_form(now, entered.number); !form) return pass_on(form);
    const auto row = now.find_inspection(entered.inspection_id);
    if (!row) return pass_on(row);
    if (!row->has_value() || (*row)->decision) return fail(ErrorKind::conflict, "already_decided");
    ports::Outcome outcome;
    outcome.drafts = {
        draft_by(caller, *node, EntryType::inspection_decided, to_text(entered.inspection_id),
                 to_json(decided).get_object()),
        draft_by(caller, *node, EntryType::paper_entered, entered.number, to_json(entered).get_object())};
    return outcome;
  });
  return receipt ? Done{} : Done{pass_on(receipt)};
}

}  // namespace

Result<PrintedBatch> PaperForms::print(const ports::Caller& caller, const PrintForms& input,
                                       const ports::ActRequest& request) const {
  if (const Done allowed = may_enter(caller); !allowed) return pass_on(allowed);
  if (input.count < 1 || input.count > parts_.rules.at_once_max) return malformed("count_out_of_range");
  const auto* texts = continuity::find_paper_texts(input.language);
  if (texts == nullptr) return malformed("unknown_language");
  const auto id = parts_.ids.make<PaperBatchId>();
  std::string subject = to_text(id);
  const Date on = parts_.clock.local_date(parts_.clock.now());
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto repeat = subject_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) {
      subject = **repeat;
      return ports::Outcome{};
    }
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const auto before = now.operations().count_paper();
    if (!before) return pass_on(before);
    const ports::PaperPrinted printed{id, new_numbers(*node, on, *before, input.count), input.language,
                                      texts->edition};
    return ports::Outcome{
        {draft_by(caller, *node, EntryType::paper_printed, to_text(id), to_json(printed).get_object())},
        mark_of(caller, request, to_text(id)),
        {}};
  });
  if (!receipt) return pass_on(receipt);
  const auto made = parse_id<PaperBatchId>(subject);
  if (!made) return fail(ErrorKind::conflict, "idempotency_key_reused");
  return batch_of(parts_.records, *made);
}

Result<std::string> PaperForms::batch_pdf(const ports::Caller& caller, PaperBatchId id) const {
  if (const Done allowed = may_enter(caller); !allowed) return pass_on(allowed);
  const auto node = ports::made_node(parts_.records);
  if (!node) return pass_on(node);
  const auto rows = parts_.records.operations().paper_batch(id);
  if (!rows) return pass_on(rows);
  if (rows->empty()) return fail(ErrorKind::not_found, "batch_unknown");
  const auto* texts = continuity::find_paper_texts(rows->front().language);
  if (texts == nullptr) return malformed("unknown_language");
  std::vector<ports::Sheet> sheets;
  for (const auto& row : *rows) sheets.push_back(sheet_of(row, *node, *texts));
  return parts_.printer.sheets(sheets);
}

Result<std::vector<PaperRow>> PaperForms::list(const ports::Caller& caller) const {
  if (const Done allowed = may_enter(caller); !allowed) return pass_on(allowed);
  return parts_.records.operations().paper_forms(kFormsShown);
}

Result<EnteredForm> PaperForms::enter(const ports::Caller& caller, const EnterForm& input) const {
  const Done right = may_enter(caller).and_then([&] { return check_texts(input); }).and_then([&] {
    return check_grounds(input, parts_.grounds);
  });
  if (!right) return pass_on(right);
  const auto number = continuity::read_paper_number(input.number);
  if (!number) return pass_on(number);
  const auto delay = continuity::delay_of(input.happened_at, parts_.clock.now(), parts_.rules);
  if (!delay) return pass_on(delay);
  const auto mrz = mrz_of(input);
  if (!mrz) return pass_on(mrz);
  if (const auto form = waiting_form(parts_.records, *number); !form) return pass_on(form);
  const auto view = parts_.inspections.open(caller, {*mrz, input.direction, input.lane, true},
                                            request_of(*number, input.happened_at, *mrz));
  if (!view) return pass_on(view);
  const Date on = parts_.clock.local_date(input.happened_at);
  const ports::PaperEntered entered{
      *number,        view->id,    input.happened_at,           input.decided_by,
      delay->minutes, delay->late, versioned_name(parts_.rules)};
  const Done recorded = record_entered(parts_, caller, decision_of(input, view->id, on), entered);
  if (!recorded) return pass_on(recorded);
  auto form = parts_.records.operations().find_paper(*number);
  if (!form) return pass_on(form);
  return EnteredForm{**std::move(form), view->assessment.verdict, std::ssize(view->hits)};
}

}  // namespace cardea::fallback
