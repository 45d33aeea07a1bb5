#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "engine.hpp"
#include "request_reader.hpp"
#include "stream_writer.hpp"
#include "transport.hpp"

namespace cardea::http {

/// One client's connection: requests one after the other, each read, routed, handled and answered before the
/// next is looked at, so pipelined requests wait their turn. Belongs to one thread.
class Connection {
 public:
  Connection(Engine& engine, std::shared_ptr<Transport> transport);

  asio::awaitable<void> run();
  /// The server stops: an idle connection or a stream ends now, a request under way after its answer.
  void stop();
  void abort();

 private:
  asio::awaitable<bool> serve_one();
  void begin();
  asio::awaitable<void> read_header();
  asio::awaitable<void> read_more();
  void route();
  asio::awaitable<void> look_before_body();
  asio::awaitable<void> read_body();
  asio::awaitable<void> handle();
  asio::awaitable<void> run_job(std::function<void()>& job);
  asio::awaitable<void> write_answer();
  asio::awaitable<void> write_stream();

  void refuse(const Error& error);
  void lost();
  [[nodiscard]] Response call(const Handler& handler) const;
  [[nodiscard]] bool keeps_alive() const;
  void account() const;

  Engine& engine_;
  std::shared_ptr<Transport> transport_;  // shared with the server's list of what to stop
  asio::any_io_executor executor_;
  std::string inbox_;  ///< arrived, not yet taken by the reader
  bool idle_ = true;
  bool over_ = false;  ///< the client is gone: nothing more to read or write
  bool close_after_ = false;
  std::shared_ptr<StreamWriter> stream_;  // shared with the hub

  // Of the request under way:
  std::optional<RequestReader> reader_;
  Request request_;
  const Route* route_ = nullptr;
  std::optional<Response> answer_;
  std::chrono::steady_clock::time_point started_;
  std::unique_ptr<TempFile> upload_;
};

}  // namespace cardea::http
