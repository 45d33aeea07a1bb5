#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/ports/data_subject_entries.hpp"

namespace cardea::ports {

/// A request of a data subject through its handling.
struct DataRequestRow {
  DataRequestRegistered request;  ///< `due_on` as last set
  std::string state;              ///< "open" or "closed"
  std::string extension_reason;   ///< empty while not extended
  std::string outcome;            ///< empty while open, as the next one
  std::string answer;
  std::optional<Date> answered_on;
  std::string registered_by;
  Instant registered_at;
  std::string closed_by;
  std::int64_t last_sequence = 0;  ///< of the newest entry about it
};

struct DataExportRow {
  std::int64_t sequence = 0;  ///< of its entry
  std::string sha256;
  std::int64_t records = 0;
  std::string made_by;
  Instant made_at;
};
BOOST_DESCRIBE_STRUCT(DataExportRow, (), (sequence, sha256, records, made_by, made_at))

struct CorrectionRow {
  DataCorrected correction;
  std::string corrected_by;
  Instant corrected_at;
};

struct ErasureRow {
  TravellerId traveller_id;
  std::string state;  ///< "proposed" or "approved"
  std::string proposed_by;
  Instant proposed_at;
  std::optional<std::string> approved_by;
  std::optional<Instant> approved_at;
};
BOOST_DESCRIBE_STRUCT(ErasureRow, (),
                      (traveller_id, state, proposed_by, proposed_at, approved_by, approved_at))

/// A comparison of the person with an entry of a public list that an officer judged.
struct ToldHitRow {
  std::string source;
  std::string result;  ///< "same_person" or "not_same_person"
  Instant at;
};

/// What somebody in charge of data protection made of a look.
struct ReadReviewRow {
  std::int64_t sequence = 0;
  std::string judgement;  ///< word of privacy::ReadJudgement
  std::string note;
  std::string reviewed_by;
  Instant reviewed_at;
  std::optional<std::string> explanation;  ///< of the reader, once given
  std::optional<Instant> explained_at;
};
BOOST_DESCRIBE_STRUCT(ReadReviewRow, (),
                      (sequence, judgement, note, reviewed_by, reviewed_at, explanation, explained_at))

}  // namespace cardea::ports
