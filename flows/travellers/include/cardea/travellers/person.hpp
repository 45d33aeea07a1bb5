#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cardea/crossings/assessment.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/crossings/short_stay.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/travellers_records.hpp"

// What the node knows of a person over all documents. Reads only; every function can run inside ports::Work.

namespace cardea::travellers {

/// Travellers that are one person, with what is said of their links.
struct Person {
  std::vector<TravellerId> ids;  ///< the one asked about first, then those linked in white, over any path
  bool red = false;              ///< one of them is linked in red
  bool yellow = false;           ///< one of them has a link that waits for an officer
};

/// One indexed query for each traveller of the group, mostly one in all.
[[nodiscard]] Result<Person> person_of(const ports::TravellerRecords& records, TravellerId id);

/// Crossings of all of them, newest first, at most `limit`.
[[nodiscard]] Result<std::vector<ports::CrossingRow>> history_of(const ports::Records& records,
                                                                 const Person& person, int limit);

/// What stands beside the crossings.
struct PersonFile {
  bool permits_kept = false;  ///< the node's register of permits is in use
  std::vector<ports::PermitRow> permits;
  std::vector<ports::StayAdjusted> adjustments;
  std::vector<ports::StayDeemedExit> deemed_exits;
  std::vector<std::string> stated_classes;
};

/// With the permits that stand in the document presented now. `is_new`: nothing was recorded of the traveller
/// yet, so only the document is asked about.
[[nodiscard]] Result<PersonFile> file_of(const ports::TravellerRecords& records, const Person& person,
                                         bool is_new, std::string_view issuer, std::string_view number);

/// Who is judged, where, on which day.
struct Presented {
  std::string state;  ///< of the post
  std::string nationality;
  std::string document_code;
  std::optional<PartialDate> born;
  Date on;
};

/// What the law says of a person on a day.
struct Standing {
  crossings::Classified classified;
  crossings::StayRegime regime = crossings::StayRegime::short_stay;
  crossings::VisaFacts visa;
  bool counted = false;  ///< a rule is in force and the crossings make sense
  std::optional<crossings::StayCount> all;
  std::optional<crossings::StayCount> without_open;
  std::optional<ports::StayRecord> record;
};

/// `history` newest first. Only admissions count: who was refused was not inside.
[[nodiscard]] Standing standing_of(const std::vector<ports::CrossingRow>& history, const PersonFile& file,
                                   const Presented& presented, const crossings::Rules& rules);

/// Where the document is shown now.
struct ShownNow {
  crossings::Direction direction = crossings::Direction::entry;
  std::string post;
  Instant at;
};

/// Words of crossings::kIdentityAttentions that follow from links and crossings.
[[nodiscard]] std::vector<std::string> attentions_of(const Person& person,
                                                     const std::vector<ports::CrossingRow>& history,
                                                     const ShownNow& now,
                                                     const crossings::TravelTimes& times);

}  // namespace cardea::travellers
