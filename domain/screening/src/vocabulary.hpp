#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cardea/screening/similarity.hpp"

namespace cardea::screening {

/// A hash that is the same in every run: FNV-1a, 64 bits.
[[nodiscard]] constexpr std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return hash;
}

/// The different words of a list, numbered by (length, letters), and those of other scripts after them. The
/// words of the common-names table are among them, borne by nobody on the list.
class Vocabulary {
 public:
  Vocabulary() = default;
  /// `latin` and `native` may hold repetitions, in any order.
  Vocabulary(std::vector<std::string> latin, std::vector<std::string> native);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;
  [[nodiscard]] std::optional<std::uint32_t> find_native(std::string_view word) const;
  /// Latin words whose first or second skeleton is one of `word`'s, each once.
  [[nodiscard]] std::vector<std::uint32_t> sounding_like(std::string_view word) const;

  [[nodiscard]] std::size_t latin_count() const { return slots_.size(); }
  [[nodiscard]] std::size_t size() const { return slots_.size() + native_.size(); }
  [[nodiscard]] const Slot& slot(std::uint32_t word) const { return slots_[word]; }
  /// Words from `begin` to before `end`, and their letter sets.
  [[nodiscard]] std::span<const Slot> slots(std::uint32_t begin, std::uint32_t end) const {
    return std::span(slots_).subspan(begin, end - begin);
  }
  [[nodiscard]] std::span<const std::uint64_t> letters(std::uint32_t begin, std::uint32_t end) const {
    return std::span(letters_).subspan(begin, end - begin);
  }
  [[nodiscard]] double common(std::uint32_t word) const { return common_[word]; }
  [[nodiscard]] bool is_native(std::uint32_t word) const { return word >= slots_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t word) const;
  /// Numbers of the words of one length: first, and one past the last.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of_length(int length) const;

 private:
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> letters_;
  std::vector<double> common_;
  std::array<std::uint32_t, 18> begins_{};
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sounds_;  ///< skeleton hash, word; sorted
  std::vector<std::string> native_;
  std::unordered_map<std::string_view, std::uint32_t> native_numbers_;
};

}  // namespace cardea::screening
