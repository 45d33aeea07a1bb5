#include "node.hpp"

#include <filesystem>

#include "cardea/crypto/node_key.hpp"

namespace cardea::app {

std::string database_path(const std::string& folder) { return folder + "/cardea.db"; }
std::string key_path(const std::string& folder) { return folder + "/node-key.pem"; }
std::string evidence_path(const std::string& folder) { return folder + "/evidence"; }
std::string uploads_path(const std::string& folder) { return folder + "/uploads"; }

Result<std::unique_ptr<Node>> Node::open(const std::string& folder, sql::OpenMode mode) {
  std::error_code problem;
  if (mode != sql::OpenMode::create && !std::filesystem::exists(database_path(folder), problem)) {
    return fail(ErrorKind::not_found, "node_missing", folder + " holds no node; cardea init makes one");
  }
  auto node = std::unique_ptr<Node>(new Node);
  auto utc = system::SystemClock::create("UTC");
  if (!utc) {
    return pass_on(utc);
  }
  node->utc_ = std::move(*utc);
  node->clock_ = node->utc_.get();
  node->make_box(folder);
  node->ids_ = std::make_unique<system::SystemIdSource>(*node->utc_, node->random_);
  auto store = sql::Store::open({.path = database_path(folder), .mode = mode}, *node->utc_, node->random_);
  if (!store) {
    return pass_on(store);
  }
  node->store_ = std::move(*store);
  if (const auto zone = node->take_time_zone(mode); !zone) {
    return pass_on(zone);
  }
  return node;
}

// A node without its key is not served, so nothing is ever sealed by the passing key that then stands in.
void Node::make_box(const std::string& folder) {
  const auto key = crypto::NodeKey::load(key_path(folder));
  crypto::BoxKey passing{};
  random_.fill(passing);
  box_.emplace(key ? key->secret_box_key() : passing, random_);
}

Done Node::take_time_zone(sql::OpenMode mode) {
  const auto row = records().node();
  if (!row) {
    return pass_on(row);
  }
  if (!row->has_value() && mode == sql::OpenMode::existing) {
    return fail(ErrorKind::not_found, "node_missing", "the database holds no node; cardea init makes one");
  }
  if (row->has_value()) {
    auto zoned = system::SystemClock::create((*row)->time_zone);
    if (!zoned) {
      return pass_on(zoned);
    }
    zoned_ = std::move(*zoned);
    clock_ = zoned_.get();
  }
  return {};
}

administration::Administration Node::administration(ports::Recorder& recorder) {
  return administration::Administration({.recorder = recorder,
                                         .records = records(),
                                         .clock = *clock_,
                                         .ids = *ids_,
                                         .random = random_,
                                         .hasher = hasher_,
                                         .box = *box_,
                                         .codes = codes_});
}

}  // namespace cardea::app
