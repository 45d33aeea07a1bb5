#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace cardea::http {

/// One answered request, for the log: no query, no header, no body, no address of a person's machine.
struct AccessLine {
  std::string_view method;
  std::string_view route;  ///< pattern of the route; "none" when nothing matched
  int status = 0;
  std::chrono::microseconds took{};
  std::string_view code;  ///< reason word of a problem; empty when it went well
};

/// Lines of JSON, one event each. Thread-safe.
class Log {
 public:
  virtual ~Log() = default;
  virtual void request(const AccessLine& line) = 0;
  /// Something an operator has to look at. `event` is a fixed word, `detail` holds no personal data.
  virtual void error(std::string_view event, std::string_view detail) = 0;
  virtual void info(std::string_view event, std::string_view detail) = 0;
};

/// The least that is written. A request is `info`, and `error` when the answer was 500 or more.
enum class LogLevel : std::uint8_t { info, error };

/// Writes to standard error.
[[nodiscard]] std::unique_ptr<Log> make_json_log(LogLevel least = LogLevel::info);
/// Hands each line to `sink`, without the line break. For tests and for other destinations.
[[nodiscard]] std::unique_ptr<Log> make_json_log(std::function<void(std::string_view)> sink,
                                                 LogLevel least = LogLevel::info);
/// Says nothing.
[[nodiscard]] std::unique_ptr<Log> make_silent_log();

}  // namespace cardea::http
