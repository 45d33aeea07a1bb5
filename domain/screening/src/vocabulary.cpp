#include "vocabulary.hpp"

#include <algorithm>

#include "name_tables.hpp"
#include "skeleton.hpp"

namespace cardea::screening {

namespace {

bool shorter(const Slot& a, const Slot& b) {
  return a.size != b.size ? a.size < b.size : a.text() < b.text();
}

void sort_once(std::vector<std::string>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

Vocabulary::Vocabulary(std::vector<std::string> latin, std::vector<std::string> native)
    : native_{std::move(native)} {
  for (const auto& [word, share] : name_tables().common) {
    latin.emplace_back(word);
  }
  sort_once(latin);
  std::ranges::transform(latin, std::back_inserter(slots_),
                         [](const std::string& word) { return make_slot(word); });
  std::ranges::sort(slots_, shorter);
  for (std::uint32_t word = 0; word < slots_.size(); ++word) {
    letters_.push_back(letter_set(slots_[word].text()));
    const Skeleton skeleton = skeleton_of(slots_[word].text());
    sounds_.emplace_back(stable_hash(skeleton.primary), word);
    if (skeleton.alternate != skeleton.primary) {
      sounds_.emplace_back(stable_hash(skeleton.alternate), word);
    }
    ++begins_[slots_[word].size + std::size_t{1}];
  }
  for (std::size_t length = 1; length < begins_.size(); ++length) {
    begins_[length] += begins_[length - 1];
  }
  std::ranges::sort(sounds_);
  common_.resize(slots_.size());
  for (const auto& [word, share] : name_tables().common) {
    double& known = common_[find(word).value_or(0)];
    known = std::max(known, share);
  }
  sort_once(native_);
  for (std::uint32_t i = 0; i < native_.size(); ++i) {
    native_numbers_.emplace(native_[i], static_cast<std::uint32_t>(slots_.size()) + i);
  }
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view word) const {
  const Slot wanted = make_slot(word);
  const auto at = std::lower_bound(slots_.begin(), slots_.end(), wanted, shorter);
  return at != slots_.end() && *at == wanted ? std::optional(static_cast<std::uint32_t>(at - slots_.begin()))
                                             : std::nullopt;
}

std::optional<std::uint32_t> Vocabulary::find_native(std::string_view word) const {
  const auto at = native_numbers_.find(word);
  return at == native_numbers_.end() ? std::nullopt : std::optional(at->second);
}

std::vector<std::uint32_t> Vocabulary::sounding_like(std::string_view word) const {
  const Skeleton skeleton = skeleton_of(word);
  std::vector<std::uint32_t> words;
  for (const std::string_view reading :
       {std::string_view(skeleton.primary), std::string_view(skeleton.alternate)}) {
    const std::uint64_t hash = stable_hash(reading);
    for (auto at = std::lower_bound(sounds_.begin(), sounds_.end(), std::pair{hash, std::uint32_t{0}});
         at != sounds_.end() && at->first == hash; ++at) {
      words.push_back(at->second);
    }
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::string_view Vocabulary::text(std::uint32_t word) const {
  return is_native(word) ? std::string_view(native_[word - slots_.size()]) : slots_[word].text();
}

std::pair<std::uint32_t, std::uint32_t> Vocabulary::of_length(int length) const {
  const auto at = static_cast<std::size_t>(length);
  return {begins_[at], begins_[at + 1]};
}

}  // namespace cardea::screening
