#include <filesystem>
#include <istream>
#include <ostream>

#include "cardea/administration/administration.hpp"
#include "cardea/crypto/node_key.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "commands.hpp"
#include "node.hpp"
#include "version.hpp"

namespace cardea::app {
namespace {

using administration::SecretText;

/// A new folder that only its owner can read; one that holds other things keeps them and its mode. Fails
/// `conflict/node_exists`, `conflict/folder_not_empty`, `unavailable/folder_not_made`.
Done make_folder(const std::string& folder) {
  std::error_code problem;
  if (std::filesystem::exists(database_path(folder), problem)) {
    return fail(ErrorKind::conflict, "node_exists", folder);
  }
  if (std::filesystem::is_directory(folder, problem) && !std::filesystem::is_empty(folder, problem)) {
    return fail(ErrorKind::conflict, "folder_not_empty", folder);
  }
  std::filesystem::create_directories(uploads_path(folder), problem);
  if (!problem) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, problem);
  }
  if (problem) {
    return fail(ErrorKind::unavailable, "folder_not_made", problem.message());
  }
  return {};
}

/// What was made of a node that did not come to be, so that the next attempt starts anew.
void clear_folder(const std::string& folder) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::filesystem::remove(database_path(folder) + suffix, ignored);
  }
  std::filesystem::remove(key_path(folder), ignored);
  std::filesystem::remove(uploads_path(folder), ignored);
}

Result<administration::MadeNode> fill_folder(const InitOptions& options) {
  const auto key = crypto::NodeKey::generate();
  if (const auto saved = key.save(key_path(options.data.path)); !saved) {
    return pass_on(saved);
  }
  auto node = Node::open(options.data.path, sql::OpenMode::create);
  if (!node) {
    return pass_on(node);
  }
  return (*node)->administration().init_node({.post = options.post,
                                              .state = options.state,
                                              .agency = options.agency,
                                              .time_zone = options.time_zone,
                                              .lanes = options.lanes,
                                              .public_key = to_hex(key.public_key())});
}

Result<administration::MadeNode> make_node(const InitOptions& options) {
  if (const auto zone = system::SystemClock::create(options.time_zone); !zone) {
    return pass_on(zone);
  }
  if (const auto folder = make_folder(options.data.path); !folder) {
    return pass_on(folder);
  }
  auto made = fill_folder(options);
  if (!made) {
    clear_folder(options.data.path);
  }
  return made;
}

/// 120 random bits, easy to read out: five groups of four letters and digits.
SecretText random_password(ports::RandomSource& random) {
  constexpr std::string_view kAlphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  std::array<std::uint8_t, 24> bytes{};
  random.fill(bytes);
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text += i > 0 && i % 4 == 0 ? "-" : "";
    text += kAlphabet[bytes[i] % kAlphabet.size()];
  }
  return SecretText{text};
}

Result<SecretText> password_for(const UserAddOptions& options, Node& node, const Streams& streams) {
  if (!options.password_from_input) {
    return random_password(node.random());
  }
  std::string line;
  if (!std::getline(streams.in, line)) {
    return fail(ErrorKind::malformed, "password_missing", "standard input holds no line");
  }
  if (line.ends_with('\r')) line.pop_back();
  return SecretText{line};
}

void print_officers(const std::vector<administration::OfficerView>& officers, bool as_json,
                    const Streams& streams) {
  for (const auto& officer : officers) {
    if (as_json) {
      print_line(streams, to_json(officer));
    } else {
      streams.out << officer.user_name << '\t' << officer.display_name << '\t' << join(officer.roles, ",")
                  << (officer.active ? "" : "\tinactive") << '\n';
    }
  }
}

}  // namespace

ExitCode init(const InitOptions& options, const Streams& streams) {
  const auto made = make_node(options);
  if (!made) {
    return report(streams, made.error());
  }
  const std::string& code = made->enrolment_code.reveal();
  if (options.as_json) {
    print_line(streams, json::object{{"node_id", to_text(made->node_id)}, {"enrolment_code", code}});
  } else {
    streams.out << "Node " << to_text(made->node_id) << " of the post " << options.post << " is made in "
                << options.data.path << ".\nEnrolment code of the first administrator, valid once: " << code
                << '\n';
  }
  return ExitCode::done;
}

ExitCode migrate(const DataOptions& options, const Streams& streams) {
  const auto node = Node::open(options.data.path, sql::OpenMode::upgrade);
  if (!node) {
    return report(streams, node.error());
  }
  if (options.as_json) {
    print_line(streams, json::object{{"schema", "current"}});
  } else {
    streams.out << "The database has this program's schema.\n";
  }
  return ExitCode::done;
}

ExitCode user_add(const UserAddOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const auto password = password_for(options, **node, streams);
  if (!password) {
    return report(streams, password.error());
  }
  const auto& shown = options.display_name.empty() ? options.user_name : options.display_name;
  const auto officer = (*node)->administration().add_officer(
      ports::operator_at_console(), {options.user_name, shown, options.roles}, *password);
  if (!officer) {
    return report(streams, officer.error());
  }
  if (options.as_json) {
    auto line = to_json(*officer).as_object();
    if (!options.password_from_input) {
      line["password"] = password->reveal();
    }
    print_line(streams, line);
  } else {
    print_officers({*officer}, false, streams);
    if (!options.password_from_input) {
      streams.out << "Password, shown once: " << password->reveal() << '\n';
    }
  }
  return ExitCode::done;
}

ExitCode user_list(const DataOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const auto officers = (*node)->administration().officers(ports::operator_at_console());
  if (!officers) {
    return report(streams, officers.error());
  }
  print_officers(*officers, options.as_json, streams);
  return ExitCode::done;
}

ExitCode reset_second_factor(const SecondFactorResetOptions& options, const Streams& streams) {
  auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const auto officer = (*node)->records().find_officer_named(options.user_name);
  if (!officer) {
    return report(streams, officer.error());
  }
  if (!officer->has_value()) {
    return report(streams, Error{ErrorKind::not_found, "officer_unknown", options.user_name});
  }
  const auto reset = (*node)->administration().reset_second_factor(
      ports::operator_at_console(), (*officer)->officer.officer_id, options.reason);
  if (!reset) {
    return report(streams, reset.error());
  }
  if (options.as_json) {
    print_line(streams, json::object{{"user_name", options.user_name}, {"second_factor", "reset"}});
  } else {
    streams.out << "The second factor of " << options.user_name
                << " is gone. A new one is enrolled after the next sign-in.\n";
  }
  return ExitCode::done;
}

ExitCode version(bool as_json, const Streams& streams) {
  if (as_json) {
    print_line(streams, json::object{{"program", "cardea"}, {"version", kVersion}});
  } else {
    streams.out << "cardea " << kVersion << '\n';
  }
  return ExitCode::done;
}

}  // namespace cardea::app
