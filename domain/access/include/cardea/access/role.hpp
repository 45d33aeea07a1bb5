#pragma once

#include <cstdint>
#include <string_view>

namespace cardea::access {

/// What an officer is appointed to. An officer may hold several.
enum class Role : std::uint8_t { officer, shift_leader, watchlist_owner, administrator };

[[nodiscard]] constexpr std::string_view name(Role role) {
  switch (role) {
    case Role::officer:
      return "officer";
    case Role::shift_leader:
      return "shift_leader";
    case Role::watchlist_owner:
      return "watchlist_owner";
    case Role::administrator:
      return "administrator";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Role& role);

/// What an officer asks to do.
enum class Action : std::uint8_t {
  sign_in,
  inspect,
  decide,
  take_back,
  read_history,
  read_lists,
  import_lists,
  read_officers,
  manage_officers,
  read_node,
  read_events,
  read_journal,
};

[[nodiscard]] constexpr std::string_view name(Action action) {
  switch (action) {
    case Action::sign_in:
      return "sign_in";
    case Action::inspect:
      return "inspect";
    case Action::decide:
      return "decide";
    case Action::take_back:
      return "take_back";
    case Action::read_history:
      return "read_history";
    case Action::read_lists:
      return "read_lists";
    case Action::import_lists:
      return "import_lists";
    case Action::read_officers:
      return "read_officers";
    case Action::manage_officers:
      return "manage_officers";
    case Action::read_node:
      return "read_node";
    case Action::read_events:
      return "read_events";
    case Action::read_journal:
      return "read_journal";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Action& action);

}  // namespace cardea::access
