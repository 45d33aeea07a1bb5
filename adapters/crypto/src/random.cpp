#include "cardea/crypto/random.hpp"

#include <sys/random.h>

#include <cerrno>

#include "cardea/kernel/check.hpp"

namespace cardea::crypto {

void SystemRandom::fill(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const ssize_t count = ::getrandom(out.data(), out.size(), 0);
    if (count < 0 && errno == EINTR) continue;
    CARDEA_ASSERT(count > 0);
    out = out.subspan(static_cast<std::size_t>(count));
  }
}

}  // namespace cardea::crypto
