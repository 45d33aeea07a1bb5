#pragma once

#include <vector>

#include "cardea/crossings/rules.hpp"
#include "cardea/documents/issuers.hpp"
#include "cardea/inspection/requests.hpp"
#include "cardea/inspection/view.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/screening_index.hpp"
#include "cardea/ports/source_times.hpp"

namespace cardea::inspection {

/// What the flow works with. All are borrowed and must outlive it.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const ports::ScreeningIndex& index;
  const Clock& clock;
  IdSource& ids;
  const crossings::Rules& rules;
  const documents::IssuerCodes& issuers;
  screening::SearchOptions search = {};
  ports::SourceTimes* times = nullptr;  ///< null: searches are not measured
};

/// The immigration formality on one person of a passage: read, check, screen, decide, record. A pedestrian's
/// passage holds one person.
///
/// Thread-safe: it holds no state of its own. Every call asks access::may first (`forbidden/...`), every
/// change is one piece of work on the writer, so two officers who decide at once get one decision and one
/// `conflict/already_decided`. Failures of the store come through as they are (recorder.hpp).
class Inspections {
 public:
  explicit Inspections(const Parts& parts) : parts_{parts} {}

  /// Reads, checks, screens and records; the answer holds the assessment. A document that cannot be read is
  /// an inspection too: the officer refers or refuses it. Fails `conflict/node_not_made`,
  /// `conflict/idempotency_key_reused`, `malformed/mrz_too_long`, `malformed/mrz_not_text`,
  /// `malformed/lane_unknown`, `forbidden/certificate_missing` (the lane asks for one, and it is not a form
  /// of paper that is entered); and when it names a passage, `not_found/passage_unknown`,
  /// `conflict/passage_released`, `conflict/passage_direction_differs`.
  [[nodiscard]] Result<InspectionView> open(const ports::Caller& caller, const OpenInspection& input,
                                            const Request& request = {}) const;

  /// Fails `not_found/inspection_unknown`. Looking at another officer's inspection is recorded as a read.
  [[nodiscard]] Result<InspectionView> get(const ports::Caller& caller, FormalityId id) const;

  /// Fails `not_found/inspection_unknown`, `not_found/hit_unknown`, `malformed/comparison_required`,
  /// `conflict/already_decided`, `conflict/revision_mismatch`.
  [[nodiscard]] Result<InspectionView> compare(const ports::Caller& caller, FormalityId id,
                                               const CompareHit& input, const Request& request = {}) const;

  /// Fails as crossings::may_decide, and as `compare`. An admission also fails `conflict/stay_changed` when
  /// the stay is no longer what the inspection was judged by: open it anew, refer or refuse. A refusal is a
  /// proposal: the person is referred, the case waits with it for a second person, and entry is refused when
  /// that person approves.
  [[nodiscard]] Result<InspectionView> decide(const ports::Caller& caller, FormalityId id,
                                              const Decide& input, const Request& request = {}) const;

  /// The person asks for asylum: the case for the second line is there at once and entry is not refused any
  /// more, whatever state the inspection is in. Asked once more, nothing changes. A claim is never in the
  /// way: no revision is asked for.
  [[nodiscard]] Result<InspectionView> request_asylum(const ports::Caller& caller, FormalityId id,
                                                      const RequestAsylum& input,
                                                      const Request& request = {}) const;

  /// States the class, ticks its duties, records with whom a minor travels; visa and stay are judged anew.
  /// Fails `conflict/already_decided`, `malformed/class_not_to_be_stated` (also for a class that only the
  /// second line decides on), `malformed/reason_required`, `malformed/unknown_duty`, as
  /// crossings::check_company.
  [[nodiscard]] Result<InspectionView> record_person(const ports::Caller& caller, FormalityId id,
                                                     const RecordPerson& input) const;

  /// Inspections that wait for a decision, newest first, at most 200: those of the caller and of the caller's
  /// lane. `name` is part of a name or of a document number. A look at a colleague's is recorded.
  [[nodiscard]] Result<std::vector<OpenLine>> list_open(const ports::Caller& caller,
                                                        const std::string& name) const;

  /// What the officer recorded when asked for details; once more replaces it. Fails
  /// `not_found/inspection_unknown`, `malformed/form_field_unknown`, `malformed/form_field_not_text`.
  [[nodiscard]] Result<InspectionView> record_details(const ports::Caller& caller, FormalityId id,
                                                      const RecordDetails& input) const;

  /// Voids the decision by a second entry; the inspection is open again. Fails `conflict/not_decided` and as
  /// crossings::may_take_back.
  [[nodiscard]] Result<InspectionView> take_back(const ports::Caller& caller, FormalityId id,
                                                 const Request& request = {}) const;

  /// Past crossings of a traveller, newest first; the read is recorded. `limit` is 1 to 200.
  [[nodiscard]] Result<std::vector<ports::CrossingRow>> history(const ports::Caller& caller, TravellerId id,
                                                                int limit) const;

 private:
  Parts parts_;
};

}  // namespace cardea::inspection
