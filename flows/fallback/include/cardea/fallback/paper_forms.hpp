#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/continuity/paper.hpp"
#include "cardea/crossings/decision.hpp"
#include "cardea/crossings/direction.hpp"
#include "cardea/inspection/inspections.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/form_printer.hpp"
#include "cardea/ports/operations_records.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::fallback {

/// What the flow works with. All are borrowed and must outlive it.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  IdSource& ids;
  const ports::FormPrinter& printer;
  const inspection::Inspections& inspections;
  const continuity::PaperRules& rules;
  const crossings::RefusalGrounds& grounds;
};

struct PrintForms {
  int count = 0;
  std::string language;  ///< the officers'
};
BOOST_DESCRIBE_STRUCT(PrintForms, (), (count, language))

struct PrintedBatch {
  PaperBatchId batch_id;
  std::vector<std::string> numbers;
};
BOOST_DESCRIBE_STRUCT(PrintedBatch, (), (batch_id, numbers))

/// The document's data where its zone was not written down. Names in any script; dates as on the document.
struct PaperFields {
  std::string document_number;
  std::string issuer;  ///< alpha-3
  std::string nationality;
  std::string surname;
  std::string given_names;
  Date birth_date;
  std::string sex;  ///< "female", "male", "unspecified"
  Date expires_on;
};
BOOST_DESCRIBE_STRUCT(PaperFields, (),
                      (document_number, issuer, nationality, surname, given_names, birth_date, sex,
                       expires_on))

/// What stands on a form. Either the zone or the fields.
struct EnterForm {
  std::string number;
  Instant happened_at;
  std::string decided_by;
  crossings::Direction direction = crossings::Direction::entry;
  crossings::Outcome outcome = crossings::Outcome::admit;  ///< "admit" or "refuse"
  std::optional<std::string> lane;
  std::optional<std::string> mrz;
  std::optional<PaperFields> fields;
  std::optional<std::vector<std::string>> grounds;  ///< letters, of a refusal
  std::optional<std::string> note;
  std::optional<std::string> purpose;
  std::optional<int> days_granted;
};
BOOST_DESCRIBE_STRUCT(EnterForm, (),
                      (number, happened_at, decided_by, direction, outcome, lane, mrz, fields, grounds, note,
                       purpose, days_granted))

struct EnteredForm {
  ports::PaperRow form;
  std::string verdict;  ///< what the checks come to now
  /// Hits that the first line may see; each is found later, and the second line has it.
  std::int64_t hits_found_later = 0;
};
BOOST_DESCRIBE_STRUCT(EnteredForm, (), (form, verdict, hits_found_later))

inline constexpr int kFormsShown = 500;
inline constexpr std::size_t kPaperTextBytesMax = 2000;
inline constexpr std::size_t kPaperNameBytesMax = 200;

/// Crossings on paper (Action::enter_fallback). Thread-safe: holds no state of its own.
class PaperForms {
 public:
  explicit PaperForms(const Parts& parts) : parts_{parts} {}

  /// Numbers new blanks. Fails `malformed/count_out_of_range`, `malformed/unknown_language`.
  [[nodiscard]] Result<PrintedBatch> print(const ports::Caller& caller, const PrintForms& input,
                                           const ports::ActRequest& request = {}) const;
  /// The blanks of a batch, PDF; the same paper each time. Fails `not_found/batch_unknown`,
  /// `unavailable/print_failed`.
  [[nodiscard]] Result<std::string> batch_pdf(const ports::Caller& caller, PaperBatchId id) const;
  /// Those not entered first; at most kFormsShown.
  [[nodiscard]] Result<std::vector<ports::PaperRow>> list(const ports::Caller& caller) const;
  /// Fails as continuity::read_paper_number and continuity::delay_of, as inspection::Inspections::open,
  /// `not_found/paper_unknown`, `conflict/paper_entered`, `malformed/decided_by_missing`,
  /// `malformed/outcome_not_for_paper`, `malformed/document_missing` (neither zone nor fields, or both),
  /// `malformed/mrz_...` of documents::write_mrz, and for a refusal `malformed/ground_unknown`.
  [[nodiscard]] Result<EnteredForm> enter(const ports::Caller& caller, const EnterForm& input) const;

 private:
  Parts parts_;
};

}  // namespace cardea::fallback
