#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cardea/screening/memory.hpp"
#include "cardea/screening/normalise.hpp"
#include "list_index.hpp"

namespace cardea::screening {

/// How a word of the query met a word of the list; the words are those of `Term::detail`.
enum class WordKind : std::uint8_t {
  none,
  exact,
  near,
  close,
  similar,
  weak,
  sound_alike,
  other_writing,
  nickname,
  prefix,
  initial,
  native
};
inline constexpr std::size_t kWordKinds = 12;

[[nodiscard]] constexpr std::string_view name(WordKind kind) {
  switch (kind) {
    case WordKind::none:
      return "none";
    case WordKind::exact:
      return "exact";
    case WordKind::near:
      return "near_spelling";
    case WordKind::close:
      return "close_spelling";
    case WordKind::similar:
      return "similar_spelling";
    case WordKind::weak:
      return "weak_spelling";
    case WordKind::sound_alike:
      return "sound_alike";
    case WordKind::other_writing:
      return "other_writing";
    case WordKind::nickname:
      return "nickname";
    case WordKind::prefix:
      return "prefix";
    case WordKind::initial:
      return "initial";
    case WordKind::native:
      return "own_script";
  }
  __builtin_unreachable();
}

/// Two neighbouring words of a row that read as one word of the query.
struct RowJoin {
  std::uint32_t row = 0;
  std::uint8_t at = 0;
  std::uint8_t query = 0;
};

/// One word of a name against every word of the list.
struct WordExpansion {
  struct Meeting {
    std::uint32_t word = 0;
    WordKind kind = WordKind::none;
  };
  std::array<double, kWordKinds> bits{};  ///< weighted, by kind
  std::vector<Meeting> meetings;          ///< each word once, in its best kind, by number
};

[[nodiscard]] WordExpansion expand_word(const ListIndex& index, const NameToken& token);

/// One name of the query against every word of the list: which words meet which, and what each meeting earns.
struct Expansion {
  std::vector<std::uint64_t> kinds;  ///< by word of the list: byte q is the WordKind for query word q
  std::array<std::array<double, kWordKinds>, kNameTokensMax> bits{};  ///< weighted, by query word and kind
  std::vector<std::uint8_t>
      joins;  ///< by word of the list: 1 + the first of two query words that read as it; 0 none
  std::array<double, kNameTokensMax> join_bits{};
  std::vector<RowJoin> row_joins;  ///< sorted by row
  std::vector<std::uint32_t> met;  ///< words of the list that meet or join any of the query's, each once
  std::size_t count = 0;           ///< words of the query
  bool native = false;             ///< words in their own script, met exactly or not at all
  bool single_native = false;      ///< the one word of a Han or kana name

  [[nodiscard]] WordKind kind(std::uint32_t word, std::size_t query) const {
    return static_cast<WordKind>((kinds[word] >> (8 * query)) & 0xFF);
  }
};

/// `memory` may be null; else it holds what was worked out over the same index.
[[nodiscard]] Expansion expand_latin(const ListIndex& index, std::span<const NameToken> tokens,
                                     Memory* memory);
[[nodiscard]] Expansion expand_native(const ListIndex& index, std::span<const std::string> words);

}  // namespace cardea::screening
