#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/crossings/assessment.hpp"
#include "cardea/crossings/decision.hpp"
#include "cardea/crossings/direction.hpp"
#include "cardea/crossings/minor.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/json.hpp"
#include "cardea/ports/ids.hpp"
#include "cardea/ports/request.hpp"

// What officers ask of an inspection. These are the bodies of the REST API: http reads them with the codec.

namespace cardea::inspection {

/// How a request is made, beside its body.
struct Request : ports::ActRequest {
  /// When it took place, where that is not now: a crossing on paper that is entered later. Judged by that
  /// day.
  std::optional<Instant> happened_at = {};
};

/// A traveller presents a document.
struct OpenInspection {
  std::string mrz;  ///< as the reader gave it: two or three lines
  crossings::Direction direction = crossings::Direction::entry;
  std::optional<std::string> lane;  ///< the caller's lane when absent
  std::optional<bool> typed_by_hand;
  /// The passage of several persons that the traveller came with; absent: a passage of one's own.
  std::optional<PassageId> passage_id = {};
};
BOOST_DESCRIBE_STRUCT(OpenInspection, (), (mrz, direction, lane, typed_by_hand, passage_id))

/// The officer compared the person with a hit.
struct CompareHit {
  std::string source;
  std::string source_id;
  crossings::Comparison result = crossings::Comparison::not_compared;  ///< `not_compared` is refused
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(CompareHit, (), (source, source_id, result, note))

/// The officer decides.
struct Decide {
  crossings::Outcome outcome = crossings::Outcome::refer;
  std::optional<std::vector<std::string>> reasons;  ///< see crossings/decision.hpp
  std::optional<std::string> note;
  std::optional<std::string> purpose;  ///< purpose of the traveller's stay, free word
  std::optional<int> days_granted;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (outcome, reasons, note, purpose, days_granted))

/// The person asks for asylum.
struct RequestAsylum {
  std::optional<std::string> note;  ///< what the person says, when no document says who it is
};
BOOST_DESCRIBE_STRUCT(RequestAsylum, (), (note))

/// Who the person is to the law, as the officer sees it; once more replaces it.
struct RecordPerson {
  std::optional<std::string> person_class;              ///< absent: as it follows from the document
  std::optional<std::string> reason;                    ///< why it is stated; needed with it
  std::optional<std::vector<std::string>> duties_done;  ///< duties of the class that the officer ticked
  std::optional<crossings::MinorCompany> company;       ///< of a minor
};
BOOST_DESCRIBE_STRUCT(RecordPerson, (), (person_class, reason, duties_done, company))

/// The officer was asked to record details.
struct RecordDetails {
  json::object details;  ///< texts by field
};
BOOST_DESCRIBE_STRUCT(RecordDetails, (), (details))

}  // namespace cardea::inspection
