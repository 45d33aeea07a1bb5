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

constexpr std::string_view kNamespace = "eu.europa.ec/fpi/fsd/export";
constexpr std::string_view kUnknownCountry = "00";

void take_name(const XmlElement& element, Alert& alert) {
  std::string name = squeeze(element.attribute("wholeName"));
  std::string primary = squeeze(element.attribute("lastName"));
  std::string secondary = squeeze(std::string(element.attribute("firstName")) + ' ' +
                                  std::string(element.attribute("middleName")));
  if (name.empty()) name = squeeze(secondary + ' ' + primary);
  if (primary.empty()) secondary.clear();
  const bool weak = element.attribute("strong") == "false";
  const AliasQuality quality = alert.names.empty() ? AliasQuality::primary
                               : weak              ? AliasQuality::weak
                                                   : AliasQuality::strong;
  add_name(alert, {std::move(name), std::move(primary), std::move(secondary), {}, quality});
  const std::string_view gender = element.attribute("gender");
  if (gender == "M") alert.sex = people::Sex::male;
  if (gender == "F") alert.sex = people::Sex::female;
  if (const auto function = squeeze(element.attribute("function")); !function.empty()) {
    add_remark(alert, "Function: " + function);
  }
}

/// `year`, `monthOfYear` and `dayOfMonth` give a day as text that the date parser takes.
std::string date_of(const XmlElement& element) {
  const auto two_digits = [](std::string_view number) {
    return number.size() == 1 ? "-0" + std::string(number) : "-" + std::string(number);
  };
  std::string date{element.attribute("year")};
  const std::string_view month = element.attribute("monthOfYear");
  const std::string_view day = element.attribute("dayOfMonth");
  if (!month.empty()) date += two_digits(month);
  if (!month.empty() && !day.empty()) date += two_digits(day);
  return date;
}

std::optional<watchlist::BirthDate> birth_of(const XmlElement& element) {
  if (const auto born = parse_birth_date(element.attribute("birthdate"))) return born;
  if (const auto born = parse_birth_date(date_of(element))) return born;
  return birth_between(element.attribute("yearRangeFrom"), element.attribute("yearRangeTo"));
}

std::string country_name(const XmlElement& element) {
  const bool unknown = element.attribute("countryIso2Code") == kUnknownCountry;
  return unknown ? std::string{} : squeeze(element.attribute("countryDescription"));
}

std::string country_code(const XmlElement& element) {
  std::string code = alpha3_of_code(element.attribute("countryIso2Code"));
  return code.empty() ? alpha3_or_name(country_name(element)) : code;
}

void take_birth(const XmlElement& element, Alert& alert) {
  if (auto born = birth_of(element)) {
    born->approximate = element.attribute("circa") == "true";
    add_birth(alert, *born);
  }
  add_once(alert.birth_places,
           join_known({squeeze(element.attribute("place")), squeeze(element.attribute("city")),
                       squeeze(element.attribute("region")), country_name(element)}));
}

void take_address(const XmlElement& element, Alert& alert) {
  add_once(alert.addresses,
           join_known({squeeze(element.attribute("street")), squeeze(element.attribute("poBox")),
                       squeeze(element.attribute("zipCode")), squeeze(element.attribute("city")),
                       squeeze(element.attribute("region")), country_name(element)}));
}

std::string document_type(std::string_view code) {
  if (code == "passport") return "passport";
  if (code == "id") return "national_id";
  if (code == "ssn" || code == "fiscalcode") return "tax_number";
  if (code == "regnumber") return "registration";
  return "other";
}

void take_document(const XmlElement& element, Alert& alert) {
  std::string number = squeeze(element.attribute("number"));
  if (number.empty()) number = squeeze(element.attribute("latinNumber"));
  if (number.empty()) return;
  const std::string type = document_type(element.attribute("identificationTypeCode"));
  const std::string_view listed =
      type == "other" ? element.attribute("identificationTypeDescription") : std::string_view{};
  alert.documents.push_back({type, number, alpha3_of_code(element.attribute("countryIso2Code")),
                             join_known({listed, squeeze(element.child_text("remark"))})});
}

void take_regulation(const XmlElement& element, Alert& alert) {
  const std::string_view programme = element.attribute("programme");
  const std::string_view title = element.attribute("numberTitle");
  if (alert.category.empty()) alert.category = programme;
  if (alert.legal_basis.empty() && !title.empty()) alert.legal_basis = "Regulation " + squeeze(title);
  if (!alert.listed_on) alert.listed_on = parse_date(element.attribute("publicationDate"));
}

void take_child(const XmlElement& child, Alert& alert) {
  if (child.name == "nameAlias") take_name(child, alert);
  if (child.name == "birthdate") take_birth(child, alert);
  if (child.name == "citizenship") add_once(alert.nationalities, country_code(child));
  if (child.name == "address") take_address(child, alert);
  if (child.name == "identification") take_document(child, alert);
  if (child.name == "regulation") take_regulation(child, alert);
  if (child.name == "remark") add_remark(alert, squeeze(child.text));
}

bool is_person(const XmlElement& entry) {
  const XmlElement* type = entry.child("subjectType");
  return type != nullptr &&
         (type->attribute("classificationCode") == "P" || type->attribute("code") == "person");
}

Alert alert_of(const XmlElement& entry) {
  Alert alert;
  alert.source_id = entry.attribute("euReferenceNumber");
  if (alert.source_id.empty()) alert.source_id = entry.attribute("logicalId");
  alert.kind = is_person(entry) ? SubjectKind::person : SubjectKind::organisation;
  alert.owner = "European Union";
  alert.listed_on = parse_date(entry.attribute("designationDate"));
  for (const auto& child : entry.children) take_child(child, alert);
  return alert;
}

}  // namespace

Result<ParsedList> read_eu_sanctions(std::string_view xml, const Progress& progress) {
  Collector collector("eu_fsf", "eu_sanctions.xml");
  std::string version;
  const XmlHandlers handlers{[&version](const XmlElement& root) {
                               version = root.attribute("generationDate");
                               return root.name == "export" &&
                                      root.attribute("xmlns").find(kNamespace) != std::string_view::npos;
                             },
                             [&collector](const XmlElement& entry, std::string_view raw) {
                               collector.take(alert_of(entry), entry.line, raw);
                             }};
  if (const Done read = read_xml(xml, {"sanctionEntity"}, handlers, progress); !read) return pass_on(read);
  return collector.finish(std::move(version));
}

}  // namespace cardea::lists
