#include "cardea/cases/form.hpp"

#include <algorithm>
#include <array>

#include "data_files.hpp"

namespace cardea::cases {
namespace {

struct AppealFile {
  std::vector<AppealInfo> appeals;
};
BOOST_DESCRIBE_STRUCT(AppealFile, (), (appeals))

constexpr std::array<std::string_view, 26> kTexts{
    "title",       "law",       "post",        "decided_at", "surname",         "given_names",
    "born",        "sex",       "nationality", "document",   "issued_by",       "carrier",
    "informed_at", "return_on", "return_to",   "informed",   "facts",           "copy",
    "person",      "officer",   "approver",    "signed",     "refused_to_sign", "female",
    "male",        "annulled"};

std::string text_in(const FormTexts& form, std::string_view key) {
  const auto found = form.texts.find(std::string(key));
  return found == form.texts.end() ? std::string() : found->second;
}

std::string text_in(const std::map<std::string, std::string>& texts, const std::string& language) {
  const auto found = texts.find(language);
  return found == texts.end() ? texts.at("en") : found->second;
}

/// Two languages of the form, or one.
struct Pair {
  const FormTexts& officer;
  const FormTexts& traveller;
  [[nodiscard]] bool same() const { return officer.language == traveller.language; }

  [[nodiscard]] Bilingual of(std::string_view key) const {
    return {text_in(officer, key), same() ? "" : text_in(traveller, key)};
  }
  [[nodiscard]] Bilingual ground(const std::string& letter) const {
    return {officer.grounds.at(letter), same() ? "" : traveller.grounds.at(letter)};
  }
  [[nodiscard]] std::string both(std::string_view key) const {
    const Bilingual pair = of(key);
    return pair.other.empty() ? pair.text : pair.text + " / " + pair.other;
  }
};

std::string sex_of(const FormFacts& facts, const Pair& pair) {
  return facts.sex == "female" || facts.sex == "male" ? pair.both(facts.sex) : std::string("–");
}

std::vector<FormRow> rows_of(const FormFacts& facts, const Pair& pair) {
  const auto row = [&](std::string_view key, std::string value) {
    return FormRow{pair.of(key), value.empty() ? std::string("–") : std::move(value)};
  };
  return {row("post", facts.post),
          row("decided_at", facts.decided_at),
          row("surname", facts.surname),
          row("given_names", facts.given_names),
          row("born", facts.born),
          row("sex", sex_of(facts, pair)),
          row("nationality", facts.nationality),
          row("document", facts.document),
          row("issued_by", facts.document_issuer),
          row("carrier", facts.carrier),
          row("informed_at", facts.carrier_informed),
          row("return_on", facts.return_on),
          row("return_to", facts.return_to)};
}

// All grounds stand on the form; those that hold are ticked.
std::vector<FormGround> grounds_of(const FormFacts& facts, const Pair& pair) {
  std::vector<FormGround> grounds;
  for (const auto& [letter, text] : pair.officer.grounds) {
    const bool chosen = std::ranges::find(facts.grounds, letter) != facts.grounds.end();
    grounds.push_back({letter, chosen, pair.ground(letter)});
  }
  return grounds;
}

Bilingual appeal_text(const FormFacts& facts, const Pair& pair) {
  const AppealInfo& info = appeal_of(facts.state);
  return {text_in(info.text, pair.officer.language),
          pair.same() ? "" : text_in(info.text, pair.traveller.language)};
}

std::vector<FormRow> signatures_of(const FormFacts& facts, const Pair& pair) {
  const std::string signature = facts.signature.empty() ? std::string() : pair.both(facts.signature);
  return {{pair.of("person"), signature},
          {pair.of("officer"), facts.officer},
          {pair.of("approver"), facts.approver}};
}

}  // namespace

Result<FormTexts> parse_form_texts(std::string_view json_text) {
  auto form = parse_file<FormTexts>(json_text);
  if (!form) return form;
  if (form->language.empty() || form->edition.empty() || form->legal_source.empty())
    return out_of_range(form->language);
  if (form->direction != "ltr" && form->direction != "rtl") return out_of_range("direction");
  for (const std::string_view key : kTexts) {
    if (text_in(*form, key).empty()) return out_of_range(key);
  }
  for (char letter = 'A'; letter <= 'J'; ++letter) {
    if (!form->grounds.contains(std::string(1, letter))) return out_of_range(std::string(1, letter));
  }
  return form;
}

Result<std::vector<AppealInfo>> parse_appeal_info(std::string_view json_text) {
  auto file = parse_file<AppealFile>(json_text);
  if (!file) return pass_on(file);
  bool general = false;
  for (const AppealInfo& info : file->appeals) {
    general = general || info.state == "*";
    const bool sane =
        !info.id.empty() && !info.edition.empty() && !info.legal_source.empty() && info.text.contains("en");
    if (!sane) return out_of_range(info.id);
  }
  if (!general) return out_of_range("*");
  return std::move(file->appeals);
}

const std::vector<FormTexts>& standard_form_texts() {
  static const std::vector<FormTexts> forms{
      built_in(parse_form_texts(refusal_form_en_text())), built_in(parse_form_texts(refusal_form_fr_text())),
      built_in(parse_form_texts(refusal_form_es_text())), built_in(parse_form_texts(refusal_form_pt_text())),
      built_in(parse_form_texts(refusal_form_ar_text()))};
  return forms;
}

const std::vector<AppealInfo>& standard_appeal_info() {
  static const std::vector<AppealInfo> appeals = built_in(parse_appeal_info(appeal_info_text()));
  return appeals;
}

const FormTexts* find_form(std::string_view language) {
  const auto found = std::ranges::find(standard_form_texts(), language, &FormTexts::language);
  return found == standard_form_texts().end() ? nullptr : &*found;
}

const AppealInfo& appeal_of(std::string_view state) {
  const auto& all = standard_appeal_info();
  const auto own = std::ranges::find(all, state, &AppealInfo::state);
  return own != all.end() ? *own : *std::ranges::find(all, "*", &AppealInfo::state);
}

std::string versioned_name(const AppealInfo& info) { return info.id + "@" + info.edition; }

PrintedForm lay_out(const FormFacts& facts, const FormTexts& officer, const FormTexts& traveller) {
  const Pair pair{officer, traveller};
  PrintedForm form;
  form.number = facts.number;
  form.language = officer.language;
  if (!pair.same()) form.other_language = traveller.language;
  form.rtl = officer.direction == "rtl";
  form.other_rtl = !pair.same() && traveller.direction == "rtl";
  form.title = pair.of("title");
  form.law = pair.of("law");
  form.rows = rows_of(facts, pair);
  form.informed = pair.of("informed");
  form.grounds = grounds_of(facts, pair);
  form.facts = {pair.of("facts"), facts.facts};
  form.appeal = appeal_text(facts, pair);
  form.copy = pair.of("copy");
  form.signatures = signatures_of(facts, pair);
  if (facts.annulled) form.annulled = pair.of("annulled");
  form.made_at = facts.made_at;
  return form;
}

}  // namespace cardea::cases
