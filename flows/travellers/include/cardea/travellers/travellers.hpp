#pragma once

#include <functional>

#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/travellers/requests.hpp"

namespace cardea::travellers {

/// What the flow works with. All are borrowed and must outlive it.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  IdSource& ids;
  const crossings::Rules& rules;
};

/// Travellers over their documents and their history.
///
/// Thread-safe: it holds no state of its own. Every call asks access::may first (`forbidden/...`); every look
/// at somebody is recorded as a read. Texts of officers fail as `malformed/text_...`, an empty reason as
/// `malformed/reason_required`. Failures of the store come through as they are.
class Travellers {
 public:
  explicit Travellers(const Parts& parts) : parts_{parts} {}

  /// The newest first, at most 50. Fails `malformed/search_too_wide`.
  [[nodiscard]] Result<std::vector<ports::TravellerRow>> search(const ports::Caller& caller,
                                                                const SearchTravellers& input) const;
  /// Fails `not_found/traveller_unknown`, as everything below that names a traveller.
  [[nodiscard]] Result<TravellerView> get(const ports::Caller& caller, TravellerId id) const;
  /// Entering on `on`, how long may one stay. Fails `malformed/day_out_of_range` beyond ten years either way.
  [[nodiscard]] Result<PlannedStay> plan(const ports::Caller& caller, TravellerId id, Date on) const;

  /// Links that wait for an officer, newest first, at most `limit`.
  [[nodiscard]] Result<std::vector<ports::LinkRow>> links_to_judge(const ports::Caller& caller,
                                                                   int limit) const;
  /// Fails `not_found/link_unknown`, `malformed/colour_not_for_officers`.
  [[nodiscard]] Result<TravellerView> judge_link(const ports::Caller& caller, TravellerId id,
                                                 const JudgeLink& input, const Request& request = {}) const;

  /// Who should have left, the longest over first. `cursor` is `OverstayPage::next`. Left out are those whose
  /// days do not count, who left on another document linked in white, or who may stay on. Fails
  /// `malformed/cursor_invalid`.
  [[nodiscard]] Result<OverstayPage> overstays(const ports::Caller& caller, const std::string& cursor,
                                               int limit) const;
  /// Closes the newest open stay of the person. Fails `conflict/no_open_stay`,
  /// `malformed/exit_before_entry`, `malformed/state_code_invalid`.
  [[nodiscard]] Result<TravellerView> record_foreign_entry(const ports::Caller& caller, TravellerId id,
                                                           const ForeignEntry& input,
                                                           const Request& request = {}) const;
  /// Fails `malformed/adjustment_unknown`, `malformed/days_run_backwards`.
  [[nodiscard]] Result<TravellerView> adjust_stay(const ports::Caller& caller, TravellerId id,
                                                  const AdjustStay& input, const Request& request = {}) const;
  /// Fails `malformed/class_not_to_be_stated`.
  [[nodiscard]] Result<TravellerView> state_class(const ports::Caller& caller, TravellerId id,
                                                  const StateClass& input, const Request& request = {}) const;

  /// Makes a permit, or records a changed one. Fails `malformed/permit_kind_unknown`,
  /// `malformed/days_run_backwards`, `malformed/permit_without_document`, `malformed/number_out_of_range`.
  [[nodiscard]] Result<ports::PermitRow> put_permit(const ports::Caller& caller, PermitId id,
                                                    const PermitInput& input) const;
  [[nodiscard]] Result<ports::PermitRow> add_permit(const ports::Caller& caller, const PermitInput& input,
                                                    const Request& request = {}) const;
  /// All in one transaction, or none.
  [[nodiscard]] Result<int> import_permits(const ports::Caller& caller,
                                           const std::vector<PermitInput>& permits) const;
  /// Fails `not_found/permit_unknown`, `conflict/permit_ended_already`.
  [[nodiscard]] Result<ports::PermitRow> end_permit(const ports::Caller& caller, PermitId id,
                                                    const EndPermit& input) const;

 private:
  Parts parts_;
};

}  // namespace cardea::travellers
