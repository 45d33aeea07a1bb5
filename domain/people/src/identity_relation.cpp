#include "cardea/people/identity_relation.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "cardea/kernel/text.hpp"

namespace cardea::people {
namespace {

constexpr std::size_t kKeyLetters = 3;
constexpr std::size_t kShortWord = 4;  // shorter words are the same or not
constexpr std::size_t kLongWord = 8;   // longer words may be off by two letters
constexpr std::array<std::string_view, 4> kNobodysNationals{"XXA", "XXB", "XXC", "XXX"};

PersonName in_mrz_letters(const PersonName& name) {
  const Transliterator& standard = standard_transliterator();
  return {standard.to_mrz_characters(name.primary).text, standard.to_mrz_characters(name.secondary).text,
          name.possibly_truncated};
}

std::vector<std::string> words_of(const PersonName& name) {
  std::vector<std::string> words;
  for (const std::string_view identifier :
       {std::string_view(name.primary), std::string_view(name.secondary)}) {
    for (const auto word : split(identifier, ' ')) {
      if (!word.empty()) words.emplace_back(word);
    }
  }
  std::ranges::sort(words);
  return words;
}

std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

bool near(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < kShortWord) return false;
  return edits_between(a, b) <= (shorter >= kLongWord ? 2U : 1U);
}

// Each word of `few` is near another word of `many`.
bool contained(const std::vector<std::string>& few, std::vector<std::string> many) {
  return std::ranges::all_of(few, [&](const std::string& word) {
    const auto found =
        std::ranges::find_if(many, [&](const std::string& other) { return near(word, other); });
    if (found == many.end()) return false;
    many.erase(found);
    return true;
  });
}

bool similar_words(const PersonName& a, const PersonName& b) {
  const auto left = words_of(a);
  const auto right = words_of(b);
  const auto& few = left.size() <= right.size() ? left : right;
  const auto& many = left.size() <= right.size() ? right : left;
  // One word alone does not make a person: it must be all that either has.
  return few.size() >= 2 || few.size() == many.size() ? contained(few, many) : false;
}

bool agree_as_documents(const PersonName& a, const PersonName& b) {
  return compare_names(a, b) != NameAgreement::differs || compare_names(b, a) != NameAgreement::differs;
}

Likeness names(const PersonName& a, const PersonName& b) {
  const PersonName left = in_mrz_letters(a);
  const PersonName right = in_mrz_letters(b);
  const bool known = !full_name(left).empty() && !full_name(right).empty();
  if (!known) return Likeness::unknown;
  if (left.primary == right.primary && left.secondary == right.secondary) return Likeness::same;
  if (agree_as_documents(a, right) || agree_as_documents(b, left) || similar_words(left, right)) {
    return Likeness::similar;
  }
  return Likeness::different;
}

template <class Part>
bool compatible(const std::optional<Part>& a, const std::optional<Part>& b) {
  return !a || !b || *a == *b;
}

bool swapped(const PartialDate& a, const PartialDate& b) {
  return a.full() && b.full() && a.year == b.year && a.month == b.day && a.day == b.month;
}

bool alike(const PartialDate& a, const PartialDate& b) {
  const bool one_known = (a.year && b.year) || (a.month && b.month && a.day && b.day);
  const bool agree = compatible(a.year, b.year) && compatible(a.month, b.month) && compatible(a.day, b.day);
  return (one_known && agree) || swapped(a, b);
}

Likeness birth_dates(const std::vector<PartialDate>& a, const std::vector<PartialDate>& b) {
  if (a.empty() || b.empty()) return Likeness::unknown;
  if (a.front().full() && a.front() == b.front()) return Likeness::same;
  for (const PartialDate& left : a) {
    for (const PartialDate& right : b) {
      if (alike(left, right)) return Likeness::similar;
    }
  }
  return Likeness::different;
}

Likeness sexes(Sex a, Sex b) {
  if (a == Sex::unspecified || b == Sex::unspecified) return a == b ? Likeness::same : Likeness::similar;
  return a == b ? Likeness::same : Likeness::different;
}

bool of_nobody(const std::string& nationality) {
  return nationality.empty() || std::ranges::find(kNobodysNationals, nationality) != kNobodysNationals.end();
}

Likeness nationalities(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return Likeness::unknown;
  for (const std::string& each : a) {
    if (!of_nobody(each) && std::ranges::find(b, each) != b.end()) return Likeness::same;
  }
  const bool open = std::ranges::any_of(a, of_nobody) || std::ranges::any_of(b, of_nobody);
  return open ? Likeness::similar : Likeness::different;
}

Likeness places(const std::string& a, const std::string& b) {
  const std::string left = standard_transliterator().to_mrz_characters(a).text;
  const std::string right = standard_transliterator().to_mrz_characters(b).text;
  if (left.empty() || right.empty()) return Likeness::unknown;
  if (left == right) return Likeness::same;
  return near(left, right) ? Likeness::similar : Likeness::different;
}

Likeness whole(const IdentityRelation& relation) {
  if (relation.name == Likeness::different || relation.birth_date == Likeness::different) {
    return Likeness::different;
  }
  if (relation.name == Likeness::unknown || relation.birth_date == Likeness::unknown)
    return Likeness::unknown;
  const bool all_same = relation.name == Likeness::same && relation.birth_date == Likeness::same &&
                        relation.sex == Likeness::same && relation.nationality == Likeness::same;
  const bool place_agrees =
      relation.birth_place == Likeness::same || relation.birth_place == Likeness::unknown;
  return all_same && place_agrees ? Likeness::same : Likeness::similar;
}

// Who does not know the day of birth is often given the first of January: it tells nobody apart.
bool tells_apart(const std::vector<PartialDate>& birth_dates) {
  if (birth_dates.size() != 1) return false;
  const auto full = birth_dates.front().full();
  return full && !(full->month() == 1 && full->day() == 1);
}

template <class Enum, std::size_t N>
bool parse_among(std::string_view word, const std::array<Enum, N>& all, Enum& value) {
  const auto found = std::ranges::find_if(all, [&](Enum each) { return name(each) == word; });
  if (found == all.end()) return false;
  value = *found;
  return true;
}

}  // namespace

