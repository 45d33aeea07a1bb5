#include "cardea/people/transliteration.hpp"

#include <array>

#include "cardea/kernel/check.hpp"
#include "folding.hpp"
#include "spelling.hpp"

namespace cardea::people {

// The tables of data/transliteration, compiled in.
std::string_view letters_table();
std::string_view latin_table();
std::string_view cyrillic_table();
std::string_view greek_table();
std::string_view arabic_table();

bool parse(std::string_view word, Edition& edition) {
  for (const Edition candidate : {Edition::edition_2006, Edition::edition_2021}) {
    if (word != name(candidate)) continue;
    edition = candidate;
    return true;
  }
  return false;
}

Transliterator::Transliterator(std::shared_ptr<const TransliterationTables> tables)
    : tables_{std::move(tables)} {}

Result<Transliterator> Transliterator::parse(std::span<const std::string_view> tables) {
  auto read = std::make_shared<TransliterationTables>();
  for (std::size_t at = 0; at < tables.size(); ++at) {
    if (const std::size_t line = read_table(tables[at], *read); line != 0) {
      return fail(ErrorKind::malformed, "transliteration_table",
                  "table " + std::to_string(at + 1) + " line " + std::to_string(line));
    }
  }
  return Transliterator(std::move(read));
}

Transliterated Transliterator::to_mrz_characters(std::string_view utf8, std::string_view language,
                                                 Edition edition) const {
  return spell(*tables_, fold(*tables_, utf8), Spelling{language, edition, {}});
}

const Transliterator& standard_transliterator() {
  static const Transliterator standard = [] {
    const std::array texts{letters_table(), latin_table(), cyrillic_table(), greek_table(), arabic_table()};
    auto read = Transliterator::parse(texts);
    CARDEA_ASSERT(read.has_value());
    return *read;
  }();
  return standard;
}

}  // namespace cardea::people
