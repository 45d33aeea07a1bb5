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
  std::int64_t before = 0;  ///< `next_before` of the page before
  int limit = 50;           ///< at most kReadsMax
};

inline constexpr int kReadsMax = 200;
/// Rows that one search for unusual reads looks at before it hands back what it has.
inline constexpr int kReadsJudgedMax = 2000;

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
};
BOOST_DESCRIBE_STRUCT(ReadView, (),
                      (sequence, hash, at, officer, officer_name, purpose, what, subject, traveller_id,
                       traveller_name, result, records, lane, own_work, flags))

struct ReadPage {
  std::vector<ReadView> reads;  ///< newest first
  std::optional<std::int64_t> next_before;
};
BOOST_DESCRIBE_STRUCT(ReadPage, (), (reads, next_before))

/// The auditor's look at the node (Action::read_audit): it changes nothing but the log of its own looks.
/// Thread-safe: holds no state of its own.
class Accountability {
 public:
  explicit Accountability(Parts parts) : parts_{std::move(parts)} {}

  /// Who read what about whom. The search itself is recorded as a look at the read log.
  [[nodiscard]] Result<ReadPage> reads(const ports::Caller& caller, const ReadSearch& search) const;

  [[nodiscard]] Result<ports::ChainState> chain(const ports::Caller& caller) const;

  /// Proof that the node recorded this entry, against a head signed now. Reads the hashes of all entries.
  /// Fails `not_found/entry_unknown`.
  [[nodiscard]] Result<journal::EntryProof> proof(const ports::Caller& caller, std::int64_t sequence) const;

 private:
  Parts parts_;
};

}  // namespace cardea::accountability
