#pragma once

#include "cardea/ports/crypto.hpp"

namespace cardea::crypto {

/// Random bytes of the operating system (getrandom). Thread-safe. Waits, early after boot, until the system
/// has gathered enough; a system that cannot give any stops the program.
class SystemRandom final : public ports::RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace cardea::crypto
