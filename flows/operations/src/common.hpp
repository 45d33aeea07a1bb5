#pragma once

#include "cardea/operations/operations.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::operations {

/// Text of an officer: UTF-8, no control characters but line ends and tabs, at most 2,000 bytes. Fails
/// `malformed/text_too_long`, `malformed/text_invalid`; with `Wanted::yes` also `malformed/note_required`.
enum class Wanted : std::uint8_t { no, yes };
[[nodiscard]] Done check_text(std::string_view text, Wanted wanted);

/// The sources as they can be measured here and now.
[[nodiscard]] Result<LevelView> level_now(const Parts& parts);

/// Orders in force, oldest first.
[[nodiscard]] Result<std::vector<RelaxationView>> relaxations_now(const Parts& parts);

}  // namespace cardea::operations
