#include "cardea/screening/document_match.hpp"

#include "cardea/kernel/text.hpp"
#include "cardea/screening/normalise.hpp"

namespace cardea::screening {

namespace {

constexpr char fold(char c) {
  switch (c) {
    case 'O':
    case 'Q':
    case 'D':
      return '0';
    case 'I':
    case 'L':
    case 'J':
      return '1';
    case 'Z':
      return '2';
    case 'S':
      return '5';
    case 'G':
      return '6';
    case 'B':
      return '8';
    default:
      return c;
  }
}

}  // namespace

std::string fold_document_number(std::string_view number) {
  std::string out;
  for (const char c : number) {
    if (is_ascii_alnum(c)) {
      out.push_back(fold(ascii_upper(c)));
    }
  }
  return out;
}

DocumentRelation match_documents(std::string_view number, std::string_view issuer,
                                 std::string_view other_number, std::string_view other_issuer) {
  const std::string folded = fold_document_number(number);
  if (folded.empty() || folded != fold_document_number(other_number)) {
    return DocumentRelation::different;
  }
  if (trim(issuer).empty() || trim(other_issuer).empty()) {
    return folded.size() >= kNumberOnlyLengthMin ? DocumentRelation::issuer_unknown
                                                 : DocumentRelation::different;
  }
  const bool agree = normalise_state(issuer) == normalise_state(other_issuer);
  return agree ? DocumentRelation::same : DocumentRelation::different_issuer;
}

bool parse(std::string_view word, DocumentRelation& relation) {
  using enum DocumentRelation;
  for (const DocumentRelation each : {same, issuer_unknown, different_issuer, different}) {
    if (name(each) == word) {
      relation = each;
      return true;
    }
  }
  return false;
}

}  // namespace cardea::screening
