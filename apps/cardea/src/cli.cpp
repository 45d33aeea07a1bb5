#include "cli.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <ostream>

#include "commands.hpp"

namespace cardea::app {
namespace {

using Command = std::function<ExitCode(const Streams&)>;

constexpr const char* kExitCodes =
    "Exit codes: 0 done, 1 what was verified does not hold, 2 usage, 3 malformed input, 4 refused, 5 "
    "unavailable,\n"
    "6 stored data damaged, 70 a fault in the program.";

/// Builds the tree of commands; `chosen` receives the one that was named.
class Parser {
 public:
  explicit Parser(Command& chosen) : chosen_{chosen} {
    root_.require_subcommand(1);
    root_.footer(kExitCodes);
    add_node_commands();
    add_user_commands();
    add_list_commands();
    add_permit_commands();
    add_screening_commands();
    add_mrz_commands();
    add_journal_commands();
    add_report_commands();
    add_retention_commands();
    add_version();
  }

  CLI::App& root() { return root_; }

 private:
  template <class Options>
  CLI::App* add(CLI::App& parent, const char* name, const char* text, std::shared_ptr<Options> options,
                ExitCode (*command)(const Options&, const Streams&)) {
    CLI::App* app = parent.add_subcommand(name, text);
    app->footer(kExitCodes);
    app->callback([this, options, command] {
      chosen_ = [options, command](const Streams& streams) { return command(*options, streams); };
    });
    return app;
  }

  static void data_option(CLI::App* app, DataFolder& data) {
    app->add_option("--data", data.path, "Folder of the node")->capture_default_str();
  }
  static void json_flag(CLI::App* app, bool& flag) { app->add_flag("--json", flag, "Print JSON"); }

  CLI::App& group(const char* name, const char* text) {
    CLI::App* app = root_.add_subcommand(name, text);
    app->require_subcommand(1);
    return *app;
  }

  void add_init() {
    auto options = std::make_shared<InitOptions>();
    CLI::App* app = add(root_, "init", "Make a node: keys, database, one-time enrolment code", options, init);
    data_option(app, options->data);
    app->add_option("--post", options->post, "Name of the post")->required();
    app->add_option("--state", options->state, "State it belongs to, alpha-3")->capture_default_str();
    app->add_option("--agency", options->agency, "Agency that runs it")->capture_default_str();
    app->add_option("--time-zone", options->time_zone, "IANA time zone of the post")->capture_default_str();
    app->add_option("--lanes", options->lanes, "Names of the lanes")->delimiter(',')->capture_default_str();
    json_flag(app, options->as_json);
  }

  void add_serve() {
    auto options = std::make_shared<ServeOptions>();
    CLI::App* app = add(root_, "serve", "Serve the API and the officer application", options, serve);
    data_option(app, options->data);
    app->add_option("--address", options->address, "Address to listen on")->capture_default_str();
    app->add_option("--port", options->port, "Port; 0 takes any free one")->capture_default_str();
    auto* certificate = app->add_option("--tls-certificate", options->certificate, "Certificate chain, PEM");
    auto* key = app->add_option("--tls-key", options->key, "Private key, PEM");
    app->add_option("--client-authority", options->client_authority,
                    "Authority of the certificates with which officers may sign in, PEM")
        ->needs(certificate);
    certificate->needs(key);
    key->needs(certificate);
    app->add_option("--web-root", options->web_root, "Folder of the built officer application");
    app->add_option("--workers", options->workers, "Worker threads")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    app->add_option("--log-level", options->log_level, "info or error")
        ->check(CLI::IsMember({"info", "error"}))
        ->capture_default_str();
  }

  void add_node_commands() {
    add_init();
    add_serve();
    auto options = std::make_shared<DataOptions>();
    CLI::App* app = add(root_, "migrate", "Bring a database to this program's schema", options, migrate);
    data_option(app, options->data);
    json_flag(app, options->as_json);
  }

