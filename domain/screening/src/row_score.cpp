#include "row_score.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "cardea/screening/weights.hpp"

namespace cardea::screening {

namespace {

struct Meeting {
  double bits;
  std::uint8_t query;
  std::uint8_t row;
  WordKind kind;
};

/// All meetings of a row's words with the query's, best first; ties by position, so that the outcome is one.
class Meetings {
 public:
  Meetings(const ListIndex& index, const Expansion& expansion, const NameRow& row) {
    const auto words = index.words_of(row);
    for (std::uint8_t at = 0; at < row.count; ++at) {
      for (std::uint64_t rest = expansion.kinds[words[at]]; rest != 0;) {
        const auto query = static_cast<std::uint8_t>(std::countr_zero(rest) / 8);
        const WordKind kind = expansion.kind(words[at], query);
        all_[static_cast<std::size_t>(count_++)] = {expansion.bits[query][static_cast<std::size_t>(kind)],
                                                    query, at, kind};
        rest &= ~(std::uint64_t{0xFF} << (8 * query));
      }
    }
    std::sort(all_.begin(), all_.begin() + count_, [](const Meeting& a, const Meeting& b) {
      return std::tuple(b.bits, a.row, a.query) < std::tuple(a.bits, b.row, b.query);
    });
  }
  [[nodiscard]] const Meeting* begin() const { return all_.data(); }
  [[nodiscard]] const Meeting* end() const { return all_.data() + count_; }

 private:
  std::array<Meeting, kNameTokensMax * kNameTokensMax> all_;
  std::ptrdiff_t count_ = 0;
};

void join_in_query(const ListIndex& index, const Expansion& expansion, const NameRow& row, Pairing& pairing) {
  const auto words = index.words_of(row);
  for (std::uint8_t at = 0; at < row.count; ++at) {
    const std::uint8_t joined = expansion.joins[words[at]];
    if (joined == 0 || pairing.query_of[at] != kNoWord) {
      continue;
    }
    const auto first = static_cast<std::uint8_t>(joined - 1);
    if (pairing.row_of[first] == kNoWord && pairing.row_of[first + 1U] == kNoWord) {
      pairing.row_of[first] = pairing.row_of[first + 1U] = at;
      pairing.query_of[at] = first;
      pairing.query_joined[first] = true;
      pairing.matched_queries = static_cast<std::uint8_t>(pairing.matched_queries + 2);
      ++pairing.matched_rows;
    }
  }
}

void join_in_row(const Expansion& expansion, std::uint32_t row, Pairing& pairing) {
  for (const RowJoin& join : std::ranges::equal_range(expansion.row_joins, row, {}, &RowJoin::row)) {
    const bool free = pairing.row_of[join.query] == kNoWord && pairing.query_of[join.at] == kNoWord &&
                      pairing.query_of[join.at + 1U] == kNoWord;
    if (free) {
      pairing.row_of[join.query] = join.at;
      pairing.query_of[join.at] = pairing.query_of[join.at + 1U] = join.query;
      pairing.row_joined[join.query] = true;
      ++pairing.matched_queries;
      pairing.matched_rows = static_cast<std::uint8_t>(pairing.matched_rows + 2);
    }
  }
}

void add_word_terms(RawTerms& terms, const Expansion& expansion, const Pairing& pairing) {
  for (std::uint8_t query = 0; query < expansion.count; ++query) {
    const std::uint8_t row = pairing.row_of[query];
    if (pairing.query_joined[query]) {
      terms.add(TermKind::joined, expansion.join_bits[query] + kJoined, query, row);
      ++query;
    } else if (pairing.row_joined[query]) {
      const double bits = expansion.bits[query][static_cast<std::size_t>(WordKind::near)];
      terms.add(TermKind::joined, std::max(bits, 0.0) + kJoined, query, row);
    } else if (row != kNoWord) {
      const WordKind kind = pairing.kind[query];
      terms.add(TermKind::word, expansion.bits[query][static_cast<std::size_t>(kind)], query, row, kind);
    }
  }
}

/// Words left over on both sides, two and two; then those of the longer side.
void add_unmatched_terms(RawTerms& terms, const Expansion& expansion, const NameRow& row,
                         const Pairing& pairing) {
  std::uint8_t query = 0;
  std::uint8_t at = 0;
  const auto next = [](const auto& met, std::uint8_t from, std::size_t count) {
    while (from < count && met[from] != kNoWord) {
      ++from;
    }
    return from;
  };
  while (true) {
    query = next(pairing.row_of, query, expansion.count);
    at = next(pairing.query_of, at, row.count);
    const bool in_query = query < expansion.count;
    const bool in_row = at < row.count;
    if (in_query && in_row) {
      terms.add(TermKind::unmatched_pair, kUnmatchedPair, query++, at++);
    } else if (in_query) {
      terms.add(TermKind::extra_query_word, kExtraQueryWord, query++);
    } else if (in_row) {
      terms.add(TermKind::extra_list_word, kExtraListWord, kNoWord, at++);
    } else {
      return;
    }
  }
}

double lift_bits(const ListIndex& index, const NameRow& row, const Pairing& pairing) {
  const auto words = index.words_of(row);
  std::array<std::uint32_t, kNameTokensMax> met{};
  std::size_t count = 0;
  for (std::uint8_t at = 0; at < row.count; ++at) {
    if (pairing.query_of[at] != kNoWord) {
      met[count++] = words[at];
    }
  }
  const std::uint8_t group = index.cards[row.alert].group;
  double lift = 0;
  if (group == 0) {
    lift = index.statistics.mixed_lift({met.data(), count});
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      lift += index.statistics.lift(met[i], group);
    }
  }
  return std::min(kLiftBonusMax, kLiftWeight * lift);
}

}  // namespace

