#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/ids.hpp"

// Payloads of the entries about requests of data subjects. The subject of all of them is the request.

namespace cardea {

using DataRequestId = Id<struct DataRequestTag>;
using CorrectionId = Id<struct CorrectionTag>;

}  // namespace cardea

namespace cardea::ports {

struct DataRequestRegistered {  // data_subject.registered
  DataRequestId request_id;
  std::string kind;            ///< word of privacy::RequestKind
  std::string requester;       ///< who asks, as written
  std::string contact;         ///< where the answer goes; may be empty
  std::string identity_check;  ///< how it was checked who asks; a word of the rules
  std::string language;        ///< of the answer
  std::string statement;       ///< what is asked, in short
  Date received_on;
  Date due_on;
  std::string rules;  ///< "data_subject_rights@2026-11-25"
};
BOOST_DESCRIBE_STRUCT(DataRequestRegistered, (),
                      (request_id, kind, requester, contact, identity_check, language, statement, received_on,
                       due_on, rules))

struct DataRequestExtended {  // data_subject.extended
  DataRequestId request_id;
  Date due_on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DataRequestExtended, (), (request_id, due_on, reason))

struct DataSubjectFound {  // data_subject.found: these travellers are the person who asks; replaces earlier
  DataRequestId request_id;
  std::vector<TravellerId> travellers;
};
BOOST_DESCRIBE_STRUCT(DataSubjectFound, (), (request_id, travellers))

struct DataExported {  // data_subject.exported
  DataRequestId request_id;
  std::string sha256;        ///< of the export, hexadecimal
  std::int64_t records = 0;  ///< persons, documents, crossings, cases and so on that it tells of
};
BOOST_DESCRIBE_STRUCT(DataExported, (), (request_id, sha256, records))

struct DataCorrected {  // data_subject.corrected: stands beside what was recorded
  DataRequestId request_id;
  CorrectionId correction_id;
  TravellerId traveller_id;
  std::string field;
  std::string old_value;
  std::string new_value;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(DataCorrected, (),
                      (request_id, correction_id, traveller_id, field, old_value, new_value, reason))

struct ErasureAsked {  // erasure.proposed and erasure.approved
  DataRequestId request_id;
  TravellerId traveller_id;
};
BOOST_DESCRIBE_STRUCT(ErasureAsked, (), (request_id, traveller_id))

struct DataRequestClosed {  // data_subject.closed
  DataRequestId request_id;
  std::string outcome;  ///< a word of the rules for the kind
  std::string answer;   ///< what the person is told beside the letter; may be empty
  Date answered_on;
};
BOOST_DESCRIBE_STRUCT(DataRequestClosed, (), (request_id, outcome, answer, answered_on))

struct ReadReviewed {         // read.reviewed
  std::int64_t sequence = 0;  ///< of the look
  std::string judgement;      ///< word of privacy::ReadJudgement
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ReadReviewed, (), (sequence, judgement, note))

struct ReadExplained {  // read.explained
  std::int64_t sequence = 0;
  std::string explanation;
};
BOOST_DESCRIBE_STRUCT(ReadExplained, (), (sequence, explanation))

}  // namespace cardea::ports
