#pragma once

#include <string>

namespace cardea::test {

/// A TD3 zone with right check digits; `name` as "ROSSI<<MARIO". ICAO 9303-4.
[[nodiscard]] std::string td3(std::string name, const std::string& number = "YA1234567",
                              const std::string& expiry = "310101", const std::string& birth = "740812");

}  // namespace cardea::test
