#pragma once

#include "cardea/administration/administration.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::administration {

/// Fails `not_found/officer_unknown`.
[[nodiscard]] Result<ports::OfficerRow> the_officer(const ports::Records& records, OfficerId id);

[[nodiscard]] ports::Caller caller_of(const ports::OfficerEnrolled& officer, SessionId session,
                                      std::string lane);

/// Checks of what is chosen. Fails as Administration::add_officer says; roles come back each once, in order.
[[nodiscard]] Result<ports::OfficerEnrolled> officer_of(OfficerId id, std::string_view user_name,
                                                        std::string_view display_name,
                                                        const std::vector<std::string>& roles);
[[nodiscard]] Done check_name_free(const ports::Records& now, std::string_view user_name);

[[nodiscard]] journal::Draft enrolled_draft(const ports::Caller& by, const ports::NodeCreated& node,
                                            journal::EntryType type, const ports::OfficerEnrolled& officer);

/// A one-time code of 128 bits as people type it, and its digest: any case, with or without hyphens and
/// blanks.
[[nodiscard]] SecretText new_code(ports::RandomSource& random);
[[nodiscard]] Digest code_digest(std::string_view code);

/// 256 bits in base64url.
[[nodiscard]] SecretText new_token(ports::RandomSource& random);

/// A session about to be opened: the secrets, and the row that keeps their digests only.
struct NewSession {
  SecretText token;
  SecretText csrf_token;
  ports::SessionRow row;
};
[[nodiscard]] NewSession new_session(const Parts& parts, OfficerId officer);
[[nodiscard]] SecretText csrf_of(const SecretText& token);
[[nodiscard]] journal::Draft opened_draft(const ports::Caller& by, const ports::NodeCreated& node);
[[nodiscard]] SignedIn signed_in(NewSession session, ports::Caller caller);

}  // namespace cardea::administration
