#pragma once

#include <string_view>

#include "cardea/conveyances/manifest.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::lists {

/// A manifest is at most this many lines long: the largest ships carry fewer.
inline constexpr std::size_t kManifestLinesMax = 12000;

/// Reads the manifest of a bus, a ship, a crew or a school group: CSV after RFC 4180 within one line, UTF-8
/// with or without a byte order mark, whose first line names columns of conveyances::kManifestColumns in any
/// order. `surname` must be among them; further columns than those are refused, so that a misspelt one does
/// not go unnoticed. A line that cannot be read is put aside, the others are taken.
///
/// Fails `malformed/manifest_empty`, `malformed/manifest_column_unknown`, `malformed/manifest_column_missing`
/// (detail: the column), `malformed/manifest_too_long`.
[[nodiscard]] Result<conveyances::ParsedManifest> read_manifest(std::string_view text);

}  // namespace cardea::lists
