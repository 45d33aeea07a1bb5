#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/guidance/parts.hpp"
#include "cardea/ports/guidance_entries.hpp"
#include "cardea/procedures/procedure.hpp"

namespace cardea::guidance {

struct VersionView {
  int version = 1;
  std::string state;  ///< word of procedures::VersionState
  procedures::Procedure procedure;
  std::string drafted_by;  ///< names of officers
  Instant drafted_at;
  std::string approved_by;
  std::optional<Instant> approved_at;
  std::optional<Instant> withdrawn_at;
  std::string withdraw_reason;
  bool may_approve = false;   ///< a draft of somebody else
  std::int64_t followed = 0;  ///< pieces of work whose steps were done by it
  std::int64_t deviated = 0;  ///< those among them with a step left out
};
BOOST_DESCRIBE_STRUCT(VersionView, (),
                      (version, state, procedure, drafted_by, drafted_at, approved_by, approved_at,
                       withdrawn_at, withdraw_reason, may_approve, followed, deviated))

struct ProcedureView {
  ProcedureId id;
  std::vector<VersionView> versions;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(ProcedureView, (), (id, versions))

/// With what a procedure can be bound to.
struct ProcedureList {
  std::vector<ProcedureView> procedures;
  std::vector<std::string> tasks;
  std::vector<std::string> lanes;
  std::vector<std::string> alert_actions;
};
BOOST_DESCRIBE_STRUCT(ProcedureList, (), (procedures, tasks, lanes, alert_actions))

struct ApproveVersion {
  int version = 1;
  Instant drafted_at;        ///< of the draft the approver saw
  std::string confirmation;  ///< the last four characters of the procedure's id
};
BOOST_DESCRIBE_STRUCT(ApproveVersion, (), (version, drafted_at, confirmation))

struct WithdrawVersion {
  int version = 1;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawVersion, (), (version, reason))

/// A procedure beside a piece of work.
struct ChecklistView {
  ProcedureId procedure_id;
  int version = 1;
  procedures::Procedure procedure;
  std::vector<std::string> done;
  std::vector<procedures::Deviation> deviations;
  std::vector<std::string> missing;  ///< required steps that are neither done nor explained
  std::string officer;               ///< who said so last; empty while nobody did
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(ChecklistView, (),
                      (procedure_id, version, procedure, done, deviations, missing, officer, at))

struct StepsView {
  std::vector<ChecklistView> checklists;
};
BOOST_DESCRIBE_STRUCT(StepsView, (), (checklists))

/// The whole of what is said about one procedure's steps.
struct FollowSteps {
  ProcedureId procedure_id;
  int version = 1;
  std::string subject_kind;
  std::string subject;
  std::vector<std::string> done;
  std::vector<procedures::Deviation> deviations;
};
BOOST_DESCRIBE_STRUCT(FollowSteps, (), (procedure_id, version, subject_kind, subject, done, deviations))

/// Written by one, approved by another, in force from a date, followed step by step. Thread-safe: it holds no
/// state of its own. Every call asks access::may first (`forbidden/...`).
class Procedures {
 public:
  explicit Procedures(const Parts& parts) : parts_{parts} {}

  /// Drafts and withdrawn versions are for owners of procedures; others see what is or will be in force.
  [[nodiscard]] Result<ProcedureList> list(const ports::Caller& caller) const;
  /// Writes the next version, or the draft of it again. Fails as procedures::check_procedure,
  /// `malformed/procedure_binding_unknown` (no such lane or action of an alert), `malformed/text_too_long`,
  /// `malformed/text_invalid`.
  [[nodiscard]] Result<ProcedureView> draft(const ports::Caller& caller, ProcedureId id,
                                            const procedures::Procedure& input) const;
  /// Fails `not_found/procedure_unknown`, `conflict/procedure_not_draft`, `conflict/revision_mismatch` (it
  /// was written again meanwhile), and as access::may_approve.
  [[nodiscard]] Result<ProcedureView> approve(const ports::Caller& caller, ProcedureId id,
                                              const ApproveVersion& input) const;
  /// Fails `not_found/procedure_unknown`, `conflict/procedure_over` (superseded or withdrawn),
  /// `malformed/reason_required`.
  [[nodiscard]] Result<ProcedureView> withdraw(const ports::Caller& caller, ProcedureId id,
                                               const WithdrawVersion& input) const;

  /// What is to be done beside a case, a hit or an inspection, and what was. Looking at what a colleague said
  /// is recorded. Fails `malformed/subject_kind_unknown`, `malformed/id_invalid`, and that the subject is
  /// unknown.
  [[nodiscard]] Result<StepsView> steps(const ports::Caller& caller, const std::string& subject_kind,
                                        const std::string& subject) const;
  /// By who does the work. Fails `conflict/procedure_not_in_force` (not this version, or not for this work),
  /// as procedures::check_steps, and when the work is decided or somebody else's.
  [[nodiscard]] Result<StepsView> follow(const ports::Caller& caller, const FollowSteps& input) const;

 private:
  Parts parts_;
};

}  // namespace cardea::guidance
