#include <csignal>
#include <filesystem>
#include <ostream>

#include "cardea/casework/cases.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/crypto/node_key.hpp"
#include "cardea/http/api.hpp"
#include "cardea/http/server.hpp"
#include "cardea/http/static_files.hpp"
#include "cardea/http/watched_recorder.hpp"
#include "cardea/lists/manifest.hpp"
#include "cardea/print/pango_printer.hpp"
#include "cardea/system/evidence_folder.hpp"
#include "cardea/system/screening_index.hpp"
#include "chain_watch.hpp"
#include "commands.hpp"
#include "list_files.hpp"
#include "list_watcher.hpp"
#include "node.hpp"
#include "standard_data.hpp"
#include "version.hpp"

namespace cardea::app {
namespace {

/// Everything a serving node is made of, in the order in which the parts need each other.
struct Service {
  Service(Node& opened, const std::string& folder, const crypto::NodeKey& key,
          std::unique_ptr<http::Log> log_sink)
      : node{opened},
        log{std::move(log_sink)},
        events{node.records()},
        recorder{node.store(), events, metrics, times},
        watcher{node.records(), index, node.clock(), *log},
        inspections{{.recorder = recorder,
                     .records = node.records(),
                     .index = index,
                     .clock = node.clock(),
                     .ids = node.ids(),
                     .rules = crossings::standard_rules(),
                     .issuers = issuer_codes(),
                     .times = &times}},
        evidence{evidence_path(folder)},
        cases{{.recorder = recorder,
               .records = node.records(),
               .clock = node.clock(),
               .ids = node.ids(),
               .printer = printer,
               .evidence = evidence,
               .grounds = crossings::standard_rules().refusal,
               .targets = cardea::cases::standard_case_targets(),
               .forms = cardea::cases::standard_interview_forms()}},
        travellers{{.recorder = recorder,
                    .records = node.records(),
                    .clock = node.clock(),
                    .ids = node.ids(),
                    .rules = crossings::standard_rules()}},
        passages{{.recorder = recorder,
                  .records = node.records(),
                  .index = index,
                  .clock = node.clock(),
                  .ids = node.ids(),
                  .issuers = issuer_codes(),
                  .alert_rules = watchlist::standard_alert_rules(),
                  .read_manifest = lists::read_manifest}},
        lists{recorder, node.records(), node.clock()},
        own_alerts{
            {recorder, node.records(), index, node.clock(), node.ids(), watchlist::standard_alert_rules()}},
        hits{{recorder, node.records(), node.clock(), watchlist::standard_alert_rules()}},
        administration{node.administration(recorder)},
        chain{node.store(), node.clock()},
        accountability{{.recorder = recorder,
                        .records = node.records(),
                        .clock = node.clock(),
                        .rules = privacy::standard_unusual_reads(),
                        .check_chain = [this] { return chain.state(); },
                        .sign_head = [&key](ByteView message) { return key.sign(message); }}},
        operations{{.recorder = recorder,
                    .records = node.records(),
                    .index = index,
                    .clock = node.clock(),
                    .ids = node.ids(),
                    .rules = continuity::standard_degradation(),
                    .times = &times}},
        reporting{node.records(), node.clock(), crossings::standard_rules()},
        retention{{.recorder = recorder,
                   .records = node.records(),
                   .clock = node.clock(),
                   .ids = node.ids(),
                   .schedule = privacy::standard_retention()}},
        guidance{{.recorder = recorder,
                  .records = node.records(),
                  .clock = node.clock(),
                  .rules = procedures::standard_certificate_rules()}},
        data_subjects{{.recorder = recorder,
                       .records = node.records(),
                       .clock = node.clock(),
                       .ids = node.ids(),
                       .rules = privacy::standard_data_subject_rules(),
                       .schedule = privacy::standard_retention(),
                       .printer = printer,
                       .sign_head = [&key](ByteView message) { return key.sign(message); }}},
        paper{{.recorder = recorder,
               .records = node.records(),
               .clock = node.clock(),
               .ids = node.ids(),
               .printer = printer,
               .inspections = inspections,
               .rules = continuity::standard_paper_rules(),
               .grounds = crossings::standard_rules().refusal}} {
    node.store().on_committed([this](std::int64_t, std::int64_t last) {
      events.notify(last);
      watcher.notify();
    });
  }
  ~Service() { node.store().on_committed({}); }

