#include "cardea/testkit/post.hpp"

#include <fstream>
#include <sstream>

#include "cardea/crossings/rules.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/lists/manifest.hpp"
#include "cardea/testkit/people.hpp"

namespace cardea::testkit {
namespace {

constexpr int kEntriesMax = 100000;

std::string text_of_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

documents::IssuerCodes issuer_codes() {
  const std::string path = std::string(CARDEA_SOURCE_DIR) + "/data/codes/mrz_issuer_codes.tsv";
  return documents::IssuerCodes::parse(text_of_file(path)).value();
}

std::filesystem::path new_folder() {
  crypto::SystemRandom random;
  std::array<std::uint8_t, 8> name{};
  random.fill(name);
  auto path = std::filesystem::temp_directory_path() / ("cardea-test-" + to_hex(name));
  std::filesystem::create_directories(path);
  return path;
}

}  // namespace

TemporaryFolder::TemporaryFolder() : path_{new_folder()} {}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Post::Post()
    : clock{parse_instant("2026-11-23T10:00:00.000000Z").value()},
      ids{clock, random},
      hasher{crypto::cheapest_argon2()},
      issuers{issuer_codes()},
      key{crypto::NodeKey::generate()} {
  const std::string path = (folder_.path() / "post.db").string();
  store_ = sql::Store::open({path, sql::OpenMode::create}, clock, random).value();
  administration::NewNode node;
  node.post = "North Gate";
  node.state = "RWA";
  node.lanes = {"1", "2"};
  node.public_key = to_hex(key.public_key());
  made_.emplace(administration().init_node(node).value());
}

administration::Administration Post::administration() {
  return administration::Administration({*store_, records(), clock, ids, random, hasher, box, codes});
}

inspection::Inspections Post::inspections() {
  return inspection::Inspections(
      {*store_, records(), index, clock, ids, crossings::standard_rules(), issuers, {}});
}

accountability::Accountability Post::accountability() {
  return accountability::Accountability({*store_, records(), clock, privacy::standard_unusual_reads(),
                                         [this] { return sql::chain_state(*store_, clock); },
                                         [this](ByteView message) { return key.sign(message); }});
}

casework::Cases Post::cases() {
  return casework::Cases({*store_, records(), clock, ids, printer_, evidence_,
                          crossings::standard_rules().refusal, cardea::cases::standard_case_targets(),
                          cardea::cases::standard_interview_forms()});
}

travellers::Travellers Post::travellers() {
  return travellers::Travellers({*store_, records(), clock, ids, crossings::standard_rules()});
}

passages::Passages Post::passages() {
  return passages::Passages({*store_, records(), index, clock, ids, issuers,
                             watchlist::standard_alert_rules(), lists::read_manifest});
}

accountability::Retention Post::retention() {
  return accountability::Retention({*store_, records(), clock, ids, privacy::standard_retention()});
}

guidance::Guidance Post::guidance() {
  return guidance::Guidance({*store_, records(), clock, procedures::standard_certificate_rules()});
}

accountability::DataSubjects Post::data_subjects() {
  return accountability::DataSubjects({*store_, records(), clock, ids, privacy::standard_data_subject_rules(),
                                       privacy::standard_retention(), printer_,
                                       [this](ByteView message) { return key.sign(message); }});
}

fallback::PaperForms Post::paper(const inspection::Inspections& inspections) {
  return fallback::PaperForms({*store_, records(), clock, ids, printer_, inspections,
                               continuity::standard_paper_rules(), crossings::standard_rules().refusal});
}

alerts::Lists Post::lists() { return {*store_, records(), clock}; }

operations::Operations Post::operations() {
  return operations::Operations({*store_, records(), index, clock, ids, continuity::standard_degradation()});
}

reporting::Reporting Post::reporting() { return {records(), clock, crossings::standard_rules()}; }

alerts::OwnAlerts Post::own_alerts() {
  return alerts::OwnAlerts({*store_, records(), index, clock, ids, watchlist::standard_alert_rules()});
}

alerts::Hits Post::hits() {
  return alerts::Hits({*store_, records(), clock, watchlist::standard_alert_rules()});
}

void Post::refresh_snapshot() {
  const alerts::SnapshotOptions options{.on = clock.local_date(clock.now()), .exact = {}, .now = clock.now()};
  index.publish(
      std::make_shared<ports::ScreeningSnapshot>(alerts::load_snapshot(records(), options).value()));
}

ports::Caller Post::officer(const std::string& user_name, std::string role) {
  const administration::NewOfficer officer{user_name, "Officer " + user_name, {std::move(role)}};
  const auto added = administration()
                         .add_officer(ports::operator_at_console(), officer,
                                      administration::SecretText(std::string(kPassword)))
                         .value();
  return {added.officer_id, added.user_name, added.display_name, added.roles, ids.make<SessionId>(), "1"};
}

void Post::list_in_force(std::vector<watchlist::Alert> alerts) {
  if (alerts.empty()) alerts.push_back(alert_about("un_consolidated", "nobody", "ZZYZX QWXQZ", "1901-01-01"));
  const std::string number = std::to_string(++lists_made_);
  const alerts::ListInput input{alerts.front().source, "version " + number, "digest " + number, alerts, {}};
  static_cast<void>(
      lists().import_list(ports::operator_at_console(), input, alerts::Shrinking::accept).value());
  index.publish(std::make_shared<ports::ScreeningSnapshot>(alerts::load_snapshot(records()).value()));
}

std::vector<std::string> Post::journal() const {
  std::vector<std::string> types;
  const auto entries = records().entries_after(0, kEntriesMax);
  for (const journal::Entry& entry : entries.value()) types.push_back(entry.type);
  return types;
}

}  // namespace cardea::testkit
