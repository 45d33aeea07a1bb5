#include "cardea/screening/normalise.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "name_tables.hpp"
#include "native_words.hpp"
#include "word_rules.hpp"

namespace cardea::screening {

namespace {

constexpr std::size_t kAlternativesPerToken = 6;
constexpr std::size_t kNameBytesMax = 1024;  // Longer than any name; bounds the work on hostile input.

using Words = std::vector<std::string>;

Words romanised_words(std::string_view utf8, const Romanise& fallback) {
  Words words;
  const std::string latin = romanise(utf8.substr(0, kNameBytesMax), fallback);
  for (const std::string_view word : split(latin, ' ')) {
    if (!word.empty()) {
      words.push_back(mend_digits(word));
    }
  }
  return words;
}

/// Moves honorifics out, as long as another word stays.
Words without_honorifics(Words words, Words& honorifics) {
  const auto& known = name_tables().honorifics;
  const auto is_honorific = [&](const std::string& word) { return known.contains(word); };
  if (std::ranges::all_of(words, is_honorific)) {
    return words;
  }
  std::ranges::copy_if(words, std::back_inserter(honorifics), is_honorific);
  std::erase_if(words, is_honorific);
  return words;
}

/// Whether the word at `at` is a particle there: short words that are also names need neighbours.
bool is_particle_at(const Words& words, std::size_t at) {
  const Particle kind = name_tables().particle(words[at]);
  const bool before = at > 0;
  const bool after = at + 1 < words.size();
  switch (kind) {
    case Particle::none:
      return false;
    case Particle::parent:
      return true;
    case Particle::article:
      return words[at] == "AL" || words[at] == "EL" || (before && after);
    case Particle::other:
      return after && (before || words[at].size() > 1);
  }
  return false;
}

void add_alternative(NameToken& token, std::string text) {
  text.resize(std::min(text.size(), kTokenLettersMax));
  if (text != token.text && token.alternatives.size() < kAlternativesPerToken) {
    token.alternatives.push_back(std::move(text));
  }
}

NameToken make_token(std::string_view word, const std::string& glue) {
  NameToken token;
  token.text = std::string(word.substr(0, kTokenLettersMax));
  for (std::string& other : other_writings(word)) {
    add_alternative(token, std::move(other));
  }
  for (std::size_t at = 0; at < glue.size();) {
    add_alternative(token, glue.substr(at) + token.text);
    at = std::min(glue.find(' ', at), glue.size()) + 1;
  }
  for (std::string& alternative : token.alternatives) {
    std::erase(alternative, ' ');
  }
  return token;
}

void add_token(NormalName& name, NameToken token) {
  const auto same = [&](const NameToken& other) { return other.text == token.text; };
  if (name.tokens.size() < kNameTokensMax && std::ranges::none_of(name.tokens, same)) {
    name.tokens.push_back(std::move(token));
  }
}

/// Splits words into tokens and particles. Particles are kept when there is nothing else.
void add_words(NormalName& name, const Words& words) {
  std::string glue;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (is_particle_at(words, at)) {
      name.particles.push_back(words[at]);
      glue += glue.empty() ? words[at] : " " + words[at];
      continue;
    }
    add_token(name, make_token(words[at], glue));
    glue.clear();
  }
  if (name.tokens.empty()) {
    name.particles.clear();
    std::ranges::for_each(words, [&](const std::string& word) { add_token(name, make_token(word, {})); });
  }
}

}  // namespace

NormalName normalise_name(std::string_view utf8, const NormaliseOptions& options) {
  static const Romanise kNoFallback;
  NormalName name;
  const Romanise& fallback = options.fallback == nullptr ? kNoFallback : *options.fallback;
  Words words = romanised_words(utf8, fallback);
  words = without_honorifics(std::move(words), name.honorifics);
  add_words(name, join_compounds(words));
  name.native = native_words(utf8.substr(0, kNameBytesMax));
  if (options.truncated && !name.tokens.empty() && name.tokens.back().text.size() >= 2) {
    name.tokens.back().prefix = true;
  }
  return name;
}

}  // namespace cardea::screening
