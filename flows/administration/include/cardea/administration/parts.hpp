#pragma once

#include "cardea/access/policy.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/kernel/secret.hpp"
#include "cardea/ports/crypto.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"

namespace cardea::administration {

using SecretText = Secret<std::string>;

/// What the flows of administration work with. All are borrowed and must outlive them.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  IdSource& ids;
  ports::RandomSource& random;
  const ports::PasswordHasher& hasher;
  const ports::SecretBox& box;
  const ports::OneTimeCodes& codes;
  const access::Policy& policy = access::standard_policy();
};

}  // namespace cardea::administration
