#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "cardea/screening/normalise.hpp"
#include "cardea/screening/statistics.hpp"
#include "cardea/watchlist/alert.hpp"
#include "vocabulary.hpp"

namespace cardea::screening {

inline constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

/// What a hit shows and what a score needs of one alert.
struct Card {
  std::string source;
  std::string source_id;
  std::string category;
  std::string action;
  watchlist::SubjectKind kind = watchlist::SubjectKind::person;
  people::Sex sex = people::Sex::unspecified;
  std::vector<std::string> states;  ///< nationalities, normalised
  std::uint8_t group = 0;           ///< name group of the first known state
  std::vector<watchlist::BirthDate> births;
  std::vector<watchlist::ListedDocument> documents;
  std::uint32_t first_row = 0;
  std::uint32_t rows = 0;
};

/// One alias as compared.
struct NameRow {
  std::uint32_t alert = 0;
  std::uint32_t alias = 0;       ///< number of the text shown
  std::uint32_t first_word = 0;  ///< into `words`
  std::uint8_t count = 0;
  bool weak = false;
  bool native = false;
};

/// Two neighbouring words of a row read as one.
struct Joined {
  std::uint64_t sound = 0;  ///< skeleton hash of the joined word
  std::uint32_t row = 0;
  std::uint8_t at = 0;
};

struct DocumentEntry {
  std::uint32_t alert = 0;
  std::uint32_t document = 0;
};

/// The alerts laid out flat for the exact engine.
struct ListIndex {
  std::vector<Card> cards;
  std::vector<NameRow> rows;
  std::vector<std::uint32_t> words;
  std::vector<std::string> aliases;
  std::vector<Joined> joined;                                             ///< sorted by sound
  std::unordered_map<std::string, std::vector<DocumentEntry>> documents;  ///< by folded number
  Vocabulary vocabulary;
  ListStatistics statistics;

  std::vector<std::uint32_t> bearers;        ///< rows by word, a row as often as it holds the word
  std::vector<std::uint32_t> first_bearers;  ///< by word, into `bearers`; one past the last word ends them

  /// The rows that hold a word.
  [[nodiscard]] std::span<const std::uint32_t> rows_with(std::uint32_t word) const {
    return {bearers.data() + first_bearers[word], first_bearers[word + 1] - first_bearers[word]};
  }
  [[nodiscard]] std::span<const std::uint32_t> words_of(const NameRow& row) const {
    return {words.data() + row.first_word, row.count};
  }
  /// The joined word of a row, clipped.
  [[nodiscard]] std::string joined_text(std::uint32_t row, std::size_t at) const;
};

[[nodiscard]] ListIndex build_index(std::span<const watchlist::Alert> alerts, const Romanise& romanise);

}  // namespace cardea::screening
