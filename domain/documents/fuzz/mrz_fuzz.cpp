// Any bytes as a zone. Besides not crashing: a reading that is not valid says why, what it points at lies in
// the text, proposals keep their promise, and a valid reading written again is what was read.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "cardea/documents/mrz_json.hpp"
#include "cardea/kernel/text.hpp"

namespace {

using namespace cardea;
using namespace cardea::documents;

void require(bool holds) {
  if (!holds) std::abort();
}

bool lies_in(const std::vector<std::string_view>& lines, int line, int column, int length) {
  if (line < 0 || column < 0 || length < 0) return false;
  if (line == 0 || column == 0) return true;
  // The place of a missing character is one behind the line; a missing or surplus line has no place.
  if (line > static_cast<int>(lines.size())) return false;
  return column + length - 1 <= static_cast<int>(lines[static_cast<std::size_t>(line - 1)].size()) + 1;
}

void check_places(const Reading& reading) {
  const auto lines = reading.lines();
  for (const Field& field : reading.fields) {
    require(lies_in(lines, field.position.line, field.position.column, field.position.length));
    require(static_cast<int>(field.raw.size()) == field.position.length);
  }
  for (const CheckDigit& digit : reading.check_digits) {
    require(lies_in(lines, digit.position.line, digit.position.column, 1));
  }
  for (const Finding& finding : reading.findings) {
    if (reading.format && finding.reason != FindingReason::lines_joined && finding.column > 0) {
      require(lies_in(lines, finding.line, finding.column, 1));
    }
  }
}

void check_proposals(const Reading& reading) {
  const auto lines = reading.lines();
  for (const Proposal& proposal : reading.proposals) {
    require(!proposal.substitutions.empty() && !proposal.agreeing.empty());
    for (const Substitution& one : proposal.substitutions) {
      require(one.line >= 1 && one.column >= 1 && one.from != one.to);
      require(lines[static_cast<std::size_t>(one.line - 1)][static_cast<std::size_t>(one.column - 1)] ==
              one.from);
    }
  }
}

void check_round_trip(const Reading& reading) {
  const auto content = content_of(reading);
  require(content.has_value());
  const auto lines = write_mrz(*content);
  require(lines.has_value() && join(*lines, "\n") == reading.normalised);
}

const IssuerCodes& issuers() {
  static const IssuerCodes codes = *IssuerCodes::parse(issuer_codes_text());
  return codes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Date kToday = *Date::create(2026, 1, 15);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Reading reading = read_mrz(text, kToday, issuers());
  require(reading.valid || !reading.findings.empty());
  require(reading.format || !reading.valid);
  check_places(reading);
  check_proposals(reading);
  if (reading.valid) check_round_trip(reading);
  static_cast<void>(to_command_json(reading));
  return 0;
}
