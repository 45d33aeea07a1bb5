// The export as a letter that a person can read, in the language of the answer.
#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "data_subjects.hpp"

namespace cardea::accountability {
namespace {

using ports::SheetPart;
using ports::SheetRow;

constexpr std::string_view kBetween = " · ";

/// Joins what is there.
std::string joined(std::initializer_list<std::string> pieces) {
  std::string text;
  for (const auto& piece : pieces) {
    if (piece.empty()) continue;
    if (!text.empty()) text.append(kBetween);
    text.append(piece);
  }
  return text;
}

std::string date_of(const std::optional<Date>& date) { return date ? to_text(*date) : std::string(); }

class Letter {
 public:
  Letter(const DataExport& made, const privacy::LetterTexts& texts) : made_{made}, texts_{texts} {}

  [[nodiscard]] std::vector<SheetPart> parts() const {
    std::vector<SheetPart> all{request()};
    for (const auto& person : made_.persons) {
      all.push_back(who(person));
      all.push_back(documents(person));
      all.push_back(crossings(person));
      all.push_back(stays(person));
      all.push_back(permits(person));
      all.push_back(cases(person));
      all.push_back(comparisons(person));
      all.push_back(corrections(person));
    }
    all.push_back(recipients());
    all.push_back(purposes());
    all.push_back(retention());
    all.push_back({"", made_.notice, {}});
    all.push_back({"", t("rights"), {}});
    return all;
  }

 private:
  [[nodiscard]] std::string t(std::string_view key) const { return text_in(texts_, key); }

  /// The same headings stand in every letter, with or without something under them.
  [[nodiscard]] SheetPart part(std::string_view heading, std::vector<SheetRow> rows) const {
    std::string text = rows.empty() ? t("nothing") : std::string();
    return {t(heading), std::move(text), std::move(rows)};
  }

  [[nodiscard]] SheetPart request() const {
    return part("request", {{t("kind"), t(made_.kind)},
                            {t("requester"), made_.requester},
                            {t("received_on"), to_text(made_.received_on)},
                            {t("made_on"), to_text(made_.made_on)},
                            {t("controller"), joined({made_.state, made_.agency, made_.post})}});
  }

  [[nodiscard]] SheetPart who(const ExportedPerson& person) const {
    std::vector<std::string> born;
    for (const auto& date : person.birth_dates) born.push_back(to_text(date));
    return part("person", {{t("surname"), person.primary_identifier},
                           {t("given_names"), person.secondary_identifier},
                           {t("born"), join(born, ", ")},
                           {t("sex"), t(person.sex)},
                           {t("nationality"), person.nationality},
                           {t("first_seen"), to_text(person.first_recorded)},
                           {t("last_seen"), to_text(person.last_recorded)}});
  }

  [[nodiscard]] SheetPart documents(const ExportedPerson& person) const {
    std::vector<SheetRow> rows;
    for (const auto& each : person.documents) {
      rows.push_back({joined({each.code, each.issuer}), each.number});
    }
    return part("documents", std::move(rows));
  }

  [[nodiscard]] SheetPart crossings(const ExportedPerson& person) const {
    std::vector<SheetRow> rows;
    for (const auto& each : person.crossings) {
      rows.push_back({to_text(each.on), joined({each.post, t(each.direction), t(each.outcome), each.document,
                                                each.purpose, each.mrz})});
    }
    return part("crossings", std::move(rows));
  }

  [[nodiscard]] SheetPart stays(const ExportedPerson& person) const {
    std::vector<SheetRow> rows;
    for (const auto& each : person.stays) {
      rows.push_back({to_text(each.entered), joined({date_of(each.last_day), date_of(each.left)})});
    }
    return part("stays", std::move(rows));
  }

  [[nodiscard]] SheetPart permits(const ExportedPerson& person) const {
    std::vector<SheetRow> rows;
    for (const auto& each : person.permits) {
      rows.push_back({each.kind, joined({each.number, each.document, to_text(each.valid_from),
                                         to_text(each.valid_to), date_of(each.ended_on)})});
    }
    return part("permits", std::move(rows));
  }

  [[nodiscard]] SheetPart cases(const ExportedPerson& person) const {
    std::vector<SheetRow> rows;
    for (const auto& each : person.cases) {
      const std::string outcome = each.outcome.empty() ? t("none") : t(each.outcome);
      const std::string handed = each.handed_to.empty() ? std::string() : t(each.handed_to);
      rows.push_back({to_text(each.opened_on), joined({outcome, handed, join(each.conditions, ", ")})});
      for (const auto& answer : each.answers) rows.push_back({answer.question, answer.answer});
      for (const auto& refusal : each.refusals) {
        rows.push_back({t("refusals"), joined({refusal.number, join(refusal.grounds, ", "), refusal.facts})});
      }
    }
    return part("cases", std::move(rows));
  }

  [[nodiscard]] SheetPart comparisons(const ExportedPerson& person) const {
    std::vector<SheetRow> rows;
    for (const auto& each : person.comparisons) {
      rows.push_back({to_text(each.on), joined({each.source, t(each.result)})});
    }
    return part("hits", std::move(rows));
  }

  [[nodiscard]] SheetPart corrections(const ExportedPerson& person) const {
    std::vector<SheetRow> rows;
    for (const auto& each : person.corrections) {
      rows.push_back({to_text(each.on), joined({t(label_of(each.field)), each.old_value,
                                                t("corrected_to") + ": " + each.new_value, each.reason})});
    }
    return part("corrections", std::move(rows));
  }

  [[nodiscard]] static std::string_view label_of(std::string_view field) {
    if (field == "primary_identifier") return "surname";
    if (field == "secondary_identifier") return "given_names";
    return field == "birth_date" ? "born" : field;
  }

  [[nodiscard]] SheetPart recipients() const {
    std::vector<SheetRow> rows;
    for (const auto& each : made_.recipients) rows.push_back({t(each.kind), each.name});
    return part("recipients", std::move(rows));
  }

  [[nodiscard]] SheetPart purposes() const {
    std::vector<SheetRow> rows;
    for (const auto& each : made_.purposes) rows.push_back({t(each), ""});
    return part("purposes", std::move(rows));
  }

  [[nodiscard]] SheetPart retention() const {
    std::vector<SheetRow> rows;
    for (const auto& each : made_.retention.periods) {
      std::string period = std::to_string(each.years);
      if (each.days > 0) period += " + " + std::to_string(each.days) + " " + t("days");
      rows.push_back({t("kept_" + each.what), std::move(period)});
    }
    rows.push_back({made_.retention.schedule, made_.retention.legal_source});
    return part("retention", std::move(rows));
  }

  const DataExport& made_;
  const privacy::LetterTexts& texts_;
};

}  // namespace

ports::Sheet letter_of(const DataExport& made, const privacy::LetterTexts& texts, Instant made_at) {
  ports::Sheet sheet{text_in(texts, "title"), to_text(made.request_id), false, {}, made_at};
  sheet.parts = Letter(made, texts).parts();
  sheet.parts.insert(sheet.parts.begin(), {"", text_in(texts, "law"), {}});
  return sheet;
}

}  // namespace cardea::accountability
