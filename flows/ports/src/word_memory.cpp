#include "cardea/ports/word_memory.hpp"

#include <functional>
#include <utility>

namespace cardea::ports {

WordMemory::Part& WordMemory::part_of(std::string_view key) {
  return parts_[std::hash<std::string_view>{}(key) % kParts];
}

std::shared_ptr<const void> WordMemory::find(std::string_view key) {
  Part& part = part_of(key);
  const std::scoped_lock lock{part.mutex};
  const auto known = part.values.find(std::string(key));
  return known == part.values.end() ? nullptr : known->second;
}

void WordMemory::keep(std::string_view key, std::shared_ptr<const void> value, std::size_t bytes) {
  Part& part = part_of(key);
  const std::scoped_lock lock{part.mutex};
  if (part.bytes + bytes > kBytesMax) {
    part.values.clear();
    part.bytes = 0;
  }
  if (part.values.try_emplace(std::string(key), std::move(value)).second) part.bytes += bytes;
}

}  // namespace cardea::ports
