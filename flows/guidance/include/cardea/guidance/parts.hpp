#pragma once

#include "cardea/kernel/clock.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/procedures/certificate.hpp"

namespace cardea::guidance {

/// What the flow works with. All are borrowed and must outlive it.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  const procedures::CertificateRules& rules;
};

}  // namespace cardea::guidance
