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
  bool second_factor = false;
};
BOOST_DESCRIBE_STRUCT(OfficerView, (),
                      (officer_id, user_name, display_name, roles, active, waiting, second_factor))

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
  bool locked = false;
};

/// Whether a locked session may do it, too: be looked at, unlocked, signed out.
enum class SessionUse : std::uint8_t { work, even_locked };

/// What an officer presents to sign in.
struct Credentials {
  std::string user_name;
  SecretText password;
  std::optional<std::string> code = {};        ///< of the second factor
  std::optional<SecretText> workstation = {};  ///< token of an enrolled workstation
  std::optional<SecretText> over = {};         ///< token of a locked session at the same screen
  std::string lane = {};
};

/// A certificate with which an officer signs in: whoever holds its key is the officer.
struct ClientCertificate {
  std::string sha256;  ///< of its DER, 64 hex digits, lower case
  std::string label;   ///< which card or device holds the key
  Instant registered_at;
};
BOOST_DESCRIBE_STRUCT(ClientCertificate, (), (sha256, label, registered_at))

/// A second factor about to be enrolled: shown once.
struct NewSecondFactor {
  SecretText secret;  ///< base32, for typing
  SecretText uri;     ///< otpauth://, for a QR code
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
  /// after the same work; `forbidden/locked_out` (detail: seconds to wait) after repeated failures, for names
  /// that nobody has too. Attempts during the wait do not prolong it, and failures elsewhere do not count at
  /// an enrolled workstation, so that a stranger locks nobody out of the post. With the right password:
  /// `forbidden/second_factor_required`, `forbidden/second_factor_wrong` (also for a code used before).
  /// Before all: `forbidden/workstation_required` where the policy wants an enrolled one.
  ///
  /// Signing in over the locked session of somebody else is a hand-over: that session ends, on record.
  [[nodiscard]] Result<SignedIn> sign_in(const Credentials& credentials) const;
  [[nodiscard]] Result<SignedIn> sign_in(std::string_view user_name, const SecretText& password,
                                         std::string_view lane = {}) const {
    return sign_in(Credentials{std::string(user_name), password, {}, {}, {}, std::string(lane)});
  }
  /// With the certificate that TLS verified, by its SHA-256 in hex; `credentials` say where, not who. The key
  /// on its card and the card's number are two factors: no code is asked for. Fails
  /// `forbidden/client_certificate_missing` (none came), `forbidden/client_certificate_unknown` (not
  /// registered, revoked, or of an officer who is not active: alike), `forbidden/workstation_required`.
  [[nodiscard]] Result<SignedIn> sign_in_by_certificate(std::string_view sha256,
                                                        const Credentials& credentials) const;
  [[nodiscard]] Done sign_out(const ports::Caller& caller) const;

  /// The session behind a token. Fails `forbidden/session_unknown`, `forbidden/session_idle`,
  /// `forbidden/session_expired`, `forbidden/officer_inactive` (the last three close it), and
  /// `forbidden/session_locked`.
  [[nodiscard]] Result<Session> authenticate(const SecretText& token,
                                             SessionUse use = SessionUse::work) const;

  /// What the officer has open stays open, and nobody sees it. Fails `malformed/lock_reason_unknown`.
  [[nodiscard]] Done lock(const ports::Caller& caller, std::string_view reason) const;
  /// By the same officer, as signing in. Fails `conflict/session_not_locked` and as sign_in.
  [[nodiscard]] Done unlock(const Session& session, const SecretText& password,
                            const std::optional<std::string>& code) const;

  /// A new secret, which counts once confirmed. Fails `conflict/second_factor_enrolled`.
  [[nodiscard]] Result<NewSecondFactor> begin_second_factor(const ports::Caller& caller) const;
  /// Fails `conflict/second_factor_missing` (not begun), `conflict/second_factor_enrolled`,
  /// `malformed/second_factor_code_wrong`.
  [[nodiscard]] Done confirm_second_factor(const ports::Caller& caller, std::string_view code) const;
  /// For somebody else, who lost it; ends their sessions. Fails `not_found/officer_unknown`,
  /// `conflict/second_factor_missing`, `forbidden/same_person`, `malformed/reason_missing`.
  [[nodiscard]] Done reset_second_factor(const ports::Caller& caller, OfficerId id,
                                         std::string_view reason) const;

  /// For somebody else. Fails `not_found/officer_unknown`, `forbidden/same_person`,
  /// `malformed/client_certificate_digest_invalid`, `malformed/client_certificate_label_invalid` (1 to 80
  /// letters), `conflict/client_certificate_registered` (in force, for whomever).
  [[nodiscard]] Result<ClientCertificate> register_client_certificate(const ports::Caller& caller,
                                                                      OfficerId id, std::string_view sha256,
                                                                      std::string_view label) const;
  /// Ends the officer's sessions. Fails `not_found/client_certificate_not_found`, `malformed/reason_missing`.
  [[nodiscard]] Done revoke_client_certificate(const ports::Caller& caller, OfficerId id,
                                               std::string_view sha256, std::string_view reason) const;
  /// Those in force, newest first. Fails `not_found/officer_unknown`.
  [[nodiscard]] Result<std::vector<ClientCertificate>> client_certificates(const ports::Caller& caller,
                                                                           OfficerId id) const;

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
  /// Of somebody else. Fails `forbidden/same_person`: one's own is changed by who knows it.
  [[nodiscard]] Done set_password(const ports::Caller& caller, OfficerId id,
                                  const SecretText& password) const;
  /// The officer's own, by who proves again to be that officer; ends the officer's other sessions. Recorded
  /// without either password. Fails as sign_in, as access::may_choose_password, and
  /// `malformed/password_unchanged`.
  [[nodiscard]] Done change_password(const ports::Caller& caller, const SecretText& old_password,
                                     const std::optional<std::string>& code,
                                     const SecretText& new_password) const;
  [[nodiscard]] Result<std::vector<OfficerView>> officers(const ports::Caller& caller) const;

  /// Units, grants and emergencies, over the same parts.
  [[nodiscard]] Organisation organisation() const { return Organisation(parts_); }

 private:
  Parts parts_;
};

/// Compares without telling by its timing where the difference lies.
[[nodiscard]] bool csrf_matches(const Session& session, std::string_view presented);

}  // namespace cardea::administration
