#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cardea/journal/proof.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/journal_proof.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/privacy/unusual_reads.hpp"

namespace cardea::accountability {

/// What the flow works with. All references are borrowed and must outlive it.
struct Parts {
  ports::Recorder& recorder;
  const ports::Records& records;
  const Clock& clock;
  const privacy::UnusualReads& rules;
  ports::CheckChain check_chain;
  ports::SignHead sign_head;
};

/// What the auditor looks for; what is absent does not count.
struct ReadSearch {
  std::optional<TravellerId> traveller_id;
  std::optional<std::string> document_number;  ///< case and blanks do not count
  std::optional<std::string> surname;          ///< family name as in the machine readable zone
  std::optional<std::string> subject;          ///< id of an inspection, or the word of a list
  std::optional<std::string> officer;          ///< user name, or "console"
  std::optional<std::string> what;
  std::optional<Instant> from;
  std::optional<Instant> until;  ///< exclusive
  bool unusual_only = false;
  std::optional<bool> reviewed;  ///< only looks that were judged for good, or only those that were not
  std::int64_t before = 0;       ///< `next_before` of the page before
  int limit = 50;                ///< at most kReadsMax
};

inline constexpr int kReadsMax = 200;
/// Rows that one search for unusual reads looks at before it hands back what it has.
inline constexpr int kReadsJudgedMax = 2000;

/// What came of an unusual look.
struct ReadReviewView {
  std::string judgement;  ///< word of privacy::ReadJudgement
  std::string note;
  std::string reviewed_by;  ///< display name
  Instant reviewed_at;
  std::optional<std::string> explanation;  ///< of the reader
  std::optional<Instant> explained_at;
};
BOOST_DESCRIBE_STRUCT(ReadReviewView, (),
                      (judgement, note, reviewed_by, reviewed_at, explanation, explained_at))

/// One look at personal data.
struct ReadView {
  std::int64_t sequence = 0;
  Digest hash{};
  Instant at;
  std::string officer;  ///< id, or a word of the node itself
  std::string officer_name;
  std::string purpose;
  std::string what;
  std::string subject;
  std::optional<TravellerId> traveller_id;
  std::string traveller_name;  ///< empty when it is about nobody, or about somebody no longer known
  std::string result;
  std::int64_t records = 0;
  std::optional<std::string> lane;
  bool own_work = false;
  std::vector<std::string> flags;  ///< words of privacy::ReadFlag
  std::optional<ReadReviewView> review;
};
BOOST_DESCRIBE_STRUCT(ReadView, (),
                      (sequence, hash, at, officer, officer_name, purpose, what, subject, traveller_id,
                       traveller_name, result, records, lane, own_work, flags, review))

struct ReadPage {
  std::vector<ReadView> reads;  ///< newest first
  std::optional<std::int64_t> next_before;
};
BOOST_DESCRIBE_STRUCT(ReadPage, (), (reads, next_before))

struct ReviewRead {
  std::string judgement;  ///< word of privacy::ReadJudgement
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ReviewRead, (), (judgement, note))

/// A look whose reader is asked to explain it.
struct ExplanationAsked {
  std::int64_t sequence = 0;
  Instant at;  ///< of the look
  std::string what;
  std::string subject;
  std::string note;  ///< of who asks
  Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(ExplanationAsked, (), (sequence, at, what, subject, note, asked_at))

inline constexpr std::size_t kReviewBytesMax = 2000;

/// The auditor's look at the node (Action::read_audit): it changes nothing but the log of its own looks.
/// What is unusual is judged by a data officer (Action::answer_data_subject), never by the reader.
/// Thread-safe: holds no state of its own.
class Accountability {
 public:
  explicit Accountability(Parts parts) : parts_{std::move(parts)} {}

  /// Who read what about whom. The search itself is recorded as a look at the read log.
  [[nodiscard]] Result<ReadPage> reads(const ports::Caller& caller, const ReadSearch& search) const;

  /// Looks with a flag, for who judges them. Recorded as `reads`.
  [[nodiscard]] Result<ReadPage> flagged(const ports::Caller& caller, const ReadSearch& search) const;
  /// Judges a look with a flag; one for which an explanation was asked may be judged again. Fails
  /// `not_found/read_unknown`, `conflict/read_not_flagged`, `forbidden/own_read`, `conflict/read_reviewed`,
  /// `malformed/read_judgement_unknown`, `malformed/reason_missing`, `malformed/text_too_long`,
  /// `malformed/text_invalid`.
  [[nodiscard]] Result<ReadView> review(const ports::Caller& caller, std::int64_t sequence,
                                        const ReviewRead& input) const;
  /// What the caller is asked to explain; any officer's own.
  [[nodiscard]] Result<std::vector<ExplanationAsked>> explanations_asked(const ports::Caller& caller) const;
  /// Once. Fails `not_found/explanation_not_asked`, and as `review` for the text.
  [[nodiscard]] Done explain(const ports::Caller& caller, std::int64_t sequence,
                             const std::string& explanation) const;

  [[nodiscard]] Result<ports::ChainState> chain(const ports::Caller& caller) const;

  /// Proof that the node recorded this entry, against a head signed now. Reads the hashes of all entries.
  /// Fails `not_found/entry_unknown`.
  [[nodiscard]] Result<journal::EntryProof> proof(const ports::Caller& caller, std::int64_t sequence) const;

 private:
  Parts parts_;
};

}  // namespace cardea::accountability
