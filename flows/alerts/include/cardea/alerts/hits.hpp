#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/clock.hpp"
#include "cardea/ports/alerts_records.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/watchlist/alert_rules.hpp"

namespace cardea::alerts {

/// A hit as who handles it is shown it, discreet ones too.
struct HitCard {
  HitId id;
  FormalityId inspection_id;
  TravellerId traveller_id;
  std::string source;
  std::string source_id;
  std::string matched_name;
  std::string category;
  std::string action;
  std::string owner;
  int stage = 0;
  int percent = 0;
  std::string state;  ///< word of watchlist::HitState
  bool found_later = false;
  std::string handling;  ///< class of the action
  int priority = 0;
  std::vector<std::string> steps;
  std::vector<std::string> missing;  ///< fields of the form that are still empty
  json::object form;
  std::string legal_source;
  Instant raised_at;
  std::optional<Instant> judged_at;
  std::optional<std::int64_t> judged_after_s;  ///< time to a judgement
  std::string judged_by;
  std::string note;
  std::string closing_by;
  std::optional<Instant> closed_at;
  std::optional<Instant> delivered_at;
  std::optional<Instant> opened_at;
  std::optional<Instant> acted_at;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(HitCard, (),
                      (id, inspection_id, traveller_id, source, source_id, matched_name, category, action,
                       owner, stage, percent, state, found_later, handling, priority, steps, missing, form,
                       legal_source, raised_at, judged_at, judged_after_s, judged_by, note, closing_by,
                       closed_at, delivered_at, opened_at, acted_at, answer))

struct HitParts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  const watchlist::AlertRules& rules;
};

/// What happens to hits after the booth: judged, written up, told to the alert's owner, closed by two.
/// Thread-safe; every call asks access::may first. Acts fail `not_found/hit_unknown`, `conflict/hit_closed`.
class Hits {
 public:
  explicit Hits(const HitParts& parts) : parts_{parts} {}

  /// Open ones first, the more important action first among them; the read is recorded.
  [[nodiscard]] Result<std::vector<HitCard>> list(const ports::Caller& caller) const;
  /// Fails as watchlist::judge, and `forbidden/certificate_missing` where the unit asks for one.
  [[nodiscard]] Result<HitCard> judge(const ports::Caller& caller, HitId id, std::string_view state,
                                      std::string_view note) const;
  /// Takes the whole form. Fails `malformed/form_field_unknown`, `malformed/form_field_not_text`.
  [[nodiscard]] Result<HitCard> fill_form(const ports::Caller& caller, HitId id,
                                          const json::object& form) const;
  /// Fails as watchlist::may_close, as ports::steps_done, and `forbidden/certificate_missing`.
  [[nodiscard]] Result<HitCard> propose_closing(const ports::Caller& caller, HitId id) const;
  /// Fails `conflict/closing_not_proposed`, as propose_closing and as access::may_approve.
  [[nodiscard]] Result<HitCard> close(const ports::Caller& caller, HitId id, std::string_view typed) const;

  /// For owners of alerts: confirmed hits, the ones without an answer first, oldest first. Marks them
  /// delivered.
  [[nodiscard]] Result<std::vector<HitCard>> owner_inbox(const ports::Caller& caller) const;
  /// `opened`, or `acted` with what was done. Fails `malformed/receipt_unknown`, `malformed/note_required`,
  /// `conflict/hit_not_confirmed`.
  [[nodiscard]] Result<HitCard> receipt(const ports::Caller& caller, HitId id, std::string_view receipt,
                                        std::string_view note) const;

 private:
  HitParts parts_;
};

/// Fields any form may have.
[[nodiscard]] bool is_form_field(std::string_view field);
/// Fails `malformed/form_field_unknown`, `malformed/form_field_not_text`.
[[nodiscard]] Done check_form(const json::object& form);

}  // namespace cardea::alerts
