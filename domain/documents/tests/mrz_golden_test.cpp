#include <fstream>
#include <set>
#include <sstream>

#include "cardea/documents/check_digit.hpp"
#include "cardea/documents/mrz_json.hpp"
#include "cardea/kernel/text.hpp"
#include "mrz_samples.hpp"

// Every case of two public test suites. Where our answer differs from theirs, the difference must stand in
// data/deviations.tsv with the clause that justifies it, and nothing else may stand there.

namespace cardea::documents {
namespace {

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(CARDEA_ROOM_DIR) + "/tests/data/" + name, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

json::array cases_of(const std::string& file, const char* member) {
  return parse_json(file_text(file)).value().as_object().at(member).as_array();
}

// suite, case (from 1), what, theirs, ours
using Differences = std::set<std::string>;

class Comparison {
 public:
  Comparison(std::string suite, std::size_t number, Differences& out)
      : prefix_{std::move(suite) + '\t' + std::to_string(number) + '\t'}, out_{out} {}

  void expect(std::string_view what, std::string_view theirs, std::string_view ours) {
    if (theirs == ours) return;
    out_.insert(prefix_ + std::string(what) + '\t' + shown(theirs) + '\t' + shown(ours));
  }

 private:
  static std::string shown(std::string_view text) { return text.empty() ? "-" : std::string(text); }
  std::string prefix_;
  Differences& out_;
};

std::string joined(const json::array& lines) {
  std::string text;
  for (const auto& line : lines) text += std::string(line.as_string()) + "\n";
  return text;
}

std::string given_digit(const Reading& reading, FieldName over) {
  const CheckDigit* digit = reading.find_check(over);
  return digit == nullptr ? "none" : std::string(1, digit->given);
}

std::string field_text(const Reading& reading, FieldName field) {
  const Field* found = reading.find(field);
  return found == nullptr ? "none" : found->value.str();
}

std::string sex_word(const Reading& reading) {
  return reading.sex ? std::string(name(*reading.sex)) : "none";
}

// What cheminfo/mrz calls a thing.
std::string cheminfo_value(const Reading& reading, std::string_view key) {
  static const std::map<std::string_view, FieldName> kFields = {
      {"documentCode", FieldName::document_code},
      {"issuingState", FieldName::issuing_state},
      {"documentNumber", FieldName::document_number},
      {"nationality", FieldName::nationality},
      {"birthDate", FieldName::birth_date},
      {"expirationDate", FieldName::expiry_date},
      {"optional1", FieldName::optional_data},
      {"optional2", FieldName::optional_data_2},
      {"optional", FieldName::optional_data},
      {"personalNumber", FieldName::optional_data},
      {"lastName", FieldName::primary_identifier},
      {"firstName", FieldName::secondary_identifier},
      {"issueDate", FieldName::issue_date},
      {"administrativeCode", FieldName::administrative_code},
      {"administrativeCode2", FieldName::administrative_code_2},
      {"languageCode", FieldName::language_code},
      {"pinCode", FieldName::pin_code},
      {"versionNumber", FieldName::version_number}};
  static const std::map<std::string_view, FieldName> kDigits = {
      {"documentNumberCheckDigit", FieldName::document_number},
      {"birthDateCheckDigit", FieldName::birth_date},
      {"expirationDateCheckDigit", FieldName::expiry_date},
      {"personalNumberCheckDigit", FieldName::optional_data},
      {"compositeCheckDigit", FieldName::composite_check}};
  if (key == "sex") return sex_word(reading);
  if (const auto digit = kDigits.find(key); digit != kDigits.end())
    return given_digit(reading, digit->second);
  return field_text(reading, kFields.at(key));
}

std::string cheminfo_format(std::string_view theirs) {
  const std::string word = to_ascii_lower(theirs);
  if (word == "french_national_id") return "french_identity_card";
  if (word == "french_driving_license") return "french_driving_licence";
  if (word == "swiss_driving_license") return "swiss_driving_licence";
  return word;
}

// The lines with the first proposal for each field applied: what an officer sees who accepts them.
std::string repaired(const Reading& reading) {
  std::string text = reading.normalised;
  std::set<FieldName> done;
  for (const Proposal& proposal : reading.proposals) {
    if (!done.insert(proposal.field).second) continue;
    for (const Substitution& one : proposal.substitutions) text = with(text, one.line, one.column, one.to);
  }
  return text;
}

void compare_cheminfo(const json::object& expected, Comparison& comparison) {
  Reading reading = read(joined(expected.at("mrz").as_array()));
  if (expected.contains("expect_error")) {
    comparison.expect("error", "refused", reading.format || reading.findings.empty() ? "read" : "refused");
    return;
  }
  if (expected.contains("ocr_autocorrect")) reading = read(repaired(reading));
  const auto* valid = expected.if_contains("valid");
  if (valid == nullptr) valid = &expected.at("valid_observed");
  comparison.expect("format", cheminfo_format(std::string_view(expected.at("format").as_string())),
                    reading.format ? name(*reading.format) : "none");
  comparison.expect("valid", valid->as_bool() ? "true" : "false", reading.valid ? "true" : "false");
  if (const auto* fields = expected.if_contains("fields")) {
    for (const auto& [key, value] : fields->as_object()) {
      const std::string theirs = value.is_null() ? "null" : std::string(value.as_string());
      comparison.expect(key, theirs, cheminfo_value(reading, key));
    }
  }
}

// What foxanna/mrz_parser calls a thing, in the shape of `cardea mrz read`.
std::string foxanna_value(const json::object& ours, const Reading& reading, std::string_view key) {
  static const std::map<std::string_view, std::string_view> kKeys = {
      {"documentType", "document_code"},     {"countryCode", "issuing_state"},
      {"surnames", "primary_identifier"},    {"givenNames", "secondary_identifier"},
      {"documentNumber", "document_number"}, {"nationalityCountryCode", "nationality"},
      {"personalNumber", "optional_data"},   {"personalNumber2", "optional_data_2"},
      {"birthDate", "birth_date"},           {"expiryDate", "expiry_date"}};
  if (key == "sex") return sex_word(reading);
  const json::value& value = ours.at(kKeys.at(key));
  return value.is_null() ? "null" : std::string(value.as_string());
}

std::string_view foxanna_finding(const Reading& reading) {
  const std::pair<FindingReason, std::string_view> kExceptions[] = {
      {FindingReason::wrong_line_count, "InvalidMRZInputException"},
      {FindingReason::wrong_length, "InvalidMRZInputException"},
      {FindingReason::wrong_character, "InvalidMRZInputException"},
      {FindingReason::document_number_check_differs, "InvalidDocumentNumberException"},
      {FindingReason::birth_date_check_differs, "InvalidBirthDateException"},
      {FindingReason::expiry_date_check_differs, "InvalidExpiryDateException"},
      {FindingReason::personal_number_check_differs, "InvalidOptionalDataException"},
      {FindingReason::composite_check_differs, "InvalidMRZValueException"}};
  for (const auto& [reason, exception] : kExceptions) {
    if (reading.has(reason)) return exception;
  }
  return "none";
}

void compare_foxanna(const json::object& expected, Comparison& comparison) {
  const Reading reading = read(joined(expected.at("mrz").as_array()));
  if (const auto* error = expected.if_contains("expect_error")) {
    comparison.expect("error", std::string_view(error->as_string()), foxanna_finding(reading));
    return;
  }
  comparison.expect("error", "none", foxanna_finding(reading));
  const json::object ours = to_command_json(reading);
  for (const auto& [key, value] : expected.at("fields").as_object()) {
    comparison.expect(key, std::string_view(value.as_string()), foxanna_value(ours, reading, key));
  }
}

Differences listed() {
  Differences rows;
  std::istringstream lines(file_text("deviations.tsv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    rows.insert(line.substr(0, line.rfind('\t')));  // without the clause
  }
  return rows;
}

Differences found() {
  Differences rows;
  std::size_t number = 0;
  for (const auto& one : cases_of("cheminfo_mrz_cases.json", "cases")) {
    Comparison comparison("cheminfo", ++number, rows);
    compare_cheminfo(one.as_object(), comparison);
  }
  number = 0;
  for (const auto& one : cases_of("foxanna_mrz_parser_cases.json", "cases")) {
    Comparison comparison("foxanna", ++number, rows);
    compare_foxanna(one.as_object(), comparison);
  }
  return rows;
}

std::string missing_from(const Differences& rows, const Differences& other) {
  std::string text;
  for (const auto& row : rows) {
    if (!other.contains(row)) text += row + "\n";
  }
  return text;
}

// REQ: F-J01
TEST(MrzGolden, AgreesWithBothSuitesButForListedDeviations) {
  EXPECT_EQ(missing_from(found(), listed()), "");
}

TEST(MrzGolden, ListsNoDeviationThatIsNone) { EXPECT_EQ(missing_from(listed(), found()), ""); }

TEST(MrzGolden, KnowsTheClauseOfEveryDeviation) {
  std::istringstream lines(file_text("deviations.tsv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    EXPECT_EQ(split(line, '\t').size(), 6u) << line;
  }
}

TEST(MrzGolden, ComputesTheDigitVectors) {
  for (const auto& one : cases_of("check_digit_vectors.json", "vectors")) {
    const auto& vector = one.as_object();
    const int digit = check_digit(std::string_view(vector.at("data").as_string()));
    const bool agrees = digit == vector.at("digit").as_string()[0] - '0';
    EXPECT_EQ(agrees, vector.at("valid").as_bool()) << vector.at("data");
  }
}

}  // namespace
}  // namespace cardea::documents
