#include "ofac_documents.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "countries.hpp"

namespace cardea::lists {
namespace {

using watchlist::ListedDocument;

struct DocumentWords {
  std::string_view words;
  std::string_view type;
};

/// What OFAC calls documents and registers.
constexpr std::array<DocumentWords, 56> kDocuments = {{
    {"Passport", "passport"},
    {"Diplomatic Passport", "passport"},
    {"British National Overseas Passport", "passport"},
    {"Stateless Person Passport", "passport"},
    {"Travel Document Number", "travel_document"},
    {"National ID No.", "national_id"},
    {"Tazkira National ID Card", "national_id"},
    {"National Foreign ID Number", "national_id"},
    {"Personal ID Card", "national_id"},
    {"Stateless Person ID Card", "national_id"},
    {"Refugee ID Card", "national_id"},
    {"Citizen's Card Number", "national_id"},
    {"Turkish Identification Number", "national_id"},
    {"Kenyan ID No.", "national_id"},
    {"Cedula No.", "national_id"},
    {"C.U.R.P.", "national_id"},
    {"D.N.I.", "national_id"},
    {"I.F.E.", "national_id"},
    {"SSN", "national_id"},
    {"Credencial electoral", "national_id"},
    {"Electoral Registry No.", "national_id"},
    {"Driver's License No.", "driving_licence"},
    {"Seafarer's Identification Document", "seafarer"},
    {"Birth Certificate Number", "birth_certificate"},
    {"VisaNumberID", "visa"},
    {"Tax ID No.", "tax_number"},
    {"Italian Fiscal Code", "tax_number"},
    {"US FEIN", "tax_number"},
    {"V.A.T. Number", "tax_number"},
    {"R.F.C.", "tax_number"},
    {"RFC", "tax_number"},
    {"NIT #", "tax_number"},
    {"RUC #", "tax_number"},
    {"RIF #", "tax_number"},
    {"Registration Number", "registration"},
    {"Registration ID", "registration"},
    {"Company Number", "registration"},
    {"UK Company Number", "registration"},
    {"Business Registration Number", "registration"},
    {"Business Registration Document #", "registration"},
    {"Business Number", "registration"},
    {"Commercial Registry Number", "registration"},
    {"C.R. No.", "registration"},
    {"Matricula Mercantil No", "registration"},
    {"Folio Mercantil No.", "registration"},
    {"Trade License No.", "registration"},
    {"Government Gazette Number", "registration"},
    {"Public Registration Number", "registration"},
    {"Chamber of Commerce Number", "registration"},
    {"Certificate of Incorporation Number", "registration"},
    {"United Social Credit Code Certificate (USCCC)", "registration"},
    {"Legal Entity Number", "registration"},
    {"Enterprise Number", "registration"},
    {"D-U-N-S Number", "registration"},
    {"Residency Number", "other"},
    {"Identification Number", "other"},
}};

constexpr std::string_view kPlainPassport = "Passport";

/// Where the number ends: at the country in parentheses, or at the words on its dates.
std::size_t end_of_number(std::string_view text) {
  return std::min({text.find(" ("), text.find(" issued "), text.find(" expires "), text.size()});
}

/// `(Lebanon) issued 1999`: the country to `issuer`, the rest to `note`.
void read_issuer(std::string_view text, ListedDocument& document, std::string_view words) {
  std::string_view unknown;
  const std::size_t close = text.find(')');
  if (text.starts_with('(') && close != std::string_view::npos) {
    document.issuer = alpha3_of(text.substr(1, close - 1));
    if (document.issuer.empty()) unknown = text.substr(0, close + 1);
    text = trim(text.substr(close + 1));
  }
  document.note = join_known({words == kPlainPassport ? std::string_view{} : words, unknown, text});
}

bool begins_with_words(std::string_view piece, std::string_view words) {
  return piece.size() > words.size() && piece.starts_with(words) && piece[words.size()] == ' ';
}

}  // namespace

std::optional<ListedDocument> read_ofac_document(std::string_view piece) {
  const auto known = std::ranges::find_if(kDocuments, [piece](const DocumentWords& document) {
    return begins_with_words(piece, document.words);
  });
  if (known == kDocuments.end()) return std::nullopt;
  const std::string_view rest = trim(piece.substr(known->words.size()));
  const std::size_t end = end_of_number(rest);
  ListedDocument document{std::string(known->type), std::string(trim(rest.substr(0, end))), {}, {}};
  if (std::ranges::none_of(document.number, is_ascii_digit)) return std::nullopt;
  read_issuer(trim(rest.substr(end)), document, known->words);
  return document;
}

}  // namespace cardea::lists
