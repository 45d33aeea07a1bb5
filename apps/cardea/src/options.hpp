#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cardea::app {

// What the command line can say; one struct a command. Defaults stand here and nowhere else.

struct DataFolder {
  std::string path = "var/node";
};

struct InitOptions {
  DataFolder data;
  std::string post;
  std::string state = "UTO";
  std::string agency = "immigration";
  std::string time_zone = "UTC";
  std::vector<std::string> lanes{"1"};
  bool as_json = false;
};

struct ServeOptions {
  DataFolder data;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8480;
  std::string certificate;  ///< PEM; with `key` it switches TLS on
  std::string key;
  std::string client_authority;
  std::string web_root;
  int workers = 32;
  std::string log_level = "info";
};

struct UserAddOptions {
  DataFolder data;
  std::string user_name;
  std::string display_name;
  std::vector<std::string> roles{"officer"};
  bool password_from_input = false;
  bool as_json = false;
};

struct SecondFactorResetOptions {
  DataFolder data;
  std::string user_name;
  std::string reason;
  bool as_json = false;
};

struct DataOptions {
  DataFolder data;
  bool as_json = false;
};

struct ListImportOptions {
  DataFolder data;
  std::vector<std::string> files;
  std::string version;
  bool forced = false;
  bool as_json = false;
};

struct PermitImportOptions {
  DataFolder data;
  std::string file;
  bool as_json = false;
};

struct ScreenOptions {
  std::vector<std::string> list_files;
  std::string database;  ///< data folder of a node whose lists are asked
  std::string mode = "balanced";
};

struct MrzReadOptions {
  std::string as_of;  ///< ISO date the two-digit years are read on; empty: today
};

struct JournalOptions {
  DataFolder data;
  bool as_json = false;
};

struct ProveOptions {
  DataFolder data;
  std::int64_t sequence = 0;
};

struct CheckProofOptions {
  std::string file;
  std::string public_key;  ///< hexadecimal; empty: the key that the proof names
  bool as_json = false;
};

struct ReportOptions {
  DataFolder data;
  std::string from;  ///< YYYY-MM-DD; empty: today by the post's clock
  std::string to;    ///< day after the last one; empty: the day after `from`
  bool as_json = false;
};

struct RetentionOptions {
  DataFolder data;
  bool dry_run = false;
  bool as_json = false;
};

}  // namespace cardea::app
