#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cardea/administration/administration.hpp"
#include "cardea/alerts/lists.hpp"
#include "cardea/http/api.hpp"
#include "cardea/http/event_hub.hpp"
#include "cardea/http/server.hpp"
#include "cardea/http/watched_recorder.hpp"
#include "cardea/kernel/clock.hpp"

namespace cardea::test {

struct NodeOptions {
  http::ServerOptions server;
  std::size_t upload_max = std::size_t{1} << 20;
  bool made = true;  ///< `cardea init` was run
};

/// A whole node in this process: real store in a folder of its own, real flows, real server on loopback. The
/// folder is gone with it.
class TestNode {
 public:
  explicit TestNode(const Clock& clock, NodeOptions options = {});
  ~TestNode();
  TestNode(const TestNode&) = delete;
  TestNode& operator=(const TestNode&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] std::string enrolment_code() const { return enrolment_code_; }
  [[nodiscard]] http::EventHub& events();
  /// The one-time code of now for a second factor, given its secret in base32.
  [[nodiscard]] std::string code_now(std::string_view secret) const;
  /// The flow itself, for what a test needs done without the API.
  [[nodiscard]] const administration::Administration& administration() const;
  /// Every route of the server, as "GET /api/v1/node".
  [[nodiscard]] const std::vector<std::string>& routes() const { return routes_; }

  /// An officer added without the API; the password is kPassword.
  void add_officer(const std::string& user_name, std::vector<std::string> roles);
  /// A list put in force without the API, and the snapshot published.
  Result<alerts::ImportReport> import_file(const std::filesystem::path& path);
  Result<alerts::ImportReport> import_ofac(const std::filesystem::path& folder);
  /// Nothing can be recorded from here on.
  void stop_store();

 private:
  struct Inside;
  std::filesystem::path folder_;
  std::string enrolment_code_;
  std::vector<std::string> routes_;
  std::unique_ptr<Inside> inside_;
  std::unique_ptr<http::Server> server_;
};

inline constexpr const char* kPassword = "seven green bottles";

}  // namespace cardea::test
