#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/accountability/export.hpp"
#include "cardea/journal/proof.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/data_subject_records.hpp"
#include "cardea/ports/form_printer.hpp"
#include "cardea/ports/journal_proof.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/request.hpp"
#include "cardea/privacy/data_subject.hpp"
#include "cardea/privacy/retention.hpp"

namespace cardea::accountability {

/// What the flow works with. All are borrowed and must outlive it.
struct DataSubjectParts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  IdSource& ids;
  const privacy::DataSubjectRules& rules;
  const privacy::RetentionSchedule& schedule;
  const ports::FormPrinter& printer;
  ports::SignHead sign_head;
};

/// Somebody asks what is kept of them, or that it be changed.
struct NewDataRequest {
  privacy::RequestKind kind = privacy::RequestKind::access;
  std::string requester;
  std::optional<std::string> contact;
  std::string identity_check;  ///< a word of the rules
  std::string language;        ///< of the answer: one that a letter is there in
  std::optional<std::string> statement;
  Date received_on;
};
BOOST_DESCRIBE_STRUCT(NewDataRequest, (),
                      (kind, requester, contact, identity_check, language, statement, received_on))

/// A line of the list.
struct DataRequestLine {
  DataRequestId request_id;
  std::string kind;
  std::string requester;
  std::string state;
  Date received_on;
  Date due_on;
  bool extended = false;
  bool overdue = false;  ///< open, and the last day for the answer is over
  std::string outcome;   ///< empty while open
};
BOOST_DESCRIBE_STRUCT(DataRequestLine, (),
                      (request_id, kind, requester, state, received_on, due_on, extended, overdue, outcome))

/// What is searched for; at least a document number, a birth date or three letters of a name.
struct SearchDataSubject {
  std::optional<std::string> document_number;
  std::optional<std::string> name;
  std::optional<Date> birth_date;
};
BOOST_DESCRIBE_STRUCT(SearchDataSubject, (), (document_number, name, birth_date))

/// A traveller who may be the person, and how much is kept in each area.
struct FoundPerson {
  TravellerId traveller_id;
  std::string primary_identifier;
  std::string secondary_identifier;
  std::vector<PartialDate> birth_dates;
  std::string sex;
  std::string nationality;
  std::vector<std::string> documents;  ///< "UTO L898902C3"
  std::int64_t inspections = 0;
  std::int64_t cases = 0;
  std::int64_t permits = 0;
  std::vector<TravellerId> same_as;  ///< judged to be the same person
};
BOOST_DESCRIBE_STRUCT(FoundPerson, (),
                      (traveller_id, primary_identifier, secondary_identifier, birth_dates, sex, nationality,
                       documents, inspections, cases, permits, same_as))

/// Where erasing stands for one of the persons found.
struct ErasureView {
  TravellerId traveller_id;
  std::string state;                     ///< "not_proposed", "proposed", "approved"
  std::optional<std::string> forbidden;  ///< reason word, as propose_erasure fails
  std::optional<std::string> proposed_by;
};
BOOST_DESCRIBE_STRUCT(ErasureView, (), (traveller_id, state, forbidden, proposed_by))

struct CorrectionView {
  CorrectionId correction_id;
  TravellerId traveller_id;
  std::string field;
  std::string old_value;
  std::string new_value;
  std::string reason;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (),
                      (correction_id, traveller_id, field, old_value, new_value, reason, at))

struct DataRequestView {
  DataRequestLine request;
  std::string contact;
  std::string identity_check;
  std::string language;
  std::string statement;
  std::string extension_reason;
  std::string rules;
  std::vector<std::string> outcomes;  ///< with which a request of this kind may be closed
  std::vector<FoundPerson> persons;
  std::vector<ports::DataExportRow> exports;
  std::vector<CorrectionView> corrections;
  std::vector<ErasureView> erasures;  ///< of a request for erasure
  std::string answer;
  std::optional<Date> answered_on;
};
BOOST_DESCRIBE_STRUCT(DataRequestView, (),
                      (request, contact, identity_check, language, statement, extension_reason, rules,
                       outcomes, persons, exports, corrections, erasures, answer, answered_on))

struct Correct {
  TravellerId traveller_id;
  std::string field;
  std::string value;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Correct, (), (traveller_id, field, value, reason))

