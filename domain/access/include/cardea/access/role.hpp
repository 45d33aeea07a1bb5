#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace cardea::access {

/// What an officer is appointed to. An officer may hold several.
enum class Role : std::uint8_t {
  officer,          ///< first line: inspects and decides
  second_line,      ///< takes over what the first line refers
  shift_leader,     ///< leads a post's shift: lanes, relaxations, second signatures
  watchlist_owner,  ///< makes and approves alerts, imports lists
  procedure_owner,  ///< writes procedures and directives, certifies officers
  data_officer,     ///< answers data subjects, keeps retention
  analyst,          ///< figures without persons
  auditor,          ///< sees who did and read what; changes nothing
  administrator,    ///< officers, units, workstations
};

/// The words, in the order of the enumerators.
inline constexpr std::array<std::string_view, 9> kRoleWords{
    "officer",      "second_line", "shift_leader", "watchlist_owner", "procedure_owner",
    "data_officer", "analyst",     "auditor",      "administrator",
};

[[nodiscard]] constexpr std::string_view name(Role role) {
  return kRoleWords.at(static_cast<std::size_t>(role));
}
[[nodiscard]] bool parse(std::string_view word, Role& role);

/// What an officer asks to do. Which role may do it stands in permission.cpp.
enum class Action : std::uint8_t {
  sign_in,
  read_node,
  read_events,
  read_lists,
  inspect,
  decide,
  take_back,
  read_history,
  import_lists,
  read_officers,
  manage_officers,
  read_journal,
  read_organisation,
  manage_organisation,
  approve_administration,
  break_glass,
  review_break_glass,
  read_audit,
  answer_data_subject,
  manage_retention,
  approve_retention,
  search_travellers,
  link_identities,
  manage_permits,
  read_overstays,
  record_foreign_entry,
  relax_checks,
  enter_fallback,
  read_cases,
  handle_cases,
  approve_refusal,
  annul_decision,
  read_alerts,
  draft_alerts,
  approve_alerts,
  raise_emergency_alert,
  handle_hits,
  read_procedures,
  manage_procedures,
  issue_directives,
  certify_officers,
  read_board,
  manage_lanes,
  run_drill,
  read_statistics,
  read_coverage,
};

/// The words, in the order of the enumerators.
inline constexpr std::array<std::string_view, 46> kActionWords{
    "sign_in",
    "read_node",
    "read_events",
    "read_lists",
    "inspect",
    "decide",
    "take_back",
    "read_history",
    "import_lists",
    "read_officers",
    "manage_officers",
    "read_journal",
    "read_organisation",
    "manage_organisation",
    "approve_administration",
    "break_glass",
    "review_break_glass",
    "read_audit",
    "answer_data_subject",
    "manage_retention",
    "approve_retention",
    "search_travellers",
    "link_identities",
    "manage_permits",
    "read_overstays",
    "record_foreign_entry",
    "relax_checks",
    "enter_fallback",
    "read_cases",
    "handle_cases",
    "approve_refusal",
    "annul_decision",
    "read_alerts",
    "draft_alerts",
    "approve_alerts",
    "raise_emergency_alert",
    "handle_hits",
    "read_procedures",
    "manage_procedures",
    "issue_directives",
    "certify_officers",
    "read_board",
    "manage_lanes",
    "run_drill",
    "read_statistics",
    "read_coverage",
};

[[nodiscard]] constexpr std::string_view name(Action action) {
  return kActionWords.at(static_cast<std::size_t>(action));
}
[[nodiscard]] bool parse(std::string_view word, Action& action);

}  // namespace cardea::access
