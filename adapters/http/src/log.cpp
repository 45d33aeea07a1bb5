#include "cardea/http/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "cardea/kernel/json.hpp"

namespace cardea::http {
namespace {

/// Each line is one JSON object; spdlog adds the time and writes.
class JsonLog final : public Log {
 public:
  JsonLog(std::function<void(std::string_view)> sink, LogLevel least)
      : sink_{std::move(sink)}, least_{least} {}

  void request(const AccessLine& line) override {
    if (least_ == LogLevel::error && line.status < 500) return;
    json::object out{{"event", "request"},
                     {"method", line.method},
                     {"route", line.route},
                     {"status", line.status},
                     {"us", line.took.count()}};
    if (!line.code.empty()) out["code"] = line.code;
    sink_(json::serialize(out));
  }
  void error(std::string_view event, std::string_view detail) override { write("error", event, detail); }
  void info(std::string_view event, std::string_view detail) override {
    if (least_ == LogLevel::info) write("info", event, detail);
  }

 private:
  void write(std::string_view level, std::string_view event, std::string_view detail) {
    json::object out{{"event", event}, {"level", level}};
    if (!detail.empty()) out["detail"] = detail;
    sink_(json::serialize(out));
  }
  std::function<void(std::string_view)> sink_;
  LogLevel least_;
};

class SilentLog final : public Log {
 public:
  void request(const AccessLine&) override {}
  void error(std::string_view, std::string_view) override {}
  void info(std::string_view, std::string_view) override {}
};

}  // namespace

std::unique_ptr<Log> make_json_log(std::function<void(std::string_view)> sink, LogLevel least) {
  return std::make_unique<JsonLog>(std::move(sink), least);
}

std::unique_ptr<Log> make_json_log(LogLevel least) {
  // shared_ptr: spdlog's own sinks and loggers are shared.
  auto logger = std::make_shared<spdlog::logger>("cardea", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%fZ",%v)", spdlog::pattern_time_type::utc);
  return make_json_log([logger](std::string_view line) { logger->info(line.substr(1)); }, least);
}

std::unique_ptr<Log> make_silent_log() { return std::make_unique<SilentLog>(); }

}  // namespace cardea::http
