#pragma once

#include <string>
#include <string_view>

#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::alerts {

/// A reason somebody has to give. Fails `malformed/note_required`, `malformed/text_too_long`,
/// `malformed/text_invalid`.
[[nodiscard]] Done check_note(std::string_view note);

}  // namespace cardea::alerts
