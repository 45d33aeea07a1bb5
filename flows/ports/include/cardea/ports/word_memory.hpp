#pragma once

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

#include "cardea/screening/memory.hpp"

namespace cardea::ports {

/// The memory of one snapshot's screener: sixteen parts with a lock each, so that searches seldom wait for
/// one another. A part that is full starts anew. At most about 16 MB.
class WordMemory final : public screening::Memory {
 public:
  [[nodiscard]] std::shared_ptr<const void> find(std::string_view key) override;
  void keep(std::string_view key, std::shared_ptr<const void> value, std::size_t bytes) override;

 private:
  static constexpr std::size_t kParts = 16;
  static constexpr std::size_t kBytesMax = std::size_t{1} << 20;  ///< in a part

  struct Part {
    std::mutex mutex;
    std::unordered_map<std::string, std::shared_ptr<const void>> values;
    std::size_t bytes = 0;
  };
  [[nodiscard]] Part& part_of(std::string_view key);

  std::array<Part, kParts> parts_;
};

}  // namespace cardea::ports
