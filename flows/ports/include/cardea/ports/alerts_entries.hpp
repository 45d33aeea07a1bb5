#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/json.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of the entries about alerts of our own and about hits (entries.hpp says what payloads are).

namespace cardea {

using OwnAlertId = Id<struct OwnAlertTag>;
using HitId = Id<struct HitTag>;

namespace ports {

/// The list an alert of our own is on once it is in force; its number there is its id.
inline constexpr const char* kOwnAlerts = "own_alerts";

struct OwnAlertDrafted {  // alert.drafted: the whole text, new or edited
  OwnAlertId alert_id;
  std::string reason;  ///< code of data/rules/alert_actions.json
  std::string digest;
  json::object alert;  ///< watchlist::Alert by its codec
};
BOOST_DESCRIBE_STRUCT(OwnAlertDrafted, (), (alert_id, reason, digest, alert))

struct OwnAlertProposed {  // alert.proposed and alert.withdrawal_proposed
  OwnAlertId alert_id;
  std::string note;
  Instant lapses_at;
};
BOOST_DESCRIBE_STRUCT(OwnAlertProposed, (), (alert_id, note, lapses_at))

struct OwnAlertApproved {  // alert.approved: alert.published follows in the same transaction
  OwnAlertId alert_id;
  std::string digest;  ///< of the text that was approved
};
BOOST_DESCRIBE_STRUCT(OwnAlertApproved, (), (alert_id, digest))

struct OwnAlertReturned {  // alert.returned: the second person said no
  OwnAlertId alert_id;
  std::string note;
  std::string state;  ///< the state it goes back to
};
BOOST_DESCRIBE_STRUCT(OwnAlertReturned, (), (alert_id, note, state))

struct OwnAlertRaised {  // alert.raised: in force at once, by one person, for hours
  OwnAlertId alert_id;
  std::string note;
  Instant until;
};
BOOST_DESCRIBE_STRUCT(OwnAlertRaised, (), (alert_id, note, until))

/// An earlier comparison that found another person, for this traveller and this text of the alert.
struct Cleared {
  FormalityId inspection_id;
  std::string officer;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(Cleared, (), (inspection_id, officer, at))

struct HitRaised {
  HitId hit_id;
  std::string source;
  std::string source_id;
  std::string digest;  ///< of the alert as it was
  std::string action;
  std::string category;
  std::string owner;
  std::string matched_name;
  int stage = 0;
  int percent = 0;
  bool first_line = true;  ///< whether the first line was shown it
  std::optional<Cleared> cleared;
};
BOOST_DESCRIBE_STRUCT(HitRaised, (),
                      (hit_id, source, source_id, digest, action, category, owner, matched_name, stage,
                       percent, first_line, cleared))

/// Always one with each inspection.opened, also without any hit: were it one for each hit, the numbers of the
/// entries that follow would tell the first line of a hit that it must not notice.
struct HitsRaised {  // hits.raised
  FormalityId inspection_id;
  TravellerId traveller_id;
  bool record_details = false;  ///< the officer is asked to record details
  std::string draw;             ///< UUID drawn for the survey; watchlist::is_drawn computes from it
  int survey_per_10000 = 0;
  std::vector<HitRaised> hits;
};
BOOST_DESCRIBE_STRUCT(HitsRaised, (),
                      (inspection_id, traveller_id, record_details, draw, survey_per_10000, hits))

struct HitFoundLater {  // hit.found_later: an alert that came into force met an earlier inspection
  FormalityId inspection_id;
  TravellerId traveller_id;
  HitRaised hit;
};
BOOST_DESCRIBE_STRUCT(HitFoundLater, (), (inspection_id, traveller_id, hit))

struct HitJudged {  // hit.judged
  HitId hit_id;
  std::string state;  ///< "confirmed", "false_positive", "unresolved"
  std::string note;
};
BOOST_DESCRIBE_STRUCT(HitJudged, (), (hit_id, state, note))

struct HitFormFilled {  // hit.form_filled: the whole form
  HitId hit_id;
  json::object form;  ///< texts by field
};
BOOST_DESCRIBE_STRUCT(HitFormFilled, (), (hit_id, form))

struct HitNoted {  // hit.closing_proposed, hit.closed
  HitId hit_id;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(HitNoted, (), (hit_id, note))

struct HitReceipted {  // hit.receipted: how far the notice to the alert's owner has come
  HitId hit_id;
  std::string receipt;  ///< "delivered", "opened", "acted"
  std::string note;     ///< what was done, with "acted"
};
BOOST_DESCRIBE_STRUCT(HitReceipted, (), (hit_id, receipt, note))

struct InspectionDetailed {  // inspection.detailed: what the officer recorded when asked for details
  FormalityId inspection_id;
  json::object details;  ///< texts by field
};
BOOST_DESCRIBE_STRUCT(InspectionDetailed, (), (inspection_id, details))

}  // namespace ports
}  // namespace cardea
