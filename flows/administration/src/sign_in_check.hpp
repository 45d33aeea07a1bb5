#pragma once

#include <optional>

#include "cardea/administration/administration.hpp"

// Who an officer proves to be: failures counted, waits kept, password and second factor verified.

namespace cardea::administration {

/// Under which failures are counted: a name, whether anybody has it or not, at a workstation or elsewhere.
[[nodiscard]] OfficerId failure_key(std::string_view user_name,
                                    const std::optional<WorkstationId>& workstation);

/// Somebody who proved to be this officer.
struct Proved {
  ports::OfficerRow officer;
  OfficerId key{IdBytes{}};
  std::optional<std::string> new_hash;                     ///< when the cost of hashing has changed
  std::optional<ports::SecondFactorChange> second_factor;  ///< the step just used
  std::optional<std::string> certificate = {};             ///< SHA-256 of the one presented
};

struct Claim {
  std::string_view user_name;
  const SecretText& password;
  const std::optional<std::string>& code;
  std::optional<WorkstationId> workstation;
};

/// Fails as Administration::sign_in; each refusal is recorded.
[[nodiscard]] Result<Proved> prove(const Parts& parts, const Claim& claim);

/// The officer of a certificate that TLS verified. Fails as Administration::sign_in_by_certificate; a refusal
/// of a certificate is recorded.
[[nodiscard]] Result<Proved> prove_by_certificate(const Parts& parts, std::string_view sha256);

/// On the writer: whether what was proved still holds, and the changes that go with it. Fails
/// `forbidden/sign_in_refused` (deactivated or locked meanwhile), `forbidden/second_factor_wrong` (the code
/// was used meanwhile).
[[nodiscard]] Done still_proved(const Parts& parts, const ports::Records& now, const Proved& proved,
                                ports::ServiceChanges& service);

/// The step whose code this is, if it counts now and is later than `last_step`.
[[nodiscard]] std::optional<std::int64_t> matching_step(const Parts& parts,
                                                        const ports::SecondFactorRow& factor,
                                                        std::string_view code);

}  // namespace cardea::administration
