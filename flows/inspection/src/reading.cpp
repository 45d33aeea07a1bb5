#include "reading.hpp"

#include <algorithm>
#include <array>

namespace cardea::inspection {
namespace {

using documents::FieldName;
using documents::FindingReason;

// Notes about the transport of the text, which say nothing about the document.
constexpr std::array kTransportNotes{FindingReason::lower_case,   FindingReason::blanks_trimmed,
                                     FindingReason::blank_lines,  FindingReason::byte_order_mark,
                                     FindingReason::lines_joined, FindingReason::name_possibly_truncated};

std::string text(const documents::Reading& reading, FieldName field) {
  return std::string(reading.text(field));
}

std::string state_code(std::string code) { return code == "D" ? "DEU" : code; }

// The French identity card is issued to nationals only and does not print their nationality.
std::string nationality_of(const documents::Reading& reading) {
  if (reading.format == documents::Format::french_identity_card) return "FRA";
  return state_code(text(reading, FieldName::nationality));
}

}  // namespace

ports::DocumentRecord document_of(const documents::Reading& reading, IdSource& ids) {
  ports::DocumentRecord document{ids.make<DocumentId>(),
                                 "",
                                 text(reading, FieldName::document_code),
                                 state_code(text(reading, FieldName::issuing_state)),
                                 text(reading, FieldName::document_number),
                                 {}};
  if (reading.format) document.format = std::string(standard_name(*reading.format));
  if (reading.expiry) document.expires_on = reading.expiry->best();
  return document;
}

ports::TravellerRecord traveller_of(const documents::Reading& reading, IdSource& ids) {
  ports::TravellerRecord traveller{ids.make<TravellerId>(),
                                   text(reading, FieldName::primary_identifier),
                                   text(reading, FieldName::secondary_identifier),
                                   {},
                                   "",
                                   nationality_of(reading)};
  if (reading.birth) {
    traveller.birth_dates.assign(reading.birth->candidates.begin(), reading.birth->candidates.end());
  }
  traveller.sex = std::string(name(reading.sex.value_or(documents::Sex::unspecified)));
  return traveller;
}

crossings::ReadingFacts reading_facts(const documents::Reading& reading, bool typed_by_hand) {
  crossings::ReadingFacts facts{reading.format.has_value(), {}, {}, typed_by_hand};
  for (const documents::Finding& finding : reading.findings) {
    const bool transport = std::ranges::find(kTransportNotes, finding.reason) != kTransportNotes.end();
    const bool error = severity(finding.reason) == documents::Severity::error;
    if (!transport) (error ? facts.findings : facts.notes).emplace_back(name(finding.reason));
  }
  return facts;
}

crossings::DocumentFacts document_facts(const documents::Reading& reading,
                                        const ports::DocumentRecord& document) {
  return {document.format, document.code, document.issuer, !reading.has(FindingReason::issuer_unknown),
          document.expires_on};
}

bool is_own_national(const ports::TravellerRecord& traveller, const ports::NodeCreated& node) {
  return !traveller.nationality.empty() && traveller.nationality == node.state;
}

}  // namespace cardea::inspection
