#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "countries.hpp"
#include "dates.hpp"
#include "xml.hpp"

namespace cardea::lists {
namespace {

using watchlist::Alert;
using watchlist::AliasQuality;
using watchlist::SubjectKind;

struct Regime {
  std::string_view list;
  std::string_view resolution;
};

/// The resolution each committee keeps its list under.
constexpr std::array<Regime, 14> kRegimes = {{{"Al-Qaida", "1267 (1999)"},
                                              {"Taliban", "1988 (2011)"},
                                              {"DPRK", "1718 (2006)"},
                                              {"Iran", "1737 (2006)"},
                                              {"Iraq", "1518 (2003)"},
                                              {"DRC", "1533 (2004)"},
                                              {"Libya", "1970 (2011)"},
                                              {"Somalia", "751 (1992)"},
                                              {"CAR", "2127 (2013)"},
                                              {"Haiti", "2653 (2022)"},
                                              {"Yemen", "2140 (2014)"},
                                              {"GB", "2048 (2012)"},
                                              {"Sudan", "1591 (2005)"},
                                              {"SouthSudan", "2206 (2015)"}}};

std::string legal_basis_of(std::string_view list) {
  const auto regime = std::ranges::find(kRegimes, list, &Regime::list);
  if (regime == kRegimes.end()) return "United Nations Security Council list " + std::string(list);
  return "United Nations Security Council resolution " + std::string(regime->resolution);
}

/// All values of children like `<NATIONALITY><VALUE>...</VALUE></NATIONALITY>`.
std::vector<std::string> values_of(const XmlElement& entry, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& child : entry.children) {
    if (child.name != name) continue;
    for (const auto& value : child.children) {
      if (value.name == "VALUE") add_once(values, squeeze(value.text));
    }
  }
  return values;
}

template <class Take>
void each_child(const XmlElement& entry, std::string_view name, Take take) {
  for (const auto& child : entry.children) {
    if (child.name == name) take(child);
  }
}

std::string main_name(const XmlElement& entry) {
  std::vector<std::string> parts;
  for (const auto part : {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}) {
    std::string text = squeeze(entry.child_text(part));
    if (!text.empty()) parts.push_back(std::move(text));
  }
  return join(parts, " ");
}

constexpr std::string_view kOriginalScript = "original script:";

/// `Low` marks the aliases the committee itself calls low quality; entities know only a.k.a. and f.k.a.
void take_alias(const XmlElement& alias, Alert& alert) {
  const bool weak = alias.child_text("QUALITY") == "Low";
  add_name(alert, {squeeze(alias.child_text("ALIAS_NAME")),
                   {},
                   {},
                   {},
                   weak ? AliasQuality::weak : AliasQuality::strong});
  if (const auto born = parse_birth_date(alias.child_text("DATE_OF_BIRTH"))) add_birth(alert, *born);
  const std::string_view note = alias.child_text("NOTE");
  if (note.starts_with(kOriginalScript)) {
    add_name(alert,
             {squeeze(note.substr(kOriginalScript.size())), {}, {}, {}, AliasQuality::original_script});
  } else if (!note.empty()) {
    add_remark(alert, "Alias " + squeeze(alias.child_text("ALIAS_NAME")) + ": " + squeeze(note));
  }
}

std::optional<watchlist::BirthDate> birth_of(const XmlElement& element) {
  if (const auto span = birth_between(element.child_text("FROM_YEAR"), element.child_text("TO_YEAR")))
    return span;
  for (const auto field : {"DATE", "YEAR", "NOTE"}) {
    if (auto born = parse_birth_date(element.child_text(field))) return born;
  }
  return std::nullopt;
}

void take_birth(const XmlElement& element, Alert& alert) {
  const std::string note = squeeze(element.child_text("NOTE"));
  auto born = birth_of(element);
  if (born) {
    born->approximate =
        element.child_text("TYPE_OF_DATE") == "APPROXIMATELY" || note.starts_with("Approximately");
    add_birth(alert, *born);
  } else if (!note.empty()) {
    add_remark(alert, "Date of birth: " + note);
  }
}

std::string type_of(std::string_view listed) {
  if (listed == "National Identification Number") return "national_id";
  for (const auto word : {"Passport", "Numéro de passeport", "Número de pasaporte"}) {
    if (listed == word) return "passport";
  }
  return "other";
}

void take_document(const XmlElement& element, Alert& alert) {
  const std::string number = squeeze(element.child_text("NUMBER"));
  const std::string listed = squeeze(element.child_text("TYPE_OF_DOCUMENT"));
  const std::string note = squeeze(element.child_text("NOTE"));
  if (number.empty()) return add_remark(alert, join_known({listed, note}));
  const std::string type = type_of(listed);
  std::string_view issuer = element.child_text("ISSUING_COUNTRY");
  if (issuer.empty()) issuer = element.child_text("COUNTRY_OF_ISSUE");
  const std::string_view issued = element.child_text("DATE_OF_ISSUE");
  alert.documents.push_back(
      {type, number, alpha3_of(issuer),
       join_known({type == "other" ? std::string_view(listed) : std::string_view{},
                   squeeze(element.child_text("TYPE_OF_DOCUMENT2")),
                   issued.empty() ? std::string{} : "issued " + std::string(issued), note})});
}

std::string place_of(const XmlElement& element) {
  return join_known({squeeze(element.child_text("STREET")), squeeze(element.child_text("CITY")),
                     squeeze(element.child_text("STATE_PROVINCE")), squeeze(element.child_text("ZIP_CODE")),
                     squeeze(element.child_text("COUNTRY")), squeeze(element.child_text("NOTE"))});
}

people::Sex sex_of(std::string_view gender) {
  const std::string word = to_ascii_lower(gender);
  if (word.starts_with("male")) return people::Sex::male;
  return word.starts_with("female") ? people::Sex::female : people::Sex::unspecified;
}

/// Most entries have no field for it but write "Gender: male" or "Gender [Male]" among the comments.
people::Sex sex_in_comments(std::string_view comments) {
  constexpr std::string_view kWord = "Gender";
  const std::size_t at = comments.find(kWord);
  if (at == std::string_view::npos) return people::Sex::unspecified;
  std::string_view rest = comments.substr(at + kWord.size());
  while (!rest.empty() && (rest.front() == ':' || rest.front() == ' ' || rest.front() == '['))
    rest.remove_prefix(1);
  return sex_of(rest);
}

constexpr std::string_view kNotAvailable = "na";

void take_nationalities(const XmlElement& entry, Alert& alert) {
  for (const auto& nationality : values_of(entry, "NATIONALITY")) {
    if (nationality != kNotAvailable) add_once(alert.nationalities, alpha3_or_name(nationality));
  }
}

void take_remarks(const XmlElement& entry, Alert& alert) {
  for (const auto& title : values_of(entry, "TITLE")) add_remark(alert, "Title: " + title);
  for (const auto& designation : values_of(entry, "DESIGNATION"))
    add_remark(alert, "Designation: " + designation);
  add_remark(alert, squeeze(entry.child_text("COMMENTS1")));
}

/// Persons and entities have the same children under names that begin differently.
void take_details(const XmlElement& entry, Alert& alert) {
  const std::string prefix = entry.name + '_';
  each_child(entry, prefix + "ALIAS", [&](const auto& child) { take_alias(child, alert); });
  each_child(entry, prefix + "DATE_OF_BIRTH", [&](const auto& child) { take_birth(child, alert); });
  each_child(entry, prefix + "DOCUMENT", [&](const auto& child) { take_document(child, alert); });
  each_child(entry, prefix + "PLACE_OF_BIRTH",
             [&](const auto& child) { add_once(alert.birth_places, place_of(child)); });
  each_child(entry, prefix + "ADDRESS",
             [&](const auto& child) { add_once(alert.addresses, place_of(child)); });
}

Alert alert_of(const XmlElement& entry) {
  Alert alert;
  alert.source_id = entry.child_text("REFERENCE_NUMBER");
  alert.kind = entry.name == "INDIVIDUAL" ? SubjectKind::person : SubjectKind::organisation;
  alert.category = squeeze(entry.child_text("UN_LIST_TYPE"));
  alert.owner = "United Nations Security Council";
  alert.legal_basis = legal_basis_of(alert.category);
  alert.listed_on = parse_date(entry.child_text("LISTED_ON"));
  alert.sex = sex_of(entry.child_text("GENDER"));
  if (alert.sex == people::Sex::unspecified) alert.sex = sex_in_comments(entry.child_text("COMMENTS1"));
  add_name(alert, {main_name(entry), {}, {}, {}, AliasQuality::primary});
  add_name(alert,
           {squeeze(entry.child_text("NAME_ORIGINAL_SCRIPT")), {}, {}, {}, AliasQuality::original_script});
  take_nationalities(entry, alert);
  take_remarks(entry, alert);
  take_details(entry, alert);
  return alert;
}

}  // namespace

Result<ParsedList> read_un_consolidated(std::string_view xml, const Progress& progress) {
  Collector collector("un_consolidated", "un_consolidated.xml");
  std::string version;
  const XmlHandlers handlers{[&version](const XmlElement& root) {
                               version = root.attribute("dateGenerated");
                               return root.name == "CONSOLIDATED_LIST";
                             },
                             [&collector](const XmlElement& entry, std::string_view raw) {
                               collector.take(alert_of(entry), entry.line, raw);
                             }};
  if (const Done read = read_xml(xml, {"INDIVIDUAL", "ENTITY"}, handlers, progress); !read)
    return pass_on(read);
  return collector.finish(std::move(version));
}

}  // namespace cardea::lists
