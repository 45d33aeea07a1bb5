#include "cardea/testkit/people.hpp"

#include "cardea/documents/mrz_writer.hpp"

namespace cardea::testkit {

std::string passport_of(const Person& person) {
  documents::MrzContent content;
  content.format = documents::Format::td3;
  content.document_code = person.code;
  content.issuing_state = person.issuer;
  content.nationality = person.nationality;
  content.document_number = person.number;
  content.birth_date = person.birth;
  content.expiry_date = person.expires;
  content.sex = documents::Sex::female;
  content.primary_identifier = person.primary;
  content.secondary_identifier = person.secondary;
  const auto lines = documents::write_mrz(content).value();
  return lines.at(0) + "\n" + lines.at(1);
}

std::string with_wrong_digit(std::string mrz) {
  char& digit = mrz.back();
  digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
  return mrz;
}

watchlist::Alert alert_about(std::string source, std::string source_id, std::string name,
                             std::string_view birth) {
  watchlist::Alert alert;
  alert.source = std::move(source);
  alert.source_id = std::move(source_id);
  alert.category = "sanctions";
  alert.owner = "UN Security Council";
  alert.legal_basis = "resolution 1267";
  alert.names.push_back({std::move(name), "", "", "Latn", watchlist::AliasQuality::primary});
  alert.birth_dates.push_back({parse_partial_date(birth).value(), false, {}});
  alert.review_on = Date::create(2030, 1, 1);
  return alert;
}

}  // namespace cardea::testkit
