#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/ports/operations_entries.hpp"

namespace cardea::ports {

/// A lane as somebody last left it.
struct LaneRow {
  LaneChanged lane;
  OfficerId officer_id;
  Instant changed_at;
};

struct LevelRow {
  LevelSet step;
  OfficerId officer_id;
  Instant set_at;
};

struct RelaxationRow {
  RelaxationBegun begun;
  OfficerId officer_id;
  Instant begun_at;
};

struct FindingRow {
  std::string text;
  OfficerId officer_id;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(FindingRow, (), (text, officer_id, at))

struct DrillRow {
  DrillId drill_id;
  std::string scenario;
  std::string level;
  OfficerId started_by;
  Instant started_at;
  std::optional<Instant> ended_at;
  std::string summary;
  std::vector<FindingRow> findings;
};
BOOST_DESCRIBE_STRUCT(DrillRow, (),
                      (drill_id, scenario, level, started_by, started_at, ended_at, summary, findings))

/// One decided crossing, as far as figures and the proof of coverage need it. Without an inspection behind it
/// `assessment` is absent.
struct DecidedRow {
  CrossingId crossing_id;
  std::string direction;
  std::string lane;
  std::string outcome;
  std::vector<std::string> reasons;
  std::string note;
  std::string nationality;
  std::string sex;
  std::vector<PartialDate> birth_dates;
  std::optional<AssessmentRecord> assessment;
  std::optional<int> days_granted;
  std::optional<Instant> opened_at;
  Instant decided_at;
  OfficerId officer_id;
};

/// An inspection that waits for a decision.
struct OpenRow {
  FormalityId inspection_id;
  std::string lane;
  std::string direction;
  std::string verdict;
  OfficerId officer_id;
  Instant opened_at;
};

/// The same, with the person as read.
struct OpenTravellerRow {
  OpenRow open;
  TravellerRecord traveller;
  std::string document_number;
};

/// A blank that was printed, and what it was used for.
struct PaperRow {
  std::string number;
  PaperBatchId batch_id;
  std::string language;
  std::string printed_by;
  Instant printed_at;
  std::optional<FormalityId> inspection_id;  ///< absent until it is entered, as all that follows
  std::optional<Instant> happened_at;
  std::optional<Instant> entered_at;
  std::string entered_by;
  std::string decided_by;
  std::int64_t delay_minutes = 0;
  bool late = false;
};
BOOST_DESCRIBE_STRUCT(PaperRow, (),
                      (number, batch_id, language, printed_by, printed_at, inspection_id, happened_at,
                       entered_at, entered_by, decided_by, delay_minutes, late))

/// Lanes, levels of degradation, drills, and what the figures of a day are made of. Reached through
/// Records::operations; consistency, threads and failures are those of Records.
class OperationsRecords {
 public:
  virtual ~OperationsRecords() = default;

  [[nodiscard]] virtual Result<std::vector<LaneRow>> lanes() const = 0;
  /// The newest step, whether or not it has ended.
  [[nodiscard]] virtual Result<std::optional<LevelRow>> level() const = 0;
  /// In force at this moment, oldest first.
  [[nodiscard]] virtual Result<std::vector<RelaxationRow>> relaxations(Instant at) const = 0;
  /// Newest first.
  [[nodiscard]] virtual Result<std::vector<DrillRow>> drills(int limit) const = 0;
  /// The drill that has not ended, if any.
  [[nodiscard]] virtual Result<std::optional<DrillRow>> running_drill() const = 0;

  /// Crossings decided in [from, to) by the post's date, in the order of their ids after `after`.
  [[nodiscard]] virtual Result<std::vector<DecidedRow>> decided(Date from, Date to,
                                                                std::optional<CrossingId> after,
                                                                int limit) const = 0;
  /// Oldest first.
  [[nodiscard]] virtual Result<std::vector<OpenRow>> open_inspections(int limit) const = 0;
  /// Newest first, of everybody or of one traveller.
  [[nodiscard]] virtual Result<std::vector<OpenTravellerRow>> open_travellers(
      std::optional<TravellerId> traveller, int limit) const = 0;

  /// Blanks: those not entered first, by number.
  [[nodiscard]] virtual Result<std::vector<PaperRow>> paper_forms(int limit) const = 0;
  [[nodiscard]] virtual Result<std::vector<PaperRow>> paper_batch(PaperBatchId id) const = 0;
  [[nodiscard]] virtual Result<std::optional<PaperRow>> find_paper(std::string_view number) const = 0;
  [[nodiscard]] virtual Result<std::int64_t> count_paper() const = 0;
  /// Inspections of this traveller that were entered from paper.
  [[nodiscard]] virtual Result<std::vector<FormalityId>> from_paper(TravellerId id) const = 0;
};

}  // namespace cardea::ports
