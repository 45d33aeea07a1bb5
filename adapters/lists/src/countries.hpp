#pragma once

#include <string>
#include <string_view>

namespace cardea::lists {

/// ISO 3166-1 alpha-3 for a name as lists write it ("Korea, North", "IRAQ"); empty when the name is not
/// known.
[[nodiscard]] std::string alpha3_of(std::string_view country);

/// ISO 3166-1 alpha-3 for alpha-2 in capitals; empty when there is none. Apart from names: a list that writes
/// "na" does not mean Namibia.
[[nodiscard]] std::string alpha3_of_code(std::string_view alpha2);

/// The code where it is known, else the name as listed, without white space around it.
[[nodiscard]] std::string alpha3_or_name(std::string_view country);

}  // namespace cardea::lists
