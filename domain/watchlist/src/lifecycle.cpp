#include "cardea/watchlist/lifecycle.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace cardea::watchlist {
namespace {

constexpr std::array<std::string_view, 8> kStateWords{"draft",     "proposed",   "emergency",
                                                      "in_force",  "review_due", "withdrawal_proposed",
                                                      "withdrawn", "expired"};
constexpr std::array<std::string_view, 7> kActWords{
    "edit", "propose", "approve", "send_back", "raise", "propose_withdrawal", "approve_withdrawal"};

template <class Words, class Word>
bool find_word(const Words& words, std::string_view text, Word& found) {
  const auto at = std::ranges::find(words, text);
  if (at == words.end()) return false;
  found = static_cast<Word>(at - words.begin());
  return true;
}

struct Step {
  AlertState from;
  AlertAct act;
  AlertState to;
};

/// The automaton, and the only one; what is not here is not due.
constexpr std::array kSteps{
    Step{AlertState::draft, AlertAct::edit, AlertState::draft},
    Step{AlertState::draft, AlertAct::propose, AlertState::proposed},
    Step{AlertState::draft, AlertAct::raise, AlertState::emergency},
    Step{AlertState::proposed, AlertAct::approve, AlertState::in_force},
    Step{AlertState::proposed, AlertAct::send_back, AlertState::draft},
    Step{AlertState::emergency, AlertAct::approve, AlertState::in_force},
    Step{AlertState::emergency, AlertAct::send_back, AlertState::draft},
    Step{AlertState::in_force, AlertAct::propose_withdrawal, AlertState::withdrawal_proposed},
    Step{AlertState::review_due, AlertAct::propose_withdrawal, AlertState::withdrawal_proposed},
    Step{AlertState::withdrawal_proposed, AlertAct::approve_withdrawal, AlertState::withdrawn},
    Step{AlertState::withdrawal_proposed, AlertAct::send_back, AlertState::in_force},
};

AlertState by_dates(const AlertStanding& standing, AlertState state, Date today) {
  if (standing.expires_on && *standing.expires_on < today) return AlertState::expired;
  const bool due = standing.review_on && *standing.review_on <= today;
  return state == AlertState::in_force && due ? AlertState::review_due : state;
}

}  // namespace

std::string_view name(AlertState state) { return kStateWords.at(static_cast<std::size_t>(state)); }
bool parse(std::string_view word, AlertState& state) { return find_word(kStateWords, word, state); }
std::string_view name(AlertAct act) { return kActWords.at(static_cast<std::size_t>(act)); }
bool parse(std::string_view word, AlertAct& act) { return find_word(kActWords, word, act); }

AlertState state_at(const AlertStanding& standing, Instant now, Date today) {
  const bool lapsed = standing.lapses_at && *standing.lapses_at < now;
  switch (standing.stored) {
    case AlertState::proposed:
      return lapsed ? AlertState::draft : AlertState::proposed;
    case AlertState::emergency:
      return lapsed ? AlertState::expired : by_dates(standing, AlertState::emergency, today);
    case AlertState::withdrawal_proposed:
      return by_dates(standing, lapsed ? AlertState::in_force : AlertState::withdrawal_proposed, today);
    case AlertState::in_force:
    case AlertState::review_due:
      return by_dates(standing, AlertState::in_force, today);
    case AlertState::draft:
    case AlertState::withdrawn:
    case AlertState::expired:
      return standing.stored;
  }
  __builtin_unreachable();
}

Result<AlertState> next_state(AlertState state, AlertAct act) {
  const auto step =
      std::ranges::find_if(kSteps, [&](const Step& each) { return each.from == state && each.act == act; });
  if (step != kSteps.end()) return step->to;
  return fail(ErrorKind::conflict, "alert_act_not_due", std::string(name(state)));
}

bool is_searched(AlertState state) {
  switch (state) {
    case AlertState::emergency:
    case AlertState::in_force:
    case AlertState::review_due:
    case AlertState::withdrawal_proposed:
      return true;
    case AlertState::draft:
    case AlertState::proposed:
    case AlertState::withdrawn:
    case AlertState::expired:
      return false;
  }
  __builtin_unreachable();
}

}  // namespace cardea::watchlist
