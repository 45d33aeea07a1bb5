#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/kernel/secret.hpp"

namespace cardea::access {

// Signing in and staying signed in, as pure functions: the caller brings the time.

/// Failures since the last success.
struct SignInState {
  int failures = 0;
  Instant last_failure;
};

inline constexpr int kFreeFailures = 4;                   ///< failures without a wait
inline constexpr std::int64_t kFirstWaitSeconds = 30;     ///< after the fifth; doubles with each further one
inline constexpr std::int64_t kLongestWaitSeconds = 900;  ///< 15 minutes

/// Until when no attempt counts, however right its password is; may lie in the past. Nothing before the fifth
/// failure. The wait ends by itself, so that nobody can lock an officer out of the post for good.
[[nodiscard]] std::optional<Instant> locked_until(const SignInState& state);

inline constexpr std::size_t kPasswordCharactersMin = 12;  ///< code points
inline constexpr std::size_t kPasswordBytesMax = 256;

/// Whether a password may be chosen. Length is what counts, so there are no rules of composition (NIST SP
/// 800-63B section 5.1.1.2); it may not be the user name nor one of the most common passwords, in any case.
///
/// Fails `malformed/password_not_text` (not UTF-8), `malformed/password_too_short`,
/// `malformed/password_too_long`, `malformed/password_is_user_name`, `malformed/password_too_common`.
[[nodiscard]] Done may_choose_password(const Secret<std::string>& password, std::string_view user_name);

inline constexpr std::int64_t kIdleSecondsMax = 15 * 60;
inline constexpr std::int64_t kSessionSecondsMax = 12 * 60 * 60;

/// Whether a session still counts. `idle`: nothing was asked for too long; `expired`: it has lasted a whole
/// shift.
enum class SessionState : std::uint8_t { open, idle, expired };

[[nodiscard]] constexpr std::string_view name(SessionState state) {
  switch (state) {
    case SessionState::open:
      return "open";
    case SessionState::idle:
      return "idle";
    case SessionState::expired:
      return "expired";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, SessionState& state);

/// A limit itself still counts as open. A clock that was set back lengthens no session beyond the step.
[[nodiscard]] SessionState session_state(Instant opened, Instant last_seen, Instant now);

}  // namespace cardea::access
