#pragma once

#include <array>
#include <cstdint>

#include "expansion.hpp"
#include "list_index.hpp"

namespace cardea::screening {

enum class TermKind : std::uint8_t {
  bias,
  word,
  joined,
  unmatched_pair,
  extra_query_word,
  extra_list_word,
  single_word,
  all_words,
  lift,
  weak_alias,
  birth_date,
  nationality,
  sex,
  subject,
  document
};

[[nodiscard]] std::string_view name(TermKind kind);

/// One addend before it has words. `query` and `row` are positions of words, `kNoWord` when there is none.
struct RawTerm {
  TermKind kind = TermKind::bias;
  WordKind word = WordKind::none;
  std::uint8_t query = 0;
  std::uint8_t row = 0;
  double bits = 0;
};
inline constexpr std::uint8_t kNoWord = 0xFF;

/// Addends in order; their sum, taken in order, is the score.
class RawTerms {
 public:
  void add(TermKind kind, double bits, std::uint8_t query = kNoWord, std::uint8_t row = kNoWord,
           WordKind word = WordKind::none) {
    terms_[count_++] = {kind, word, query, row, bits};
  }
  [[nodiscard]] double sum() const {
    double sum = 0;
    for (const RawTerm& term : *this) {
      sum += term.bits;
    }
    return sum;
  }
  [[nodiscard]] const RawTerm* begin() const { return terms_.data(); }
  [[nodiscard]] const RawTerm* end() const { return terms_.data() + count_; }

 private:
  std::array<RawTerm, 40> terms_;  // At most one for each of 8 + 8 words and one of each other kind.
  std::size_t count_ = 0;
};

/// How the words of a row were paired with those of the query.
struct Pairing {
  std::array<std::uint8_t, kNameTokensMax> row_of;    ///< by query word; kNoWord when it met none
  std::array<std::uint8_t, kNameTokensMax> query_of;  ///< by row word
  std::array<WordKind, kNameTokensMax> kind{};        ///< by query word
  std::array<bool, kNameTokensMax> query_joined{};    ///< this and the next query word read as one row word
  std::array<bool, kNameTokensMax> row_joined{};      ///< this query word reads as two row words
  std::uint8_t matched_queries = 0;
  std::uint8_t matched_rows = 0;

  Pairing();
};

/// Best bits first, each word once on either side; what is left over may still be joined.
[[nodiscard]] Pairing pair_words(const ListIndex& index, const Expansion& expansion, std::uint32_t row);

/// Adds the name's terms, bias first.
void add_name_terms(RawTerms& terms, const ListIndex& index, const Expansion& expansion, std::uint32_t row,
                    const Pairing& pairing);

/// An upper bound of what any pairing of the row can earn, in bits; negative when no word meets.
[[nodiscard]] double name_bits_bound(const ListIndex& index, const Expansion& expansion, const NameRow& row);

/// The most a word of the list can earn.
[[nodiscard]] double best_bits(const Expansion& expansion, std::uint32_t word);
/// A tighter bound, for a row without a joined word, of which `met` words meet and can earn `bits` together:
/// the words that are left over cost.
[[nodiscard]] double met_bits_bound(const Expansion& expansion, const NameRow& row, std::size_t met,
                                    double bits);

/// Every word of both sides met exactly.
[[nodiscard]] bool is_full_exact(const Expansion& expansion, const NameRow& row, const Pairing& pairing);

}  // namespace cardea::screening
