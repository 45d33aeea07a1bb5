#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/people/sex.hpp"
#include "cardea/watchlist/words.hpp"

namespace cardea::watchlist {

/// One name of the subject. `name` is the whole name as listed, in UTF-8, in the list's own order of words.
struct Alias {
  std::string name;
  /// The two identifiers, when the list tells them apart; else both are empty.
  std::string primary;
  std::string secondary;
  /// ISO 15924: `Latn`, `Arab`, `Cyrl`, `Hans` ...; empty when the name has no letters of a known script.
  std::string script;
  AliasQuality quality = AliasQuality::strong;

  friend bool operator==(const Alias&, const Alias&) = default;
};
BOOST_DESCRIBE_STRUCT(Alias, (), (name, primary, secondary, script, quality))

/// A birth date of the subject. A span of years is `date` (its first year) with `to_year`.
struct BirthDate {
  PartialDate date;
  /// The list says about, circa, approximately.
  bool approximate = false;
  std::optional<std::int16_t> to_year;

  friend bool operator==(const BirthDate&, const BirthDate&) = default;
};
BOOST_DESCRIBE_STRUCT(BirthDate, (), (date, approximate, to_year))

/// A document or register number of the subject, as listed.
struct ListedDocument {
  /// `passport`, `national_id`, `travel_document`, `driving_licence`, `visa`, `seafarer`,
  /// `birth_certificate`, `tax_number`, `registration`, or `other` (the list's own word is then in `note`).
  std::string type;
  std::string number;
  /// ISO 3166-1 alpha-3 of the issuing state; empty when not stated or not known.
  std::string issuer;
  std::string note;

  friend bool operator==(const ListedDocument&, const ListedDocument&) = default;
};
BOOST_DESCRIBE_STRUCT(ListedDocument, (), (type, number, issuer, note))

/// What is known of a ship, an aircraft or a road vehicle; empty strings where nothing is.
struct Craft {
  std::string imo_number;
  std::string mmsi;
  std::string call_sign;
  /// Flag or registration state: alpha-3 where known, else as listed.
  std::string flag;
  /// Vessel, aircraft or vehicle type as listed.
  std::string type;
  std::string tail_number;
  /// The manufacturer's number of an aircraft or a vehicle part.
  std::string serial_number;
  std::string plate;
  std::string vin;

  friend bool operator==(const Craft&, const Craft&) = default;
};
BOOST_DESCRIBE_STRUCT(Craft, (),
                      (imo_number, mmsi, call_sign, flag, type, tail_number, serial_number, plate, vin))

/// One entry of one list: somebody or something to look out for, why, for whom, and what to do when it comes.
///
/// (`source`, `source_id`) names it for ever; a new version of the list changes or withdraws it. Nothing is
/// invented: a field the list does not state stays empty. Model: categories and actions: the
/// SIS regulations (EU) 2018/1860 to 1862 and INTERPOL notices, taken as the general case.
struct Alert {
  /// The list: `ofac_sdn`, `un_consolidated`, `eu_fsf`, `own`, or the name our own file gives itself.
  std::string source;
  /// The entry's number in its list.
  std::string source_id;
  SubjectKind kind = SubjectKind::person;
  /// Why: the programme of a sanctions list, or a category such as `refusal_of_entry`. The purpose; never
  /// empty.
  std::string category;
  AlertAction action = AlertAction::refer;
  /// The authority that answers for the entry; never empty.
  std::string owner;
  /// The law or resolution it rests on; never empty.
  std::string legal_basis;
  std::vector<Alias> names;
  std::vector<BirthDate> birth_dates;
  /// ISO 3166-1 alpha-3 where known, else the name as listed.
  std::vector<std::string> nationalities;
  people::Sex sex = people::Sex::unspecified;
  std::vector<ListedDocument> documents;
  std::optional<Craft> craft;
  /// Places of birth and addresses, as listed, in one line each.
  std::vector<std::string> birth_places;
  std::vector<std::string> addresses;
  /// What an officer must know before going near: `armed`, `violent`, `minor` ... (own lists).
  std::vector<std::string> warnings;
  /// Names of other entries this one is linked to, as listed.
  std::vector<std::string> linked_to;
  std::string remarks;
  std::optional<Date> listed_on;
  std::optional<Date> review_on;
  std::optional<Date> expires_on;

  friend bool operator==(const Alert&, const Alert&) = default;
};
BOOST_DESCRIBE_STRUCT(Alert, (),
                      (source, source_id, kind, category, action, owner, legal_basis, names, birth_dates,
                       nationalities, sex, documents, craft, birth_places, addresses, warnings, linked_to,
                       remarks, listed_on, review_on, expires_on))

/// The source word of alerts a state enters itself.
inline constexpr std::string_view kOwnSource = "own";

/// Whether the alert may be kept and acted on. Fails, all `malformed`: `alert_without_source` (list or
/// number), `alert_without_category`, `alert_without_owner`, `alert_without_legal_basis`,
/// `alert_without_identifier` (no name and no number), `alert_without_review` (an own alert needs a review or
/// expiry date; a published list is reviewed by its publisher with every version), `alert_dates_disordered`,
/// `alert_not_utf8`.
[[nodiscard]] Done check(const Alert& alert);

/// SHA-256 over the canonical JSON: equal alerts, equal digests. Re-importing the same list changes nothing.
[[nodiscard]] Digest digest_of(const Alert& alert);

}  // namespace cardea::watchlist
