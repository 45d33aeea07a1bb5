#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/guidance/parts.hpp"
#include "cardea/ports/guidance_entries.hpp"

namespace cardea::guidance {

struct IssueDirective {
  std::string kind;
  std::string title;
  std::string text;
  std::string language;
  std::vector<std::string> units;
  std::vector<std::string> roles;
  Instant read_by;
  Instant in_force_from;
  std::optional<Instant> expires_at;
  std::optional<std::string> legal_source;
};
BOOST_DESCRIBE_STRUCT(IssueDirective, (),
                      (kind, title, text, language, units, roles, read_by, in_force_from, expires_at,
                       legal_source))

/// A directive as one officer has it.
struct DirectiveView {
  DirectiveId id;
  std::string kind;
  std::string title;
  std::string text;
  std::string language;
  std::string legal_source;
  std::string issued_by;  ///< name
  Instant issued_at;
  Instant read_by;
  Instant in_force_from;
  std::optional<Instant> expires_at;
  std::string state;   ///< word of procedures::DirectiveState
  std::string reader;  ///< word of procedures::ReadState
  bool overdue = false;
  std::optional<Instant> received_at;
  std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(DirectiveView, (),
                      (id, kind, title, text, language, legal_source, issued_by, issued_at, read_by,
                       in_force_from, expires_at, state, reader, overdue, received_at, read_at))

struct Inbox {
  std::vector<DirectiveView> directives;
};
BOOST_DESCRIBE_STRUCT(Inbox, (), (directives))

struct Unread {
  std::int64_t unread = 0;
  std::int64_t overdue = 0;
};
BOOST_DESCRIBE_STRUCT(Unread, (), (unread, overdue))

struct UnitCounts {
  std::string unit;
  std::int64_t addressed = 0;
  std::int64_t received = 0;  ///< those who read it among them
  std::int64_t read = 0;
  std::int64_t overdue = 0;
};
BOOST_DESCRIBE_STRUCT(UnitCounts, (), (unit, addressed, received, read, overdue))

struct LateOfficer {
  OfficerId officer_id;
  std::string name;
  std::string reader;
};
BOOST_DESCRIBE_STRUCT(LateOfficer, (), (officer_id, name, reader))

/// A directive as its issuer sees it.
struct IssuedView {
  DirectiveId id;
  std::string kind;
  std::string title;
  std::string issued_by;
  Instant issued_at;
  Instant read_by;
  Instant in_force_from;
  std::optional<Instant> expires_at;
  std::string state;
  std::vector<std::string> roles;
  std::vector<UnitCounts> units;
  std::vector<LateOfficer> overdue;
};
BOOST_DESCRIBE_STRUCT(IssuedView, (),
                      (id, kind, title, issued_by, issued_at, read_by, in_force_from, expires_at, state,
                       roles, units, overdue))

struct IssuedList {
  std::vector<IssuedView> directives;
};
BOOST_DESCRIBE_STRUCT(IssuedList, (), (directives))

/// Orders and news that officers acknowledge. Thread-safe: it holds no state of its own. Every call asks
/// access::may first (`forbidden/...`).
class Directives {
 public:
  explicit Directives(const Parts& parts) : parts_{parts} {}

  /// What the caller is addressed by and has not ended, newest first. Marks it received.
  [[nodiscard]] Result<Inbox> inbox(const ports::Caller& caller) const;
  /// How many of them are not read; marks nothing.
  [[nodiscard]] Result<Unread> unread(const ports::Caller& caller) const;
  /// Fails `not_found/directive_unknown` (or not for the caller), `conflict/directive_over` (withdrawn or
  /// expired). Reading twice is once.
  [[nodiscard]] Result<DirectiveView> read(const ports::Caller& caller, DirectiveId id) const;

  /// The client makes the id; the same directive again is once. Fails as procedures::check_terms,
  /// `malformed/directive_kind_unknown`, `malformed/directive_text_missing`, `not_found/unit_unknown`,
  /// `malformed/role_unknown`, `malformed/procedure_language_unknown`, `conflict/directive_issued`.
  [[nodiscard]] Result<IssuedView> issue(const ports::Caller& caller, DirectiveId id,
                                         const IssueDirective& input) const;
  /// Fails `not_found/directive_unknown`, `conflict/directive_over`, `malformed/reason_required`.
  [[nodiscard]] Result<IssuedView> withdraw(const ports::Caller& caller, DirectiveId id,
                                            const std::string& reason) const;
  /// Every directive with its counts by unit, and who is late with the open ones.
  [[nodiscard]] Result<IssuedList> issued(const ports::Caller& caller) const;

 private:
  Parts parts_;
};

}  // namespace cardea::guidance