  void add_user_commands() {
    CLI::App& users = group("user", "Officers of the node");
    auto added = std::make_shared<UserAddOptions>();
    CLI::App* app = add(users, "add", "Add an officer; prints a random password once", added, user_add);
    data_option(app, added->data);
    app->add_option("name", added->user_name, "User name")->required();
    app->add_option("--display-name", added->display_name, "Name shown on screens");
    app->add_option("--role", added->roles,
                    "officer, shift_leader, watchlist_owner, administrator; repeatable")
        ->delimiter(',')
        ->capture_default_str();
    app->add_flag("--password-stdin", added->password_from_input, "Read the password from standard input");
    json_flag(app, added->as_json);
    auto listed = std::make_shared<DataOptions>();
    app = add(users, "list", "List officers", listed, user_list);
    data_option(app, listed->data);
    json_flag(app, listed->as_json);
    add_officer_commands();
  }

  void add_officer_commands() {
    CLI::App& officers = group("officer", "What only the operator of the node does for an officer");
    auto reset = std::make_shared<SecondFactorResetOptions>();
    CLI::App* app = add(officers, "reset-second-factor",
                        "Take away a lost second factor; the officer's sessions end, and it is recorded",
                        reset, reset_second_factor);
    data_option(app, reset->data);
    app->add_option("name", reset->user_name, "User name")->required();
    app->add_option("--reason", reset->reason, "Why; recorded")->required();
    json_flag(app, reset->as_json);
  }

  void add_list_commands() {
    CLI::App& lists = group("lists", "Lists of alerts");
    auto imported = std::make_shared<ListImportOptions>();
    CLI::App* app =
        add(lists, "import", "Import one list version, in one transaction", imported, lists_import);
    data_option(app, imported->data);
    app->add_option("files", imported->files, "Files of one list; the format is recognised")->required();
    app->add_option("--version-label", imported->version, "Version, when the file does not say it");
    app->add_flag("--force", imported->forced, "Take a version that withdraws more than half of the list");
    json_flag(app, imported->as_json);
    auto shown = std::make_shared<DataOptions>();
    app = add(lists, "show", "Show what is loaded", shown, lists_show);
    data_option(app, shown->data);
    json_flag(app, shown->as_json);
  }

  void add_permit_commands() {
    CLI::App& permits = group("permits", "Visas, permits and cards");
    auto options = std::make_shared<PermitImportOptions>();
    CLI::App* app = add(permits, "import", "Import permits from CSV, all or none", options, permits_import);
    data_option(app, options->data);
    app->add_option("file", options->file,
                    "Columns: kind, number, document_issuer, document_number, holder, "
                    "valid_from, valid_to, days, entries, territory, zone")
        ->required();
    json_flag(app, options->as_json);
  }

  void add_screening_commands() {
    auto options = std::make_shared<ScreenOptions>();
    CLI::App* app =
        add(root_, "screen", "Ask lists about people: JSON lines in, JSON lines out", options, screen);
    auto* files = app->add_option("--list", options->list_files, "Files of the lists to ask");
    auto* database =
        app->add_option("--database", options->database, "Data folder of a node whose lists are asked");
    files->excludes(database);
    app->add_option("--mode", options->mode, "high_recall, balanced or high_precision")
        ->check(CLI::IsMember({"high_recall", "balanced", "high_precision"}))
        ->capture_default_str();
    CLI::App& names = group("names", "Names");
    CLI::App* compare =
        names.add_subcommand("compare", "Tab-separated pairs in, a score of 0 to 100 a line out");
    compare->callback([this] { chosen_ = names_compare; });
  }

