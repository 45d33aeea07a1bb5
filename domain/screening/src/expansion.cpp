#include "expansion.hpp"

#include <algorithm>
#include <cmath>

#include "cardea/screening/weights.hpp"
#include "name_tables.hpp"
#include "native_words.hpp"
#include "skeleton.hpp"

namespace cardea::screening {

namespace {

/// Words of the list whose similarity is below every bin still sound alike from here on; two-letter skeletons
/// say less.
constexpr double kSoundFloor = 0.50;
constexpr double kShortSoundFloor = 0.62;
constexpr double kJoinFloor = 0.86;

constexpr std::size_t index_of(WordKind kind) { return static_cast<std::size_t>(kind); }

/// The bin whose neighbours a kind counts among.
constexpr Bin bin_of(WordKind kind) {
  switch (kind) {
    case WordKind::exact:
      return Bin::exact;
    case WordKind::near:
    case WordKind::other_writing:
      return Bin::near;
    case WordKind::close:
      return Bin::close;
    case WordKind::similar:
    case WordKind::sound_alike:
      return Bin::similar;
    default:
      return Bin::weak;
  }
}
constexpr WordKind kind_of(Bin bin) { return static_cast<WordKind>(static_cast<std::size_t>(bin) + 1); }

/// Expands one word of the query.
class WordExpander {
 public:
  WordExpander(const ListIndex& index, const NameToken& token)
      : index_{index}, vocabulary_{index.vocabulary}, token_{token} {}

  WordExpansion expand() {
    if (token_.initial()) {
      meet_beginnings(WordKind::initial);
      meet(vocabulary_.find(token_.text), WordKind::exact);
    } else {
      meet_spellings();
      meet_sounds();
      meet_other_writings();
      meet(vocabulary_.find(token_.text.substr(0, 1)), WordKind::initial);
    }
    weigh_spellings();
    weigh_rest();
    keep_best();
    return std::move(out_);
  }

 private:
  using Meeting = WordExpansion::Meeting;
  struct Mass {
    double holders = 0;
    double common = 0;
  };

  void meet(std::optional<std::uint32_t> word, WordKind kind) {
    if (word) {
      meetings_.push_back({*word, kind});
    }
  }

  void meet_spellings() {
    const WordMatcher matcher{token_.text};
    const std::uint32_t begin = vocabulary_.of_length(std::max(2, matcher.shortest())).first;
    const std::uint32_t end = vocabulary_.of_length(matcher.longest()).second;
    std::vector<WordMatcher::Met> met;
    matcher.match(vocabulary_.slots(begin, end), vocabulary_.letters(begin, end), met);
    for (const WordMatcher::Met& each : met) {
      meetings_.push_back({begin + each.at, kind_of(each.bin)});
    }
  }

  void meet_sounds() {
    const std::size_t symbols = skeleton_of(token_.text).primary.size();
    const double floor = symbols >= 3 ? kSoundFloor : kShortSoundFloor;
    for (const std::uint32_t word : vocabulary_.sounding_like(token_.text)) {
      const double alike = similarity(vocabulary_.slot(word), make_slot(token_.text));
      if (symbols >= 2 && alike >= floor && alike < kBinFloors[3]) {
        std::erase_if(meetings_, [&](const Meeting& met) { return met.word == word; });
        meetings_.push_back({word, WordKind::sound_alike});
      }
    }
  }

  void meet_other_writings() {
    for (const std::string& other : token_.alternatives) {
      const auto word = vocabulary_.find(other);
      const bool better = word && std::ranges::any_of(meetings_, [&](const Meeting& met) {
                            return met.word == *word && bin_of(met.kind) <= Bin::near;
                          });
      if (!better) {
        meet(word, WordKind::other_writing);
      }
    }
  }

  void meet_beginnings(WordKind kind) {
    const int shortest = static_cast<int>(token_.text.size()) + 1;
    for (std::uint32_t word = vocabulary_.of_length(std::min(shortest, 15)).first;
         word < vocabulary_.latin_count(); ++word) {
      if (vocabulary_.slot(word).text().starts_with(token_.text)) {
        meetings_.push_back({word, kind});
      }
    }
  }

  [[nodiscard]] Mass mass_of(auto counts) const {
    Mass mass;
    for (const Meeting& met : meetings_) {
      if (counts(met)) {
        mass.holders += index_.statistics.holders(met.word);
        mass.common += vocabulary_.common(met.word);
      }
    }
    return mass;
  }

