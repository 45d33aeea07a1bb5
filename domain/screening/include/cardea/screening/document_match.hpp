#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cardea::screening {

/// A document number with what optical readers and eyes confuse folded together: O Q D as 0, I L J as 1, Z as
/// 2, S as 5, G as 6, B as 8. Other letters and digits stay (upper case); everything else, blanks and
/// fillers, goes. A list's prefix such as "No." is not part of a number and must not be passed.
[[nodiscard]] std::string fold_document_number(std::string_view number);

/// How two document numbers stand to each other.
enum class DocumentRelation : std::uint8_t {
  same,              ///< number and issuer agree
  issuer_unknown,    ///< the number agrees, one side does not say who issued it
  different_issuer,  ///< the number agrees, the issuers do not
  different
};

[[nodiscard]] constexpr std::string_view name(DocumentRelation relation) {
  switch (relation) {
    case DocumentRelation::same:
      return "same";
    case DocumentRelation::issuer_unknown:
      return "issuer_unknown";
    case DocumentRelation::different_issuer:
      return "different_issuer";
    case DocumentRelation::different:
      return "different";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, DocumentRelation& relation);

/// Numbers shorter than this agree by chance too often to mean anything without an issuer.
inline constexpr std::size_t kNumberOnlyLengthMin = 6;

/// Compares two documents. Issuers are compared as states (`normalise_state`); an empty one is not known. An
/// empty number is different from every number. Without an issuer a number shorter than
/// `kNumberOnlyLengthMin` is `different`.
[[nodiscard]] DocumentRelation match_documents(std::string_view number, std::string_view issuer,
                                               std::string_view other_number, std::string_view other_issuer);

}  // namespace cardea::screening
