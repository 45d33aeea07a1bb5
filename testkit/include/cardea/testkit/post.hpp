#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/accountability/accountability.hpp"
#include "cardea/accountability/data_subjects.hpp"
#include "cardea/accountability/retention.hpp"
#include "cardea/administration/administration.hpp"
#include "cardea/alerts/hits.hpp"
#include "cardea/alerts/lists.hpp"
#include "cardea/alerts/own_alerts.hpp"
#include "cardea/casework/cases.hpp"
#include "cardea/crypto/node_key.hpp"
#include "cardea/crypto/password_hasher.hpp"
#include "cardea/crypto/random.hpp"
#include "cardea/crypto/second_factor.hpp"
#include "cardea/documents/issuers.hpp"
#include "cardea/fallback/paper_forms.hpp"
#include "cardea/guidance/guidance.hpp"
#include "cardea/inspection/inspections.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/operations/operations.hpp"
#include "cardea/passages/passages.hpp"
#include "cardea/print/pango_printer.hpp"
#include "cardea/reporting/reporting.hpp"
#include "cardea/sql/store.hpp"
#include "cardea/system/evidence_folder.hpp"
#include "cardea/system/ids.hpp"
#include "cardea/system/screening_index.hpp"
#include "cardea/travellers/travellers.hpp"

namespace cardea::testkit {

/// A folder of its own under the system's place for temporary files, gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A border post made of the real parts: "North Gate" of the state RWA with lanes 1 and 2, on a new SQLite
/// database, at 2026-11-23T10:00:00Z on a clock the test sets. Passwords cost little. Throws when something
/// cannot be made.
class Post {
 public:
  Post();

  ManualClock clock;
  crypto::SystemRandom random;
  system::SystemIdSource ids;
  crypto::Argon2PasswordHasher hasher;
  crypto::AesSecretBox box{crypto::BoxKey{}, random};
  crypto::HmacCodes codes;
  system::AtomicScreeningIndex index;
  documents::IssuerCodes issuers;
  crypto::NodeKey key;

  [[nodiscard]] sql::Store& store() { return *store_; }
  [[nodiscard]] const ports::Records& records() const { return store_->records(); }
  [[nodiscard]] administration::Administration administration();
  [[nodiscard]] inspection::Inspections inspections();
  [[nodiscard]] casework::Cases cases();
  [[nodiscard]] alerts::Lists lists();
  [[nodiscard]] alerts::OwnAlerts own_alerts();
  [[nodiscard]] alerts::Hits hits();
  /// Publishes a new snapshot, as the node does by itself after each change.
  void refresh_snapshot();
  [[nodiscard]] accountability::Accountability accountability();
  [[nodiscard]] operations::Operations operations();
  [[nodiscard]] reporting::Reporting reporting();
  [[nodiscard]] travellers::Travellers travellers();
  [[nodiscard]] passages::Passages passages();
  [[nodiscard]] accountability::Retention retention();
  [[nodiscard]] guidance::Guidance guidance();
  [[nodiscard]] accountability::DataSubjects data_subjects();
  /// Borrows `inspections`, which must outlive it.
  [[nodiscard]] fallback::PaperForms paper(const inspection::Inspections& inspections);

  /// What init_node gave.
  [[nodiscard]] const administration::SecretText& enrolment_code() const { return made_->enrolment_code; }

  /// An officer with this role, added by the operator, standing at lane 1.
  [[nodiscard]] ports::Caller officer(const std::string& user_name, std::string role = "officer");

  /// Puts a list in force and publishes the snapshot. An empty `alerts` publishes one alert about nobody met
  /// in tests.
  void list_in_force(std::vector<watchlist::Alert> alerts = {});

  /// Types of all journal entries, in order.
  [[nodiscard]] std::vector<std::string> journal() const;

 private:
  TemporaryFolder folder_;
  print::PangoPrinter printer_;
  system::EvidenceFolder evidence_{folder_.path() / "evidence"};
  std::unique_ptr<sql::Store> store_;
  std::optional<administration::MadeNode> made_;
  int lists_made_ = 0;
};

/// The password of every officer a test adds.
inline constexpr std::string_view kPassword = "ferry over calm water";

}  // namespace cardea::testkit
