#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cardea/administration/administration.hpp"
#include "cardea/crypto/password_hasher.hpp"
#include "cardea/crypto/random.hpp"
#include "cardea/crypto/second_factor.hpp"
#include "cardea/sql/store.hpp"
#include "cardea/system/clock.hpp"
#include "cardea/system/ids.hpp"

namespace cardea::app {

// What stands in the folder of a node.
[[nodiscard]] std::string database_path(const std::string& folder);
[[nodiscard]] std::string key_path(const std::string& folder);
[[nodiscard]] std::string evidence_path(const std::string& folder);
[[nodiscard]] std::string uploads_path(const std::string& folder);

/// A node's folder, opened: its store and the parts of the outside world that flows are built on. Parts live
/// as long as the node; nothing here is a rule.
class Node {
 public:
  /// Opens what `cardea init` made. Fails `not_found/node_missing` and as sql::Store::open.
  [[nodiscard]] static Result<std::unique_ptr<Node>> open(const std::string& folder,
                                                          sql::OpenMode mode = sql::OpenMode::existing);

  [[nodiscard]] sql::Store& store() { return *store_; }
  [[nodiscard]] const ports::Records& records() const { return store_->records(); }
  /// Dates by the time zone of the post once the node is made, by UTC before.
  [[nodiscard]] const Clock& clock() const { return *clock_; }
  [[nodiscard]] IdSource& ids() { return *ids_; }
  [[nodiscard]] ports::RandomSource& random() { return random_; }

  /// The flow of officers and sessions over a recorder of the caller's choice.
  [[nodiscard]] administration::Administration administration(ports::Recorder& recorder);
  [[nodiscard]] administration::Administration administration() { return administration(*store_); }

 private:
  Node() = default;
  [[nodiscard]] Done take_time_zone(sql::OpenMode mode);
  void make_box(const std::string& folder);

  crypto::SystemRandom random_;
  std::unique_ptr<system::SystemClock> utc_;
  std::unique_ptr<system::SystemClock> zoned_;
  const Clock* clock_ = nullptr;
  std::unique_ptr<system::SystemIdSource> ids_;
  crypto::Argon2PasswordHasher hasher_;
  crypto::HmacCodes codes_;
  std::optional<crypto::AesSecretBox> box_;
  std::unique_ptr<sql::Store> store_;
};

}  // namespace cardea::app
