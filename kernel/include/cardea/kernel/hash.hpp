#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "cardea/kernel/bytes.hpp"

namespace cardea {

/// A SHA-256 value (FIPS 180-4).
using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest sha256(ByteView bytes);
[[nodiscard]] Digest sha256(std::string_view text);

/// SHA-256 over pieces that come one after the other. Not thread-safe; each value belongs to one thread.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  Sha256& add(ByteView bytes);
  Sha256& add(std::string_view text);
  /// Ends the computation; the object must not be used afterwards.
  [[nodiscard]] Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cardea
