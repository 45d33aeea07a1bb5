#include "cardea/access/sign_in.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"

namespace cardea::access {
namespace {

/// Passwords of twelve characters and more that head every published list of leaked ones, in lower case;
/// shorter ones are refused by their length.
constexpr std::array<std::string_view, 40> kCommonPasswords{
    "111111111111",     "000000000000",     "121212121212",     "123123123123",     "123456123456",
    "123456654321",     "1234567890123",    "123456789012",     "12345678901234",   "1234567890123456",
    "123456789123",     "123456789abc",     "1q2w3e4r5t6y",     "1q2w3e4r5t6y7u",   "1qaz2wsx3edc",
    "1qaz2wsx3edc4rfv", "987654321012",     "abcdefghijkl",     "abcdefghijklmnop", "administrator",
    "administrator1",   "adminadminadmin",  "changemechangeme", "changeme1234",     "footballfootball",
    "iloveyou1234",     "letmeinletmein",   "password1234",     "password12345",    "password123456",
    "password12345678", "passwordpassword", "q1w2e3r4t5y6",     "qazwsxedcrfv",     "qwerty123456",
    "qwertyqwerty",     "qwertyuiop12",     "qwertyuiop123",    "qwertyuiopasdfgh", "welcome12345",
};

constexpr std::array kStates{SessionState::open, SessionState::idle, SessionState::expired};

/// One character over and over.
[[nodiscard]] bool monotonous(std::string_view text) {
  return text.find_first_not_of(text.front()) == std::string_view::npos;
}

[[nodiscard]] bool common(std::string_view lower_case) {
  return monotonous(lower_case) ||
         std::find(kCommonPasswords.begin(), kCommonPasswords.end(), lower_case) != kCommonPasswords.end();
}

}  // namespace

std::optional<Instant> locked_until(const SignInState& state) {
  if (state.failures <= kFreeFailures) return std::nullopt;
  std::int64_t wait = kFirstWaitSeconds;
  for (int i = kFreeFailures + 1; i < state.failures && wait < kLongestWaitSeconds; ++i) wait *= 2;
  return plus_seconds(state.last_failure, std::min(wait, kLongestWaitSeconds));
}

Done may_choose_password(const Secret<std::string>& password, std::string_view user_name) {
  const std::string& text = password.reveal();
  if (text.size() > kPasswordBytesMax) return fail(ErrorKind::malformed, "password_too_long");
  if (!is_valid_utf8(text)) return fail(ErrorKind::malformed, "password_not_text");
  if (to_code_points(text).size() < kPasswordCharactersMin) {
    return fail(ErrorKind::malformed, "password_too_short");
  }
  const std::string lower_case = to_ascii_lower(text);
  if (lower_case == to_ascii_lower(user_name)) return fail(ErrorKind::malformed, "password_is_user_name");
  if (common(lower_case)) return fail(ErrorKind::malformed, "password_too_common");
  return {};
}

bool parse(std::string_view word, SessionState& state) {
  for (const SessionState candidate : kStates) {
    if (name(candidate) != word) continue;
    state = candidate;
    return true;
  }
  return false;
}

SessionState session_state(Instant opened, Instant last_seen, Instant now) {
  if (now > plus_seconds(opened, kSessionSecondsMax)) return SessionState::expired;
  if (now > plus_seconds(last_seen, kIdleSecondsMax)) return SessionState::idle;
  return SessionState::open;
}

}  // namespace cardea::access
