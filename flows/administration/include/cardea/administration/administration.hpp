#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/administration/organisation.hpp"
#include "cardea/administration/parts.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/caller.hpp"

namespace cardea::administration {

/// The node as it is made.
struct NewNode {
  std::string post;
  std::string state;  ///< alpha-3
  std::string agency = "immigration";
  std::string time_zone = "UTC";
  std::vector<std::string> lanes;
  std::string public_key;  ///< Ed25519, hexadecimal
};

struct MadeNode {
  NodeId node_id;
  SecretText enrolment_code;  ///< shown once, never stored: "XXXX-XXXX-..." in base32 (RFC 4648), 128 bits
};

/// An officer as the officers page shows one.
struct OfficerView {
  OfficerId officer_id;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;  ///< in force over the whole node, enrolled or granted without limits
  bool active = true;
  std::vector<std::string> waiting = {};  ///< roles that a second person has not approved yet
};
BOOST_DESCRIBE_STRUCT(OfficerView, (), (officer_id, user_name, display_name, roles, active, waiting))

struct NewOfficer {
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles;
};

/// A session just opened. The token goes into the cookie and nowhere else; the CSRF token goes to the page.
struct SignedIn {
  ports::Caller caller;
  SecretText token;       ///< base64url, 256 bits
  SecretText csrf_token;  ///< derived from the token, so that a reloaded page can be given it again
  Instant expires_at;
};

/// A session recognised.
struct Session {
  ports::Caller caller;
  SecretText csrf_token;
  Instant idle_until;
  Instant expires_at;
};

/// Officers, sessions and the making of the node. Thread-safe: holds no state of its own. Secrets enter as
/// Secret and leave as digests: passwords by Argon2id, tokens and the enrolment code by SHA-256. Limits of
/// passwords, sessions and failures are those of access/sign_in.hpp.
class Administration {
 public:
  explicit Administration(const Parts& parts) : parts_{parts} {}

  /// Makes the node, once. Fails `conflict/node_made_already`, `malformed/node_post_missing`,
  /// `malformed/node_state_invalid`.
  [[nodiscard]] Result<MadeNode> init_node(const NewNode& node) const;
  /// A new code in place of an unused one (the operator lost it). Fails `conflict/already_enrolled`.
  [[nodiscard]] Result<SecretText> renew_enrolment_code() const;

  /// The first administrator, with the one-time code; uses it up. Fails `forbidden/enrolment_code_wrong`,
  /// `conflict/already_enrolled`, and as `add_officer`.
  [[nodiscard]] Result<SignedIn> enrol_first(const SecretText& code, std::string_view user_name,
                                             std::string_view display_name, const SecretText& password) const;

  /// Fails `forbidden/sign_in_refused` for a wrong name, a wrong password and an inactive officer alike,
  /// after the same work; `forbidden/locked_out` (detail: seconds to wait) after repeated failures.
  [[nodiscard]] Result<SignedIn> sign_in(std::string_view user_name, const SecretText& password,
                                         std::string_view lane = {}) const;
  [[nodiscard]] Done sign_out(const ports::Caller& caller) const;

  /// The session behind a token. Fails `forbidden/session_unknown`, `forbidden/session_idle`,
  /// `forbidden/session_expired`, `forbidden/officer_inactive`; the last three close it.
  [[nodiscard]] Result<Session> authenticate(const SecretText& token) const;

  /// Roles that need a second person (AccessRules::second_person_for) are proposed as grants and wait, unless
  /// the node has one administrator only, or the operator does it at the console. Fails
  /// `conflict/user_name_taken`, `malformed/user_name_invalid` (2 to 32 of a-z 0-9 . - _),
  /// `malformed/display_name_invalid`, `malformed/role_unknown`, and as access::may_choose_password.
  [[nodiscard]] Result<OfficerView> add_officer(const ports::Caller& caller, const NewOfficer& officer,
                                                const SecretText& password) const;
  /// These roles over the whole node and no others; what was granted within limits stays. A role that needs a
  /// second person waits for one, taking one away does not. Fails `not_found/officer_unknown`,
  /// `conflict/last_administrator`.
  [[nodiscard]] Result<OfficerView> set_roles(const ports::Caller& caller, OfficerId id,
                                              const std::vector<std::string>& roles) const;
  [[nodiscard]] Result<OfficerView> set_active(const ports::Caller& caller, OfficerId id, bool active) const;
  [[nodiscard]] Done set_password(const ports::Caller& caller, OfficerId id,
                                  const SecretText& password) const;
  [[nodiscard]] Result<std::vector<OfficerView>> officers(const ports::Caller& caller) const;

  /// Units, grants and emergencies, over the same parts.
  [[nodiscard]] Organisation organisation() const { return Organisation(parts_); }

 private:
  Parts parts_;
};

/// Compares without telling by its timing where the difference lies.
[[nodiscard]] bool csrf_matches(const Session& session, std::string_view presented);

}  // namespace cardea::administration