bool parse(std::string_view word, Likeness& likeness) {
  using enum Likeness;
  return parse_among(word, std::array{same, similar, different, unknown}, likeness);
}

bool parse(std::string_view word, LinkColour& colour) {
  using enum LinkColour;
  return parse_among(word, std::array{yellow, green, red, white}, colour);
}

IdentityRelation identity_relation(const KnownIdentity& a, const KnownIdentity& b) {
  IdentityRelation relation;
  relation.name = names(a.identity.name, b.identity.name);
  relation.birth_date = birth_dates(a.identity.birth_dates, b.identity.birth_dates);
  relation.sex = sexes(a.identity.sex, b.identity.sex);
  relation.nationality = nationalities(a.identity.nationalities, b.identity.nationalities);
  relation.birth_place = places(a.birth_place, b.birth_place);
  relation.whole = whole(relation);
  return relation;
}

bool replaces(const DocumentSeries& later, const DocumentSeries& earlier) {
  if (later.issuer.empty() || later.issuer != earlier.issuer) return false;
  if (later.code.substr(0, 1) != earlier.code.substr(0, 1) || later.number == earlier.number) return false;
  const auto until = later.expires_on ? later.expires_on->full() : std::nullopt;
  const auto before = earlier.expires_on ? earlier.expires_on->full() : std::nullopt;
  return until && before && *until > *before;
}

std::optional<LinkColour> proposed_colour(const IdentityRelation& relation, const KnownIdentity& known,
                                          const DocumentSeries& later, const DocumentSeries& earlier,
                                          int rivals) {
  if (relation.whole == Likeness::different || relation.whole == Likeness::unknown) return std::nullopt;
  const bool clear = relation.whole == Likeness::same && rivals == 0 && replaces(later, earlier) &&
                     tells_apart(known.identity.birth_dates);
  return clear ? LinkColour::white : LinkColour::yellow;
}

std::string name_key(std::string_view mrz_identifier) {
  std::string key;
  for (const char c : mrz_identifier) {
    if (c != ' ' && key.size() < kKeyLetters) key += c;
  }
  return key;
}

}  // namespace cardea::people
