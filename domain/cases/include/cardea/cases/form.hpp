#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

// The form that a person refused entry is given. Law: Regulation (EU) 2016/399, Article 14(2) and Annex V
// part B.

namespace cardea::cases {

/// The form in one language: data/forms/refusal/<language>.json. `texts` are named by the members of
/// PrintedForm and the rows in form.cpp; `grounds` by their letters.
struct FormTexts {
  std::string language;
  std::string direction;  ///< "ltr" or "rtl"
  std::string edition;
  std::string legal_source;
  std::map<std::string, std::string> texts;
  std::map<std::string, std::string> grounds;
};
BOOST_DESCRIBE_STRUCT(FormTexts, (), (language, direction, edition, legal_source, texts, grounds))

/// Where and how a refusal can be appealed against; `state` "*" stands for every state without its own.
struct AppealInfo {
  std::string id;
  std::string state;
  std::string edition;
  std::string legal_source;
  std::map<std::string, std::string> text;  ///< by language
};
BOOST_DESCRIBE_STRUCT(AppealInfo, (), (id, state, edition, legal_source, text))

/// Fails `malformed/json_...` or `malformed/rule_out_of_range`.
[[nodiscard]] Result<FormTexts> parse_form_texts(std::string_view json_text);
[[nodiscard]] Result<std::vector<AppealInfo>> parse_appeal_info(std::string_view json_text);
[[nodiscard]] const std::vector<FormTexts>& standard_form_texts();
[[nodiscard]] const std::vector<AppealInfo>& standard_appeal_info();

/// Null when the form is not there in this language.
[[nodiscard]] const FormTexts* find_form(std::string_view language);
/// The state's own information, or that for every state.
[[nodiscard]] const AppealInfo& appeal_of(std::string_view state);
[[nodiscard]] std::string versioned_name(const AppealInfo& info);

/// The same text in the officer's language and in the traveller's. `other` is empty when both are one.
struct Bilingual {
  std::string text;
  std::string other;
};
BOOST_DESCRIBE_STRUCT(Bilingual, (), (text, other))

struct FormRow {
  Bilingual label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(FormRow, (), (label, value))

struct FormGround {
  std::string letter;
  bool chosen = false;
  Bilingual text;
};
BOOST_DESCRIBE_STRUCT(FormGround, (), (letter, chosen, text))

/// All that stands on the paper, in the order in which it stands there.
struct PrintedForm {
  std::string number;
  std::string language;        ///< the officer's
  std::string other_language;  ///< the traveller's; empty when it is the same
  bool rtl = false;
  bool other_rtl = false;
  Bilingual title;
  Bilingual law;
  std::vector<FormRow> rows;  ///< post, time, person, document, carrier, return
  Bilingual informed;         ///< "... is hereby informed that entry is refused ..."
  std::vector<FormGround> grounds;
  FormRow facts;
  Bilingual appeal;
  Bilingual copy;
  std::vector<FormRow> signatures;
  std::optional<Bilingual> annulled;  ///< stands over the form once the refusal is annulled
  Instant made_at;                    ///< of the decision: the same refusal gives the same paper
};
BOOST_DESCRIBE_STRUCT(PrintedForm, (),
                      (number, language, other_language, rtl, other_rtl, title, law, rows, informed, grounds,
                       facts, appeal, copy, signatures, annulled, made_at))

/// What the form is about, as text. Names and dates are written as the document has them.
struct FormFacts {
  std::string number;
  std::string state;  ///< alpha-3, for the information on appeal
  std::string post;
  std::string decided_at;  ///< "2026-11-23 10:05", by the clock of the post
  std::string surname;
  std::string given_names;
  std::string born;
  std::string sex;
  std::string nationality;
  std::string document;
  std::string document_issuer;
  std::string carrier;
  std::string carrier_informed;
  std::string return_on;
  std::string return_to;
  std::vector<std::string> grounds;
  std::string facts;
  std::string officer;
  std::string approver;
  std::string signature;  ///< "", "signed" or "refused_to_sign"
  bool annulled = false;
  Instant made_at;
};

/// Lays the facts out in two languages. Pure: the same arguments give the same form.
[[nodiscard]] PrintedForm lay_out(const FormFacts& facts, const FormTexts& officer,
                                  const FormTexts& traveller);

}  // namespace cardea::cases
