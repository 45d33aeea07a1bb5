#pragma once

#include <cstdint>
#include <string_view>

namespace cardea::documents {

/// The layouts that can be read and written.
///
/// - `td1`: 3 lines of 30, cards (ICAO Doc 9303-5); `td2`: 2 of 36 (9303-6); `td3`: 2 of 44, passports
/// (9303-4);
///   `mrv_a`: 2 of 44 and `mrv_b`: 2 of 36, visas, which begin with V and have no composite digit (9303-7).
/// - `french_identity_card`: 2 of 36, the card issued before 2021; `french_driving_licence`: 1 of 30;
///   `swiss_driving_licence`: 9, 30 and 30, without any check digit. These three do not follow 9303.
enum class Format : std::uint8_t {
  td1,
  td2,
  td3,
  mrv_a,
  mrv_b,
  french_identity_card,
  french_driving_licence,
  swiss_driving_licence,
};
inline constexpr int kFormatCount = 8;

[[nodiscard]] constexpr std::string_view name(Format format) {
  switch (format) {
    case Format::td1:
      return "td1";
    case Format::td2:
      return "td2";
    case Format::td3:
      return "td3";
    case Format::mrv_a:
      return "mrv_a";
    case Format::mrv_b:
      return "mrv_b";
    case Format::french_identity_card:
      return "french_identity_card";
    case Format::french_driving_licence:
      return "french_driving_licence";
    case Format::swiss_driving_licence:
      return "swiss_driving_licence";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Format& format);

/// The name the standard prints: "TD1", "MRV-A"; the national layouts keep their words.
[[nodiscard]] std::string_view standard_name(Format format);
[[nodiscard]] bool parse_standard_name(std::string_view text, Format& format);

/// The holder's sex as printed: F, M, and `<` where the issuer does not specify it (9303-3, 4.7).
enum class Sex : std::uint8_t { female, male, unspecified };

[[nodiscard]] constexpr std::string_view name(Sex sex) {
  switch (sex) {
    case Sex::female:
      return "female";
    case Sex::male:
      return "male";
    case Sex::unspecified:
      return "unspecified";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, Sex& sex);

}  // namespace cardea::documents
