#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of the entries about travellers over their documents, see entries.hpp.

namespace cardea {

/// A visa, permit or card.
using PermitId = Id<struct PermitTag>;

}  // namespace cardea

namespace cardea::ports {

/// people::IdentityRelation in words.
struct LikenessRecord {
  std::string name;
  std::string birth_date;
  std::string sex;
  std::string nationality;
  std::string birth_place;
  std::string whole;
};
BOOST_DESCRIBE_STRUCT(LikenessRecord, (), (name, birth_date, sex, nationality, birth_place, whole))

/// The two ids of a pair stand in the order of their texts, so that a pair is one link.
struct LinkProposed {  // identity.link_proposed
  TravellerId first_id;
  TravellerId second_id;
  std::string colour;  ///< "yellow"; "white" in the one clear case
  LikenessRecord likeness;
  FormalityId inspection_id;  ///< the inspection that met the unknown document
};
BOOST_DESCRIBE_STRUCT(LinkProposed, (), (first_id, second_id, colour, likeness, inspection_id))

struct LinkJudged {  // identity.link_judged
  TravellerId first_id;
  TravellerId second_id;
  std::string colour;  ///< "green", "red" or "white"
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(LinkJudged, (), (first_id, second_id, colour, reason))

/// Holder by the travel document that the permit stands in, and by traveller once one is known.
struct PermitRecorded {  // permit.recorded
  PermitId permit_id;
  std::string kind;    ///< a word of data/rules/permit_kinds.json
  std::string number;  ///< of the permit itself
  std::string document_issuer;
  std::string document_number;
  std::string holder;  ///< name as written
  std::optional<TravellerId> traveller_id;
  Date valid_from;
  Date valid_to;
  std::optional<int> days;
  std::optional<int> entries;          ///< absent for any number
  std::vector<std::string> territory;  ///< alpha-3; empty for all
  std::string zone;                    ///< border zone of a card; else empty
};
BOOST_DESCRIBE_STRUCT(PermitRecorded, (),
                      (permit_id, kind, number, document_issuer, document_number, holder, traveller_id,
                       valid_from, valid_to, days, entries, territory, zone))

struct PermitEnded {  // permit.ended
  PermitId permit_id;
  Date on;  ///< first day it is worth nothing
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(PermitEnded, (), (permit_id, on, reason))

struct StayAdjusted {  // stay.adjusted
  TravellerId traveller_id;
  std::string kind;  ///< "extension" or "force_majeure"
  Date first;
  Date last;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(StayAdjusted, (), (traveller_id, kind, first, last, reason))

struct StayDeemedExit {  // stay.deemed_exit
  TravellerId traveller_id;
  CrossingId crossing_id;  ///< the entry that it closes
  Date on;
  std::string neighbour;  ///< alpha-3 of the state whose entry record it is
  std::string reference;  ///< of that record
};
BOOST_DESCRIBE_STRUCT(StayDeemedExit, (), (traveller_id, crossing_id, on, neighbour, reference))

struct TravellerClassed {  // traveller.classed
  TravellerId traveller_id;
  std::string person_class;  ///< a word of data/rules/person_classes.json; empty takes the statement back
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(TravellerClassed, (), (traveller_id, person_class, reason))

}  // namespace cardea::ports
