#include "test_node.hpp"

#include <stdlib.h>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "cardea/access/one_time_code.hpp"
#include "cardea/casework/cases.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/crypto/node_key.hpp"
#include "cardea/crypto/password_hasher.hpp"
#include "cardea/crypto/random.hpp"
#include "cardea/crypto/second_factor.hpp"
#include "cardea/documents/issuers.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/lists/importers.hpp"
#include "cardea/lists/manifest.hpp"
#include "cardea/print/pango_printer.hpp"
#include "cardea/sql/store.hpp"
#include "cardea/system/evidence_folder.hpp"
#include "cardea/system/ids.hpp"
#include "cardea/system/screening_index.hpp"

namespace cardea::test {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(std::string(result.error().reason) + " " + result.error().detail);
  return std::move(*result);
}

std::filesystem::path new_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "cardea-node-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no folder for a test node");
  return pattern;
}

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

Result<lists::ParsedList> read_list(const std::string& file_name, std::string_view text) {
  const auto format = lists::recognise(file_name, text.substr(0, 4096));
  if (!format) return pass_on(format);
  switch (*format) {
    case lists::ListFormat::un_consolidated:
      return lists::read_un_consolidated(text);
    case lists::ListFormat::eu_fsf:
      return lists::read_eu_sanctions(text);
    case lists::ListFormat::sdn_advanced:
      return lists::read_sdn_advanced(text);
    case lists::ListFormat::own_csv:
      return lists::read_own_csv(text);
    case lists::ListFormat::ofac_sdn:
    case lists::ListFormat::ofac_alt:
    case lists::ListFormat::ofac_add:
    case lists::ListFormat::ofac_comments:
      return fail(ErrorKind::malformed, "list_needs_all_files");
  }
  __builtin_unreachable();
}

}  // namespace

struct TestNode::Inside {
  const Clock& clock;
  crypto::SystemRandom random;
  crypto::Argon2PasswordHasher hasher{crypto::cheapest_argon2()};
  crypto::AesSecretBox box{crypto::BoxKey{}, random};
  crypto::HmacCodes codes;
  system::SystemIdSource ids;
  std::unique_ptr<sql::Store> store;
  system::AtomicScreeningIndex index;
  documents::IssuerCodes issuers;
  http::Metrics metrics;
  std::unique_ptr<http::Log> log = http::make_silent_log();
  http::EventHub hub;
  ports::SourceTimes times;
  http::WatchedRecorder recorder;
  inspection::Inspections inspections;
  print::PangoPrinter printer;
  system::EvidenceFolder evidence;
  casework::Cases cases;
  travellers::Travellers travellers;
  passages::Passages passages;
  alerts::Lists lists;
  alerts::OwnAlerts own_alerts;
  alerts::Hits hits;
  administration::Administration administration;
  crypto::NodeKey key = crypto::NodeKey::generate();
  accountability::Accountability accountability;
  operations::Operations operations;
  reporting::Reporting reporting;
  accountability::Retention retention;
  guidance::Guidance guidance;
  accountability::DataSubjects data_subjects;
  fallback::PaperForms paper;

  Inside(const std::filesystem::path& folder, const Clock& node_clock)
      : clock{node_clock},
        ids{clock, random},
        store{
            must(sql::Store::open({(folder / "cardea.db").string(), sql::OpenMode::create}, clock, random))},
        issuers{must(documents::IssuerCodes::parse(documents::issuer_codes_text()))},
        hub{store->records()},
        recorder{*store, hub, metrics, times},
        inspections{{recorder,
                     store->records(),
                     index,
                     clock,
                     ids,
                     crossings::standard_rules(),
                     issuers,
                     {},
                     &times}},
        evidence{folder / "evidence"},
        cases{{recorder, store->records(), clock, ids, printer, evidence, crossings::standard_rules().refusal,
               cardea::cases::standard_case_targets(), cardea::cases::standard_interview_forms()}},
        travellers{{recorder, store->records(), clock, ids, crossings::standard_rules()}},
        passages{{recorder, store->records(), index, clock, ids, issuers, watchlist::standard_alert_rules(),
                  lists::read_manifest}},
        lists{recorder, store->records(), clock},
        own_alerts{{recorder, store->records(), index, clock, ids, watchlist::standard_alert_rules()}},
        hits{{recorder, store->records(), clock, watchlist::standard_alert_rules()}},
        administration{{recorder, store->records(), clock, ids, random, hasher, box, codes}},
        accountability{{recorder, store->records(), clock, privacy::standard_unusual_reads(),
                        [this] { return sql::chain_state(*store, clock); },
                        [this](ByteView message) { return key.sign(message); }}},
        operations{
            {recorder, store->records(), index, clock, ids, continuity::standard_degradation(), &times}},
        reporting{store->records(), clock, crossings::standard_rules()},
        retention{{recorder, store->records(), clock, ids, privacy::standard_retention()}},
        guidance{{recorder, store->records(), clock, procedures::standard_certificate_rules()}},
        data_subjects{{recorder, store->records(), clock, ids, privacy::standard_data_subject_rules(),
                       privacy::standard_retention(), printer,
                       [this](ByteView message) { return key.sign(message); }}},
        paper{{recorder, store->records(), clock, ids, printer, inspections,
               continuity::standard_paper_rules(), crossings::standard_rules().refusal}} {
    store->on_committed([this](std::int64_t, std::int64_t last) { hub.notify(last); });
  }

