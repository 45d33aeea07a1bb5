#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/administration/parts.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/organisation_records.hpp"

namespace cardea::administration {

struct NewUnit {
  std::string path;
  std::string kind;  ///< word of access::UnitKind
  std::string name;
  std::optional<std::string> agency;  ///< that of the node when absent
  bool own = false;                   ///< the post this node stands at moves here
};

struct UnitView {
  std::string path;
  std::string kind;
  std::string name;
  std::string state;
  std::string agency;
  bool own = false;
  std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(UnitView, (), (path, kind, name, state, agency, own, closed_at))

struct NewGrant {
  OfficerId officer_id;
  std::string role;
  std::string agency;  ///< empty: of every agency
  std::string unit;    ///< path; empty: the whole node
  std::optional<Instant> from;
  std::optional<Instant> until;
  std::string reason;
};

/// A grant and where it stands: `proposed` (waits for a second person), `lapsed` (nobody approved within 24
/// hours), `not_begun`, `in_force`, `expired`, `ended`.
struct GrantView {
  GrantId grant_id;
  OfficerId officer_id;
  std::string role;
  std::string agency;
  std::string unit;
  Instant from;
  std::optional<Instant> until;
  std::string reason;
  std::string state;
  std::string proposed_by;
  Instant proposed_at;
  std::optional<std::string> approved_by;
  std::optional<std::string> rule;
  std::optional<std::string> end_reason;
};
BOOST_DESCRIBE_STRUCT(GrantView, (),
                      (grant_id, officer_id, role, agency, unit, from, until, reason, state, proposed_by,
                       proposed_at, approved_by, rule, end_reason))

/// An emergency: `running`, `over` (waits for its review) or `reviewed`.
struct EmergencyView {
  GrantId grant_id;
  OfficerId officer_id;
  std::string display_name;
  std::string role;
  std::string unit;
  Instant from;
  Instant until;
  std::string reason;
  std::string state;
  std::optional<std::string> reviewed_by;
  std::optional<std::string> outcome;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(EmergencyView, (),
                      (grant_id, officer_id, display_name, role, unit, from, until, reason, state,
                       reviewed_by, outcome, note))

/// A workstation: `announced` (its code waits, for an hour), `enrolled` or `closed`.
struct WorkstationView {
  WorkstationId workstation_id;
  std::string name;
  std::string lane;
  std::string state;
  Instant announced_at;
};
BOOST_DESCRIBE_STRUCT(WorkstationView, (), (workstation_id, name, lane, state, announced_at))

struct NewWorkstation {
  WorkstationView workstation;
  SecretText code;  ///< shown once, typed at the machine within an hour
};

struct EnrolledWorkstation {
  WorkstationView workstation;
  SecretText token;  ///< for the machine's own cookie
};

/// The unit tree, roles within limits, emergencies and workstations. Thread-safe: holds no state of its own.
class Organisation {
 public:
  explicit Organisation(const Parts& parts) : parts_{parts} {}

  [[nodiscard]] Result<std::vector<UnitView>> units(const ports::Caller& caller) const;
  /// A new unit, or another name, kind or agency of one that is there. Fails `malformed/unit_path_invalid`,
  /// `malformed/unit_kind_unknown`, `malformed/unit_name_invalid`, `not_found/unit_unknown` (the one above),
  /// `conflict/unit_misplaced` (kinds that do not stand below one another), `conflict/unit_own_is_a_post`.
  [[nodiscard]] Result<UnitView> record_unit(const ports::Caller& caller, const NewUnit& unit) const;
  /// Fails `not_found/unit_unknown`, `conflict/unit_is_own`, `conflict/unit_has_open_units`,
  /// `malformed/reason_missing`.
  [[nodiscard]] Result<UnitView> close_unit(const ports::Caller& caller, std::string_view path,
                                            std::string_view reason) const;

  /// Oldest first.
  [[nodiscard]] Result<std::vector<GrantView>> grants(const ports::Caller& caller) const;
  /// Gives a role within limits. In force at once, unless its role needs a second person
  /// (AccessRules::second_person_for) and the node has more than one administrator. Fails
  /// `not_found/officer_unknown`, `malformed/role_unknown`, `not_found/unit_unknown`,
  /// `malformed/grant_ends_before_start`, `malformed/reason_missing`.
  [[nodiscard]] Result<GrantView> propose(const ports::Caller& caller, const NewGrant& grant) const;
  /// Fails `not_found/grant_unknown`, `conflict/grant_not_waiting` and as access::may_approve; who is to hold
  /// the role is not a second person either.
  [[nodiscard]] Result<GrantView> approve(const ports::Caller& caller, GrantId id,
                                          std::string_view typed) const;
  /// Refuses one that waits, ends one in force. Fails `not_found/grant_unknown`, `conflict/grant_ended`,
  /// `conflict/last_administrator`, `malformed/reason_missing`.
  [[nodiscard]] Result<GrantView> end(const ports::Caller& caller, GrantId id, std::string_view reason) const;

  /// Takes a role for AccessRules::break_glass_minutes, at once and for everybody to see. Fails
  /// `malformed/break_glass_role` (not one that may be taken), `malformed/reason_missing`,
  /// `conflict/break_glass_running`.
  [[nodiscard]] Result<EmergencyView> break_glass(const ports::Caller& caller, std::string_view role,
                                                  std::string_view reason) const;
  /// Newest first, at most 200. For everybody: an emergency is loud.
  [[nodiscard]] Result<std::vector<EmergencyView>> emergencies(const ports::Caller& caller) const;
  /// By another person. One that is not justified ends at once. Fails `not_found/grant_unknown`,
  /// `conflict/reviewed_already`, `forbidden/same_person`, `malformed/review_outcome_unknown`,
  /// `malformed/reason_missing` (a review without a note).
  [[nodiscard]] Result<EmergencyView> review(const ports::Caller& caller, GrantId id,
                                             std::string_view outcome, std::string_view note) const;

  [[nodiscard]] Result<std::vector<WorkstationView>> workstations(const ports::Caller& caller) const;
  /// Fails `malformed/workstation_name_invalid`, `malformed/lane_unknown`.
  [[nodiscard]] Result<NewWorkstation> announce_workstation(const ports::Caller& caller,
                                                            std::string_view station_name,
                                                            std::string_view lane) const;
  /// At the machine itself, with nobody signed in: the code is what counts. Fails
  /// `forbidden/workstation_code_wrong`, for one that is used or older than an hour, too.
  [[nodiscard]] Result<EnrolledWorkstation> enrol_workstation(const SecretText& code) const;
  /// Fails `not_found/workstation_unknown`.
  [[nodiscard]] Result<WorkstationView> this_workstation(const SecretText& token) const;
  /// Its token counts no more. Fails `not_found/workstation_unknown`, `conflict/workstation_closed`,
  /// `malformed/reason_missing`.
  [[nodiscard]] Result<WorkstationView> close_workstation(const ports::Caller& caller, WorkstationId id,
                                                          std::string_view reason) const;

 private:
  Parts parts_;
};

}  // namespace cardea::administration