  void add_mrz_commands() {
    CLI::App& mrz = group("mrz", "Machine readable zones");
    auto options = std::make_shared<MrzReadOptions>();
    CLI::App* app = add(mrz, "read", "Documents in, separated by blank lines; one JSON object a line out",
                        options, mrz_read);
    app->add_option("--as-of", options->as_of, "Date of reading, YYYY-MM-DD; today when absent");
    app = mrz.add_subcommand("write", "JSON lines in, documents separated by blank lines out");
    app->callback([this] { chosen_ = mrz_write; });
  }

  void add_journal_commands() {
    CLI::App& journal = group("journal", "The journal of the node");
    add_journal(journal, "verify", "Verify the chain from the first entry to the last", journal_verify);
    add_journal(journal, "rebuild", "Replay the journal into empty tables and compare", journal_rebuild);
    add_prove(journal);
    add_check_proof(journal);
  }

  void add_retention_commands() {
    CLI::App& retention = group("retention", "Keeping data no longer than the law allows");
    auto options = std::make_shared<RetentionOptions>();
    CLI::App* app =
        add(retention, "run", "Give notice where it is due, erase what is due", options, retention_run);
    data_option(app, options->data);
    app->add_flag("--dry-run", options->dry_run, "Say what would happen, and do nothing");
    json_flag(app, options->as_json);
  }

  void add_prove(CLI::App& journal) {
    auto options = std::make_shared<ProveOptions>();
    CLI::App* app =
        add(journal, "prove", "Print the proof that the node recorded an entry", options, journal_prove);
    data_option(app, options->data);
    app->add_option("sequence", options->sequence, "Number of the entry")->required();
  }

  void add_check_proof(CLI::App& journal) {
    auto options = std::make_shared<CheckProofOptions>();
    CLI::App* app = add(journal, "check-proof", "Check a proof; needs no node", options, journal_check_proof);
    app->add_option("file", options->file, "File that holds the proof")->required();
    app->add_option("--public-key", options->public_key,
                    "Key of the node, hexadecimal, as learnt from elsewhere; else the proof's own");
    json_flag(app, options->as_json);
  }

  void add_journal(CLI::App& journal, const char* name, const char* text,
                   ExitCode (*command)(const JournalOptions&, const Streams&)) {
    auto options = std::make_shared<JournalOptions>();
    CLI::App* app = add(journal, name, text, options, command);
    data_option(app, options->data);
    json_flag(app, options->as_json);
  }

  void add_report_commands() {
    CLI::App& reports = group("report", "Reports from the journal's tables");
    auto options = std::make_shared<ReportOptions>();
    CLI::App* app = add(reports, "coverage", "Admitted persons without a verdict or a recorded fallback",
                        options, report_coverage);
    data_option(app, options->data);
    app->add_option("--from", options->from, "First day, YYYY-MM-DD; today when absent");
    app->add_option("--to", options->to, "Day after the last one; the day after --from when absent");
    json_flag(app, options->as_json);
  }

  void add_version() {
    auto as_json = std::make_shared<bool>(false);
    CLI::App* app = root_.add_subcommand("version", "Print the version");
    json_flag(app, *as_json);
    app->callback([this, as_json] {
      chosen_ = [as_json](const Streams& streams) { return version(*as_json, streams); };
    });
  }

  Command& chosen_;
  CLI::App root_{"Cardea: an open integrated border management system", "cardea"};
};

/// What was printed and did not arrive, on a full disk say, was not done.
ExitCode with_output_written(ExitCode code, const Streams& streams) {
  streams.out.flush();
  if (streams.out || code != ExitCode::done) return code;
  return report(streams, {ErrorKind::unavailable, "output_unwritable", {}});
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Streams& streams) {
  Command chosen;
  Parser parser(chosen);
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    parser.root().parse(reversed);
  } catch (const CLI::ParseError& problem) {
    const int code = parser.root().exit(problem, streams.out, streams.err);
    return code == 0 ? 0 : static_cast<int>(ExitCode::usage);
  }
  return static_cast<int>(with_output_written(chosen(streams), streams));
}

}  // namespace cardea::app