  /// Neighbourhood rarity, bin by bin: each looser bin counts the tighter ones in.
  void weigh_spellings() {
    double above = kWordBitsMax + kBinStepMin;
    double weighted_above = kWordBitsMax;
    for (std::size_t i = 0; i < kBins; ++i) {
      const Bin bin = static_cast<Bin>(i);
      const Mass mass = mass_of(
          [&](const Meeting& met) { return met.kind <= WordKind::other_writing && bin_of(met.kind) <= bin; });
      const double share = index_.statistics.word_share(bin, token_.text.size(), mass.holders, mass.common);
      double bits = std::min(std::log2(kSpellingShare[i] / (share + kChanceFloor[i])), above - kBinStepMin);
      bits = bin == Bin::exact ? std::max(bits, kWordBitsMin) : bits;
      above = bits;
      const double weighted = std::min(bits * kWordWeight[i], weighted_above - kBinStepMin / 2);
      weighted_above = weighted;
      // A word so common that a variant proves nothing still does not contradict; a weak likeness is another
      // word.
      const bool too_little = bits < kWordBitsMin;
      set_bits(kind_of(bin), too_little ? (bin == Bin::weak ? -1.0 : 0.0) : std::max(0.0, weighted));
    }
    set_bits(WordKind::sound_alike, bits_of(WordKind::similar));
    set_bits(WordKind::other_writing, bits_of(WordKind::near));
  }

  void weigh_rest() {
    set_bits(WordKind::initial, kInitialBits);
    meet_nicknames();
    if (token_.prefix) {
      meet_beginnings(WordKind::prefix);
      const Mass mass = mass_of(
          [](const Meeting& met) { return met.kind == WordKind::prefix || met.kind == WordKind::exact; });
      const double share =
          index_.statistics.word_share(Bin::near, token_.text.size(), mass.holders, mass.common) +
          kChanceFloor[1];
      const double bits = std::clamp(std::log2(kPrefixShare / share), 0.0, kWordBitsMax);
      set_bits(WordKind::prefix,
               std::min(bits * kPrefixWeight, std::max(0.5, bits_of(WordKind::exact) - 0.5)));
    }
  }

  void meet_nicknames() {
    const NameTables& tables = name_tables();
    const auto sets = tables.nickname_sets_of.find(token_.text);
    if (sets == tables.nickname_sets_of.end()) {
      return;
    }
    for (const std::uint16_t set : sets->second) {
      for (const std::string_view other : tables.nickname_sets[set]) {
        if (other != token_.text) {
          meet(vocabulary_.find(other), WordKind::nickname);
        }
      }
    }
    const Mass mass = mass_of(
        [](const Meeting& met) { return met.kind == WordKind::nickname || met.kind == WordKind::exact; });
    const double share =
        index_.statistics.word_share(Bin::exact, token_.text.size(), mass.holders, mass.common);
    const double bits = std::clamp(std::log2(kNicknameShare / share), 0.0, kNicknameBitsMax);
    set_bits(WordKind::nickname,
             std::min(bits * kNicknameWeight, std::max(0.0, bits_of(WordKind::exact) - 0.3)));
  }

  /// The best kind of each word; kinds that are no evidence are left out.
  void keep_best() {
    std::erase_if(meetings_, [&](const Meeting& met) { return bits_of(met.kind) < 0; });
    std::ranges::stable_sort(meetings_, [&](const Meeting& a, const Meeting& b) {
      return std::pair(a.word, -bits_of(a.kind)) < std::pair(b.word, -bits_of(b.kind));
    });
    const auto rest = std::ranges::unique(meetings_, {}, &Meeting::word);
    out_.meetings.assign(meetings_.begin(), rest.begin());
  }

  void set_bits(WordKind kind, double bits) { out_.bits[index_of(kind)] = bits; }
  [[nodiscard]] double bits_of(WordKind kind) const { return out_.bits[index_of(kind)]; }

