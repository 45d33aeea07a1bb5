#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::watchlist {

/// How far an alert of our own has come. `emergency` is in force for hours without a second person;
/// `review_due` is still in force, and says that its owner must look at it again.
enum class AlertState : std::uint8_t {
  draft,
  proposed,
  emergency,
  in_force,
  review_due,
  withdrawal_proposed,
  withdrawn,
  expired
};

[[nodiscard]] std::string_view name(AlertState state);
[[nodiscard]] bool parse(std::string_view word, AlertState& state);

/// What can be done to it. `approve` and `approve_withdrawal` need a second person (access/two_person.hpp);
/// `send_back` refuses either proposal; `raise` puts a draft in force at once.
enum class AlertAct : std::uint8_t {
  edit,
  propose,
  approve,
  send_back,
  raise,
  propose_withdrawal,
  approve_withdrawal
};

[[nodiscard]] std::string_view name(AlertAct act);
[[nodiscard]] bool parse(std::string_view word, AlertAct& act);

/// What is stored of an alert, as far as its state goes.
struct AlertStanding {
  AlertState stored = AlertState::draft;
  std::optional<Instant> lapses_at;  ///< of the proposal that is open, or of an emergency
  std::optional<Date> review_on;
  std::optional<Date> expires_on;
};

/// The state at a time: proposals lapse, emergencies end, reviews fall due and alerts expire without anybody
/// acting. An alert is in force on its day of expiry, and a limit itself still counts.
[[nodiscard]] AlertState state_at(const AlertStanding& standing, Instant now, Date today);

/// The state after an act. Fails `conflict/alert_act_not_due` (detail: the state).
[[nodiscard]] Result<AlertState> next_state(AlertState state, AlertAct act);

/// Whether travellers are searched against an alert in this state.
[[nodiscard]] bool is_searched(AlertState state);

}  // namespace cardea::watchlist
