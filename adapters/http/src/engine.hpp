#pragma once

#include <atomic>
#include <filesystem>

#include "cardea/http/server.hpp"
#include "worker_pool.hpp"

namespace cardea::http {

/// What all connections of a server share. Outlives them.
struct Engine {
  const Router& router;
  const Limits& limits;
  Metrics& metrics;
  Log& log;
  EventHub* events = nullptr;  ///< null: no streams
  WorkerPool* pool = nullptr;  ///< null: handlers run in place (tests, fuzzing)
  std::filesystem::path upload_folder = {};
  bool over_tls = false;
  std::atomic<bool> stopping = false;
};

}  // namespace cardea::http