  const ListIndex& index_;
  const Vocabulary& vocabulary_;
  const NameToken& token_;
  WordExpansion out_;
  std::vector<Meeting> meetings_;
};

void sort_once(std::vector<std::uint32_t>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

/// A joined word is as rare as a word of its length that the table of common names does not hold.
double joined_bits(const ListIndex& index, std::string_view text, double holders) {
  const double share = index.statistics.word_share(Bin::near, text.size(), holders, 0) + kChanceFloor[1];
  return std::clamp(std::log2(kSpellingShare[1] / share), 0.0, kWordBitsMax) * kWordWeight[1];
}

/// Two neighbouring words of the query against one of the list.
void join_query(const ListIndex& index, std::span<const NameToken> tokens, Expansion& out) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    std::string text = tokens[at].text + tokens[at + 1].text;
    text.resize(std::min(text.size(), kTokenLettersMax));
    double holders = 0;
    for (const std::uint32_t word : index.vocabulary.sounding_like(text)) {
      if (similarity(index.vocabulary.slot(word), make_slot(text)) >= kJoinFloor) {
        out.joins[word] = static_cast<std::uint8_t>(at + 1);
        out.met.push_back(word);
        holders += index.statistics.holders(word);
      }
    }
    out.join_bits[at] = joined_bits(index, text, holders);
  }
}

/// One word of the query against two neighbouring words of a row.
void join_rows(const ListIndex& index, std::span<const NameToken> tokens, Expansion& out) {
  for (std::size_t query = 0; query < tokens.size(); ++query) {
    const std::string& text = tokens[query].text;
    if (text.size() < 5) {
      continue;
    }
    const auto range =
        std::ranges::equal_range(index.joined, stable_hash(skeleton_of(text).primary), {}, &Joined::sound);
    for (const Joined& joined : range) {
      if (similarity(index.joined_text(joined.row, joined.at), text) >= kJoinFloor) {
        out.row_joins.push_back({joined.row, joined.at, static_cast<std::uint8_t>(query)});
      }
    }
  }
  std::ranges::sort(out.row_joins, {}, &RowJoin::row);
}

}  // namespace

WordExpansion expand_word(const ListIndex& index, const NameToken& token) {
  return WordExpander{index, token}.expand();
}

namespace {

std::string key_of(const NameToken& token) {
  std::string key = token.text;
  key += token.prefix ? '<' : ' ';
  for (const std::string& other : token.alternatives) {
    key += other;
    key += ' ';
  }
  return key;
}

std::shared_ptr<const WordExpansion> expand_once(const ListIndex& index, const NameToken& token,
                                                 Memory* memory) {
  if (memory == nullptr) {
    return std::make_shared<const WordExpansion>(expand_word(index, token));
  }
  const std::string key = key_of(token);
  if (auto known = std::static_pointer_cast<const WordExpansion>(memory->find(key))) {
    return known;
  }
  auto made = std::make_shared<const WordExpansion>(expand_word(index, token));
  memory->keep(key, made, sizeof(WordExpansion) + made->meetings.size() * sizeof(WordExpansion::Meeting));
  return made;
}

}  // namespace

Expansion expand_latin(const ListIndex& index, std::span<const NameToken> tokens, Memory* memory) {
  Expansion out;
  out.count = std::min(tokens.size(), kNameTokensMax);
  out.kinds.resize(index.vocabulary.size());
  out.joins.resize(index.vocabulary.size());
  for (std::size_t query = 0; query < out.count; ++query) {
    const auto word = expand_once(index, tokens[query], memory);
    out.bits[query] = word->bits;
    for (const WordExpansion::Meeting& met : word->meetings) {
      out.kinds[met.word] |= std::uint64_t{index_of(met.kind)} << (8 * query);
      out.met.push_back(met.word);
    }
  }
  join_query(index, tokens.first(out.count), out);
  join_rows(index, tokens.first(out.count), out);
  sort_once(out.met);
  return out;
}

Expansion expand_native(const ListIndex& index, std::span<const std::string> words) {
  Expansion out;
  out.native = true;
  out.count = std::min(words.size(), kNameTokensMax);
  out.single_native = out.count == 1 && is_han_or_kana(words.front());
  out.kinds.resize(index.vocabulary.size());
  out.joins.resize(index.vocabulary.size());
  for (std::size_t query = 0; query < out.count; ++query) {
    const auto word = index.vocabulary.find_native(words[query]);
    const bool han = is_han_or_kana(words[query]);
    const std::size_t letters = native_length(words[query]) * (han ? 2 : 1) + (han ? 0 : 1);
    const double holders = word ? index.statistics.holders(*word) : 0;
    const double share = index.statistics.word_share(Bin::exact, letters, holders, 0) + kChanceFloor[0];
    const double bits = std::clamp(std::log2(kSpellingShare[0] / share), kWordBitsMin, kWordBitsMax);
    out.bits[query][index_of(WordKind::native)] =
        bits * (out.single_native ? kNativeSingleWeight : kNativeWeight);
    if (word) {
      out.kinds[*word] |= std::uint64_t{index_of(WordKind::native)} << (8 * query);
      out.met.push_back(*word);
    }
  }
  sort_once(out.met);
  return out;
}

}  // namespace cardea::screening
