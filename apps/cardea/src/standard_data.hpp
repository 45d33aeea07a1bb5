#pragma once

#include "cardea/documents/issuers.hpp"

namespace cardea::app {

/// The issuer codes this program was built with (data/codes/mrz_issuer_codes.tsv).
[[nodiscard]] const documents::IssuerCodes& issuer_codes();

}  // namespace cardea::app