  Result<alerts::ImportReport> put_in_force(const ports::Caller& caller, const lists::ParsedList& list,
                                            std::string_view bytes, alerts::Shrinking shrinking) {
    const auto report = lists.import_list(
        caller, {list.source, list.version, to_hex(sha256(bytes)), list.alerts, list.quarantined}, shrinking);
    if (!report) return report;
    auto snapshot = alerts::load_snapshot(store->records());
    if (!snapshot) return pass_on(snapshot);
    index.publish(std::make_shared<const ports::ScreeningSnapshot>(std::move(*snapshot)));
    return report;
  }

  Result<alerts::ImportReport> import_upload(const ports::Caller& caller, const http::UploadedList& upload) {
    const std::string bytes = read_whole(upload.path);
    const auto list = read_list(upload.file_name, bytes);
    if (!list) return pass_on(list);
    if (list->source != upload.source) return fail(ErrorKind::malformed, "list_source_mixed");
    return put_in_force(caller, *list, bytes, upload.shrinking);
  }

  http::ApiParts api_parts(std::size_t upload_max) {
    return {inspections,
            cases,
            travellers,
            passages,
            lists,
            own_alerts,
            hits,
            administration,
            accountability,
            operations,
            reporting,
            retention,
            guidance,
            data_subjects,
            paper,
            store->records(),
            recorder,
            index,
            crossings::standard_rules().refusal,
            clock,
            metrics,
            [this](const auto& caller, const auto& upload) { return import_upload(caller, upload); },
            "test",
            upload_max};
  }
};

TestNode::TestNode(const Clock& clock, NodeOptions options)
    : folder_{new_folder()}, inside_{std::make_unique<Inside>(folder_, clock)} {
  if (options.made) {
    const auto made = must(inside_->administration.init_node(
        {"North Gate", "UTO", "immigration", "UTC", {"lane-1", "lane-2"}, std::string(64, 'a')}));
    enrolment_code_ = made.enrolment_code.reveal();
  }
  http::Router router = http::make_api(inside_->api_parts(options.upload_max));
  for (const auto& route : router.routes())
    routes_.push_back(std::string(name(route.method)) + " " + route.pattern);
  options.server.upload_folder = folder_.string();
  server_ = must(http::Server::start(options.server, std::move(router),
                                     {inside_->metrics, *inside_->log, &inside_->hub}));
}

TestNode::~TestNode() {
  server_.reset();
  inside_->store->stop();
  inside_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

http::EventHub& TestNode::events() { return inside_->hub; }

std::string TestNode::code_now(std::string_view secret) const {
  Bytes bytes;
  unsigned buffer = 0;
  unsigned bits = 0;
  for (const char c : secret) {
    buffer = (buffer << 5U) | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
    buffer &= (1U << bits) - 1U;
  }
  return inside_->codes.code(bytes, access::code_step(inside_->clock.now()));
}

const administration::Administration& TestNode::administration() const { return inside_->administration; }

void TestNode::add_officer(const std::string& user_name, std::vector<std::string> roles) {
  must(inside_->administration.add_officer(ports::operator_at_console(),
                                           {user_name, "Officer", std::move(roles)},
                                           administration::SecretText(kPassword)));
}

Result<alerts::ImportReport> TestNode::import_file(const std::filesystem::path& path) {
  const std::string bytes = read_whole(path);
  const auto list = read_list(path.filename().string(), bytes);
  if (!list) return pass_on(list);
  return inside_->put_in_force(ports::operator_at_console(), *list, bytes, alerts::Shrinking::refuse);
}

Result<alerts::ImportReport> TestNode::import_ofac(const std::filesystem::path& folder) {
  const std::string sdn = read_whole(folder / "sdn.csv");
  const std::string alt = read_whole(folder / "alt.csv");
  const std::string add = read_whole(folder / "add.csv");
  const std::string comments = read_whole(folder / "sdn_comments.csv");
  const auto list = lists::read_ofac_sdn({sdn, alt, add, comments});
  if (!list) return pass_on(list);
  return inside_->put_in_force(ports::operator_at_console(), *list, sdn, alerts::Shrinking::refuse);
}

void TestNode::stop_store() { inside_->store->stop(); }

}  // namespace cardea::test
