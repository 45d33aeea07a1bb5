#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace cardea {

/// Why something could not be done, in the few kinds a caller can act on.
///
/// - `malformed`: the input is not what it should be; sending it again unchanged will fail again.
/// - `not_found`: the thing asked for is not there.
/// - `conflict`: the state does not allow it now (done already, somebody else was first).
/// - `forbidden`: this officer may not do this, for this purpose.
/// - `unavailable`: something needed is away or busy; the same call may succeed later.
/// - `broken`: stored data or an invariant is damaged; a person has to look.
enum class ErrorKind : std::uint8_t { malformed, not_found, conflict, forbidden, unavailable, broken };

[[nodiscard]] constexpr std::string_view name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::malformed:
      return "malformed";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::conflict:
      return "conflict";
    case ErrorKind::forbidden:
      return "forbidden";
    case ErrorKind::unavailable:
      return "unavailable";
    case ErrorKind::broken:
      return "broken";
  }
  __builtin_unreachable();
}

/// A failure. `reason` is the stable word that clients, tests and translations key on (a string literal: it
/// is never freed); `detail` is for people and logs, and never holds personal data.
struct Error {
  ErrorKind kind;
  std::string_view reason;
  std::string detail;

  friend bool operator==(const Error&, const Error&) = default;
};

/// A value, or why there is none. Exceptions do not cross rooms: failures travel in this.
template <class T>
using Result = tl::expected<T, Error>;

/// Success without a value.
using Done = Result<void>;

using Failure = tl::unexpected<Error>;

/// `return fail(ErrorKind::malformed, "stay_ends_before_start");`
[[nodiscard]] inline Failure fail(ErrorKind kind, std::string_view reason, std::string detail = {}) {
  return Failure(Error{kind, reason, std::move(detail)});
}

/// Hands a failed result on as the failure of another type: `if (!read) return pass_on(read);`
template <class T>
[[nodiscard]] Failure pass_on(const Result<T>& failed) {
  return Failure(failed.error());
}

}  // namespace cardea
