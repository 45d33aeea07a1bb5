#pragma once

#include <string>
#include <string_view>

namespace cardea::lists {

/// The ISO 15924 code of the script most letters of a text are in: `Latn`, `Cyrl`, `Arab`, `Grek`, `Hebr`,
/// `Armn`, `Geor`, `Deva`, `Beng`, `Thai`, `Mymr`, `Ethi`, `Hang`, `Jpan`, `Hani` (simplified or traditional
/// cannot be told). Empty when it has no letter of these.
[[nodiscard]] std::string script_of(std::string_view utf8);

}  // namespace cardea::lists