  Node& node;
  std::unique_ptr<http::Log> log;
  http::Metrics metrics;
  http::EventHub events;
  ports::SourceTimes times;
  http::WatchedRecorder recorder;
  system::AtomicScreeningIndex index;
  ListWatcher watcher;
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
  ChainWatch chain;
  accountability::Accountability accountability;
  operations::Operations operations;
  reporting::Reporting reporting;
  accountability::Retention retention;
  guidance::Guidance guidance;
  accountability::DataSubjects data_subjects;
  fallback::PaperForms paper;
};

/// A list that came over the API: read, put in force, and searched from now on.
Result<alerts::ImportReport> import_upload(Service& service, const ports::Caller& caller,
                                           const http::UploadedList& upload) {
  auto read = read_list_files({{upload.path.string(), upload.file_name}}, {});
  if (!read) {
    return pass_on(read);
  }
  const ListFromFiles& list = read->front();
  if (list.parsed.source != upload.source) {
    return fail(ErrorKind::malformed, "list_source_mixed", "the file is of the list " + list.parsed.source);
  }
  auto report = service.lists.import_list(caller, input_of(list), upload.shrinking);
  if (const auto refreshed = service.watcher.refresh(); report && !refreshed) {
    return pass_on(refreshed);
  }
  return report;
}

http::Router make_router(Service& service, const ServeOptions& options, http::StaticFiles& files) {
  auto router =
      http::make_api({.inspections = service.inspections,
                      .cases = service.cases,
                      .travellers = service.travellers,
                      .passages = service.passages,
                      .lists = service.lists,
                      .own_alerts = service.own_alerts,
                      .hits = service.hits,
                      .administration = service.administration,
                      .accountability = service.accountability,
                      .operations = service.operations,
                      .reporting = service.reporting,
                      .retention = service.retention,
                      .guidance = service.guidance,
                      .data_subjects = service.data_subjects,
                      .paper = service.paper,
                      .records = service.node.records(),
                      .recorder = service.recorder,
                      .index = service.index,
                      .refusal_grounds = crossings::standard_rules().refusal,
                      .clock = service.node.clock(),
                      .metrics = service.metrics,
                      .import_upload =
                          [&service](const ports::Caller& caller, const http::UploadedList& upload) {
                            return import_upload(service, caller, upload);
                          },
                      .version = std::string(kVersion)});
  if (!options.web_root.empty()) {
    router.set_fallback([&files](const http::Request& request) { return files.answer(request); });
  }
  return router;
}

http::ServerOptions server_options(const ServeOptions& options) {
  http::ServerOptions server{.address = options.address,
                             .port = options.port,
                             .workers = static_cast<std::size_t>(options.workers),
                             .upload_folder = uploads_path(options.data.path)};
  if (!options.certificate.empty()) {
    server.tls = http::TlsFiles{options.certificate, options.key, options.client_authority};
  }
  return server;
}

/// Signals that end the node are taken by the main thread alone, so they are blocked before any thread is
/// made.
sigset_t block_ending_signals() {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return ending;
}

/// Until a signal ends the node; meanwhile cases whose time limit has lapsed are told to the next level, and
/// manifests whose time is over are erased.
void wait_and_sweep(Service& service, const sigset_t& ending) {
  constexpr timespec kEvery{30, 0};
  while (sigtimedwait(&ending, nullptr, &kEvery) < 0) {
    if (const Done swept = service.cases.sweep(); !swept && swept.error().reason != "node_not_made")
      service.log->error("case_sweep", swept.error().reason);
    if (const Done swept = service.passages.sweep(); !swept && swept.error().reason != "node_not_made")
      service.log->error("manifest_sweep", swept.error().reason);
  }
}

Result<http::StaticFiles> load_web(const std::string& folder) {
  return folder.empty() ? Result<http::StaticFiles>(http::StaticFiles{}) : http::StaticFiles::load(folder);
}

Done serve_until_signal(Service& service, const ServeOptions& options, const sigset_t& ending,
                        const Streams& streams) {
  auto files = load_web(options.web_root);
  if (!files) {
    return pass_on(files);
  }
  if (const auto loaded = service.watcher.refresh(); !loaded) {
    return loaded;
  }
  auto server = http::Server::start(server_options(options), make_router(service, options, *files),
                                    {service.metrics, *service.log, &service.events});
  if (!server) {
    return pass_on(server);
  }
  print_line(streams, json::object{{"listening", (*server)->origin()}});
  streams.out.flush();
  wait_and_sweep(service, ending);
  (*server)->stop();
  service.node.store().stop();
  return {};
}

}  // namespace

ExitCode serve(const ServeOptions& options, const Streams& streams) {
  const sigset_t ending = block_ending_signals();
  const auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const auto key = crypto::NodeKey::load(key_path(options.data.path));
  if (!key) {
    return report(streams, key.error());
  }
  Service service(
      **node, options.data.path, *key,
      http::make_json_log(options.log_level == "error" ? http::LogLevel::error : http::LogLevel::info));
  const auto served = serve_until_signal(service, options, ending, streams);
  return served ? ExitCode::done : report(streams, served.error());
}

}  // namespace cardea::app
