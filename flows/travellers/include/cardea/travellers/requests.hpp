#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/hash.hpp"
#include "cardea/people/identity_relation.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/request.hpp"
#include "cardea/ports/travellers_records.hpp"

// What officers ask about travellers, and what they are shown: the bodies of the REST API.

namespace cardea::travellers {

using Request = ports::ActRequest;

/// At least one of the document number, the birth date and three letters of the name.
struct SearchTravellers {
  std::optional<std::string> document_number;
  std::optional<std::string> name;  ///< beginning of the primary identifier, any script
  std::optional<PartialDate> birth_date;
};
BOOST_DESCRIBE_STRUCT(SearchTravellers, (), (document_number, name, birth_date))

struct JudgeLink {
  TravellerId other_id;
  people::LinkColour colour;  ///< `yellow` is refused
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(JudgeLink, (), (other_id, colour, reason))

/// ports::PermitRecorded without its id.
struct PermitInput {
  std::string kind;
  std::string number;
  std::string document_issuer;
  std::string document_number;
  std::string holder;
  std::optional<TravellerId> traveller_id;
  Date valid_from;
  Date valid_to;
  std::optional<int> days;
  std::optional<int> entries;
  std::optional<std::vector<std::string>> territory;
  std::optional<std::string> zone;
};
BOOST_DESCRIBE_STRUCT(PermitInput, (),
                      (kind, number, document_issuer, document_number, holder, traveller_id, valid_from,
                       valid_to, days, entries, territory, zone))

struct EndPermit {
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(EndPermit, (), (on, reason))

struct AdjustStay {
  std::string kind;  ///< "extension" or "force_majeure"
  Date first;
  Date last;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AdjustStay, (), (kind, first, last, reason))

/// A neighbour recorded that the person entered there, and so left here.
struct ForeignEntry {
  Date on;
  std::string neighbour;  ///< alpha-3
  std::string reference;
};
BOOST_DESCRIBE_STRUCT(ForeignEntry, (), (on, neighbour, reference))

struct StateClass {
  std::string person_class;  ///< empty takes the statement back
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(StateClass, (), (person_class, reason))

/// A link as seen from one of its ends.
struct LinkView {
  ports::TravellerRecord other;
  std::string colour;
  ports::LikenessRecord likeness;
  Instant proposed_at;
  std::optional<OfficerId> judged_by;
  std::optional<Instant> judged_at;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LinkView, (), (other, colour, likeness, proposed_at, judged_by, judged_at, reason))

struct ClassView {
  std::string person_class;
  std::vector<std::string> beside;
  bool stated = false;
  std::string stay;  ///< a crossings::StayRegime
  std::string visa;  ///< a crossings::VisaRegime
  bool minimum_check = false;
  bool stamp = true;
  bool second_line_only = false;
  std::vector<std::string> duties;
  std::string legal_source;
};
BOOST_DESCRIBE_STRUCT(ClassView, (),
                      (person_class, beside, stated, stay, visa, minimum_check, stamp, second_line_only,
                       duties, legal_source))

/// A traveller with all that is known over white links.
struct TravellerView {
  ports::TravellerRow traveller;
  std::vector<TravellerId> same_person;  ///< the traveller and those linked in white
  std::vector<ports::TravelDocumentRow> documents;
  std::vector<LinkView> links;
  std::vector<ports::CrossingRow> history;
  std::vector<ports::StayRow> stays;
  std::vector<ports::PermitRow> permits;
  std::vector<ports::StayAdjusted> adjustments;
  std::vector<ports::StayDeemedExit> deemed_exits;
  ClassView classified;
  std::optional<ports::StayRecord> stay;  ///< absent when days are not counted
  Date on;
};
BOOST_DESCRIBE_STRUCT(TravellerView, (),
                      (traveller, same_person, documents, links, history, stays, permits, adjustments,
                       deemed_exits, classified, stay, on))

/// How long somebody may stay who enters on a day.
struct PlannedStay {
  Date on;
  bool counted = false;  ///< false: nobody counts this person's days
  std::optional<ports::StayRecord> stay;
};
BOOST_DESCRIBE_STRUCT(PlannedStay, (), (on, counted, stay))

struct OverstayView {
  ports::TravellerRecord traveller;
  CrossingId crossing_id;
  Date entered;
  Date last_day;
  int days_over = 0;
  std::string reason;  ///< "no_exit_recorded"; "entered_again" when another entry followed
};
BOOST_DESCRIBE_STRUCT(OverstayView, (), (traveller, crossing_id, entered, last_day, days_over, reason))

struct OverstayPage {
  std::vector<OverstayView> overstays;
  std::optional<std::string> next;  ///< cursor of the next page; absent at the end
};
BOOST_DESCRIBE_STRUCT(OverstayPage, (), (overstays, next))

}  // namespace cardea::travellers
