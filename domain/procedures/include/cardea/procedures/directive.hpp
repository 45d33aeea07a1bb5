#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::procedures {

/// A directive orders, a bulletin informs; both are read by a deadline.
inline constexpr std::array<std::string_view, 2> kDirectiveKinds{"directive", "bulletin"};

struct DirectiveTerms {
  Instant issued_at;
  Instant in_force_from;
  Instant read_by;  ///< the deadline
  std::optional<Instant> expires_at = {};
  std::optional<Instant> withdrawn_at = {};
};

enum class DirectiveState : std::uint8_t { announced, in_force, expired, withdrawn };

inline constexpr std::array<std::string_view, 4> kDirectiveStateWords{"announced", "in_force", "expired",
                                                                      "withdrawn"};

[[nodiscard]] constexpr std::string_view name(DirectiveState state) {
  return kDirectiveStateWords.at(static_cast<std::size_t>(state));
}
[[nodiscard]] DirectiveState state_at(const DirectiveTerms& terms, Instant now);
/// Whether it still asks to be read: announced or in force.
[[nodiscard]] bool is_open(DirectiveState state);

/// Fails `malformed/directive_deadline_passed`, `malformed/directive_dates_disordered` (it would expire
/// before it is in force or read).
[[nodiscard]] Done check_terms(const DirectiveTerms& terms);

/// How far one officer has come. Received means shown for the first time; read is an act.
enum class ReadState : std::uint8_t { issued, received, read };

inline constexpr std::array<std::string_view, 3> kReadStateWords{"issued", "received", "read"};

[[nodiscard]] constexpr std::string_view name(ReadState state) {
  return kReadStateWords.at(static_cast<std::size_t>(state));
}

struct Receipt {
  std::optional<Instant> received_at = {};
  std::optional<Instant> read_at = {};
};

struct Reader {
  ReadState state = ReadState::issued;
  bool overdue = false;  ///< not read, the deadline is past, and it still asks to be read
};
[[nodiscard]] Reader reader_of(const DirectiveTerms& terms, const Receipt& receipt, Instant now);

/// A role somebody holds, and where.
struct Post {
  std::string role;
  std::string unit;  ///< path
};

/// Whom it is for. Empty parts stand for all units or all roles.
struct Address {
  std::vector<std::string> units;
  std::vector<std::string> roles;
};

/// Whether somebody who holds these posts is addressed: one of the roles, in one of the units, below it or
/// above it. Who leads a whole post is told what is ordered for one of its lanes.
[[nodiscard]] bool is_addressed(const Address& address, const std::vector<Post>& posts);

}  // namespace cardea::procedures
