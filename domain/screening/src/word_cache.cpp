#include <utility>

#include "expansion.hpp"

namespace cardea::screening {

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

}  // namespace

std::shared_ptr<const WordExpansion> WordCache::expand(const ListIndex& index, const NameToken& token) {
  std::string key = key_of(token);
  Part& part = parts_[stable_hash(key) % kParts];
  {
    const std::scoped_lock lock{part.mutex};
    if (const auto known = part.words.find(key); known != part.words.end()) {
      return known->second;
    }
  }
  auto made = std::make_shared<const WordExpansion>(expand_word(index, token));
  const std::scoped_lock lock{part.mutex};
  if (part.meetings >= kMeetingsMax) {
    part.words.clear();
    part.meetings = 0;
  }
  if (part.words.try_emplace(std::move(key), made).second) {
    part.meetings += made->meetings.size() + 1;
  }
  return made;
}

}  // namespace cardea::screening