struct CloseDataRequest {
  std::string outcome;
  std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(CloseDataRequest, (), (outcome, answer))

inline constexpr std::size_t kTextBytesMax = 4000;
inline constexpr std::size_t kNameBytesMax = 200;
inline constexpr int kRequestsMax = 500;

/// Answering the persons whose data is kept (Action::answer_data_subject): each act is an entry of the
/// journal, of which a proof can be taken along. What meets alerts that are not to be told is in no answer,
/// and an answer says so whether there is any or not (Directive (EU) 2016/680, Article 15).
///
/// Thread-safe: holds no state of its own. Acts on one request fail `not_found/data_request_unknown`,
/// `conflict/data_request_closed`; those on persons `conflict/identity_not_proved` while it was not.
class DataSubjects {
 public:
  explicit DataSubjects(DataSubjectParts parts) : parts_{std::move(parts)} {}

  /// Open ones first, by the day they are due; at most kRequestsMax.
  [[nodiscard]] Result<std::vector<DataRequestLine>> list(const ports::Caller& caller) const;
  [[nodiscard]] Result<DataRequestView> get(const ports::Caller& caller, DataRequestId id) const;
  /// Fails `malformed/requester_missing`, `malformed/identity_check_unknown`, `malformed/unknown_language`,
  /// `malformed/received_in_future`, `malformed/text_too_long`, `malformed/text_invalid`.
  [[nodiscard]] Result<DataRequestView> register_request(const ports::Caller& caller,
                                                         const NewDataRequest& input,
                                                         const ports::ActRequest& request = {}) const;
  /// Once. Fails `conflict/data_request_extended`, `malformed/reason_missing`.
  [[nodiscard]] Result<DataRequestView> extend(const ports::Caller& caller, DataRequestId id,
                                               const std::string& reason) const;
  /// Fails `malformed/search_too_wide`. The look is recorded.
  [[nodiscard]] Result<std::vector<FoundPerson>> search(const ports::Caller& caller, DataRequestId id,
                                                        const SearchDataSubject& input) const;
  /// Says which travellers are the person; replaces what was said before. Fails
  /// `not_found/traveller_unknown`.
  [[nodiscard]] Result<DataRequestView> set_persons(const ports::Caller& caller, DataRequestId id,
                                                    std::vector<TravellerId> travellers) const;
  /// What may be told of the persons, for machines. Fails `conflict/nobody_found`.
  [[nodiscard]] Result<DataExport> export_data(const ports::Caller& caller, DataRequestId id) const;
  /// The same as a letter, PDF, in the language of the answer. Fails as export_data and
  /// `unavailable/print_failed`.
  [[nodiscard]] Result<std::string> letter(const ports::Caller& caller, DataRequestId id) const;
  /// An entry beside what was read; nothing is overwritten. Fails `conflict/data_request_other_kind`,
  /// `not_found/traveller_unknown` (not among the persons found), `malformed/reason_missing`,
  /// `conflict/nothing_to_correct`, and as privacy::may_correct.
  [[nodiscard]] Result<DataRequestView> correct(const ports::Caller& caller, DataRequestId id,
                                                const Correct& input) const;
  /// Erases nothing the schedule keeps. Fails `conflict/erasure_hold_forbids`,
  /// `conflict/erasure_case_forbids` (a case is open), `conflict/erasure_schedule_forbids` (nothing is due),
  /// `conflict/erasure_law_forbids` (another record of the node needs it), `conflict/erasure_decided`.
  [[nodiscard]] Result<DataRequestView> propose_erasure(const ports::Caller& caller, DataRequestId id,
                                                        TravellerId traveller) const;
  /// By another data officer, who types the end of the request's id. Fails as propose_erasure,
  /// `conflict/erasure_not_proposed` and as access::may_approve.
  [[nodiscard]] Result<DataRequestView> approve_erasure(const ports::Caller& caller, DataRequestId id,
                                                        TravellerId traveller,
                                                        const std::string& typed) const;
  /// Fails `malformed/outcome_unknown`, and where the outcome says what was not done:
  /// `conflict/nothing_exported`, `conflict/nothing_corrected`, `conflict/nothing_erased`,
  /// `conflict/restriction_without_hold`.
  [[nodiscard]] Result<DataRequestView> close(const ports::Caller& caller, DataRequestId id,
                                              const CloseDataRequest& input) const;
  /// Proof that the newest entry about the request is in the journal: of the answer, once closed.
  [[nodiscard]] Result<journal::EntryProof> proof(const ports::Caller& caller, DataRequestId id) const;

 private:
  DataSubjectParts parts_;
};

}  // namespace cardea::accountability
