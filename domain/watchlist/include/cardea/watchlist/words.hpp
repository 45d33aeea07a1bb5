#pragma once

#include <cstdint>
#include <string_view>

namespace cardea::watchlist {

/// What an alert is about.
enum class SubjectKind : std::uint8_t { person, organisation, document, vessel, vehicle, aircraft, object };

[[nodiscard]] constexpr std::string_view name(SubjectKind kind) {
  switch (kind) {
    case SubjectKind::person:
      return "person";
    case SubjectKind::organisation:
      return "organisation";
    case SubjectKind::document:
      return "document";
    case SubjectKind::vessel:
      return "vessel";
    case SubjectKind::vehicle:
      return "vehicle";
    case SubjectKind::aircraft:
      return "aircraft";
    case SubjectKind::object:
      return "object";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, SubjectKind& kind);

/// What a name is worth: the entry's own name, an alias its list calls good, one it calls weak (a nickname, a
/// common short form), or the name in its original script.
enum class AliasQuality : std::uint8_t { primary, strong, weak, original_script };

[[nodiscard]] constexpr std::string_view name(AliasQuality quality) {
  switch (quality) {
    case AliasQuality::primary:
      return "primary";
    case AliasQuality::strong:
      return "strong";
    case AliasQuality::weak:
      return "weak";
    case AliasQuality::original_script:
      return "original_script";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, AliasQuality& quality);

/// What the officer is to do when the subject is before them and the match is confirmed.
/// `refer` hands over to the second line; `discreet` lets nobody notice; `inform` tells the owner only;
/// `inquiry` has them interviewed and `specific` searched (Regulation (EU) 2018/1862 Article 36); `health`
/// calls the health service.
enum class AlertAction : std::uint8_t {
  refer,
  refuse,
  detain,
  discreet,
  inform,
  seize,
  protect,
  inquiry,
  specific,
  health
};

[[nodiscard]] constexpr std::string_view name(AlertAction action) {
  switch (action) {
    case AlertAction::refer:
      return "refer";
    case AlertAction::refuse:
      return "refuse";
    case AlertAction::detain:
      return "detain";
    case AlertAction::discreet:
      return "discreet";
    case AlertAction::inform:
      return "inform";
    case AlertAction::seize:
      return "seize";
    case AlertAction::protect:
      return "protect";
    case AlertAction::inquiry:
      return "inquiry";
    case AlertAction::specific:
      return "specific";
    case AlertAction::health:
      return "health";
  }
  __builtin_unreachable();
}
[[nodiscard]] bool parse(std::string_view word, AlertAction& action);

}  // namespace cardea::watchlist
