#pragma once

#include <stdexcept>

namespace cardea {

/// Thrown by CARDEA_INVARIANT: this request fails, the process goes on. Caught at the edge of a request only.
class InvariantBroken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Prints the condition and its place to standard error and aborts.
[[noreturn]] void stop_program(const char* condition, const char* file, int line);
/// Throws InvariantBroken naming the condition and its place.
[[noreturn]] void fail_request(const char* condition, const char* file, int line);

}  // namespace cardea

/// A bug that makes going on dangerous: stops the program. Never for input.
#define CARDEA_ASSERT(condition) \
  ((condition) ? void() : ::cardea::stop_program(#condition, __FILE__, __LINE__))

/// A bug that spoils this request only: throws InvariantBroken. Never for input.
#define CARDEA_INVARIANT(condition) \
  ((condition) ? void() : ::cardea::fail_request(#condition, __FILE__, __LINE__))

/// Checked in debug builds only; documents what the code relies on.
#ifdef NDEBUG
#define CARDEA_ASSUME(condition) (static_cast<void>(sizeof(condition)))
#else
#define CARDEA_ASSUME(condition) CARDEA_ASSERT(condition)
#endif
