#pragma once

#include <array>
#include <cstdint>
#include <mutex>

#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/crypto.hpp"

namespace cardea::system {

/// Ids of this process: UUID version 7, each greater than the one before, also within a millisecond and when
/// the clock is set back (RFC 9562 section 6.2, method 1: twelve bits count within a millisecond, 62 bits are
/// random). Thread-safe. Clock and randomness are borrowed and must outlive it.
class SystemIdSource final : public IdSource {
 public:
  SystemIdSource(const Clock& clock, ports::RandomSource& random) : clock_{clock}, random_{random} {}
  [[nodiscard]] IdBytes next() override;

 private:
  const Clock& clock_;
  ports::RandomSource& random_;
  std::mutex mutex_;           // guards what follows
  std::int64_t last_ms_ = -1;  // the millisecond of the last id
  std::uint32_t counter_ = 0;  // within that millisecond
};

}  // namespace cardea::system