std::string_view name(TermKind kind) {
  switch (kind) {
    case TermKind::bias:
      return "bias";
    case TermKind::word:
      return "word";
    case TermKind::joined:
      return "joined_word";
    case TermKind::unmatched_pair:
      return "unmatched_word";
    case TermKind::extra_query_word:
      return "extra_traveller_word";
    case TermKind::extra_list_word:
      return "extra_list_word";
    case TermKind::single_word:
      return "single_word";
    case TermKind::all_words:
      return "all_words";
    case TermKind::lift:
      return "common_in_region";
    case TermKind::weak_alias:
      return "weak_alias";
    case TermKind::birth_date:
      return "birth_date";
    case TermKind::nationality:
      return "nationality";
    case TermKind::sex:
      return "sex";
    case TermKind::subject:
      return "subject";
    case TermKind::document:
      return "document";
  }
  __builtin_unreachable();
}

Pairing::Pairing() {
  row_of.fill(kNoWord);
  query_of.fill(kNoWord);
}

Pairing pair_words(const ListIndex& index, const Expansion& expansion, std::uint32_t row_number) {
  const NameRow& row = index.rows[row_number];
  Pairing pairing;
  for (const Meeting& met : Meetings{index, expansion, row}) {
    if (pairing.row_of[met.query] == kNoWord && pairing.query_of[met.row] == kNoWord) {
      pairing.row_of[met.query] = met.row;
      pairing.query_of[met.row] = met.query;
      pairing.kind[met.query] = met.kind;
      ++pairing.matched_queries;
      ++pairing.matched_rows;
    }
  }
  join_in_query(index, expansion, row, pairing);
  join_in_row(expansion, row_number, pairing);
  return pairing;
}

void add_name_terms(RawTerms& terms, const ListIndex& index, const Expansion& expansion,
                    std::uint32_t row_number, const Pairing& pairing) {
  const NameRow& row = index.rows[row_number];
  terms.add(TermKind::bias, kBias);
  add_word_terms(terms, expansion, pairing);
  add_unmatched_terms(terms, expansion, row, pairing);
  if (pairing.matched_rows == 1 && pairing.matched_queries == 1 && !expansion.single_native) {
    terms.add(TermKind::single_word, kSingleWord);
  }
  if (pairing.matched_queries == expansion.count && pairing.matched_rows == row.count) {
    terms.add(TermKind::all_words, kAllWords);
  }
  if (pairing.matched_rows > 0 && !row.native) {
    terms.add(TermKind::lift, lift_bits(index, row, pairing));
  }
  if (row.weak) {
    terms.add(TermKind::weak_alias, kWeakAlias);
  }
}

double best_bits(const Expansion& expansion, std::uint32_t word) {
  double best = expansion.joins[word] == 0 ? 0.0 : expansion.join_bits[expansion.joins[word] - 1U];
  for (std::size_t query = 0; query < expansion.count; ++query) {
    best = std::max(best, expansion.bits[query][static_cast<std::size_t>(expansion.kind(word, query))]);
  }
  return best;
}

double met_bits_bound(const Expansion& expansion, const NameRow& row, std::size_t met, double bits) {
  const std::size_t matched = std::min({met, expansion.count, std::size_t{row.count}});
  const std::size_t left_query = expansion.count - matched;
  const std::size_t left_row = row.count - matched;
  const std::size_t pairs = std::min(left_query, left_row);
  const double all = left_query == 0 && left_row == 0 ? kAllWords : 0.0;
  return bits + kLiftBonusMax + all + kUnmatchedPair * static_cast<double>(pairs) +
         kExtraQueryWord * static_cast<double>(left_query - pairs) +
         kExtraListWord * static_cast<double>(left_row - pairs);
}

double name_bits_bound(const ListIndex& index, const Expansion& expansion, const NameRow& row) {
  double bound = -1;
  for (const std::uint32_t word : index.words_of(row)) {
    if (expansion.kinds[word] == 0 && expansion.joins[word] == 0) {
      continue;
    }
    bound = std::max(bound, 0.0) + best_bits(expansion, word);
  }
  return bound < 0 ? bound : bound + kAllWords + kLiftBonusMax;
}

bool is_full_exact(const Expansion& expansion, const NameRow& row, const Pairing& pairing) {
  if (pairing.matched_queries != expansion.count || pairing.matched_rows != row.count) {
    return false;
  }
  for (std::size_t query = 0; query < expansion.count; ++query) {
    const bool exact = pairing.kind[query] == WordKind::exact || pairing.kind[query] == WordKind::native;
    if (!exact || pairing.query_joined[query] || pairing.row_joined[query]) {
      return false;
    }
  }
  return true;
}

}  // namespace cardea::screening
