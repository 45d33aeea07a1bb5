#include "command.hpp"

#include <array>
#include <istream>
#include <ostream>

namespace cardea::app {
namespace {

ExitCode exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::malformed:
      return ExitCode::malformed;
    case ErrorKind::not_found:
    case ErrorKind::conflict:
    case ErrorKind::forbidden:
      return ExitCode::refused;
    case ErrorKind::unavailable:
      return ExitCode::unavailable;
    case ErrorKind::broken:
      return ExitCode::broken;
  }
  __builtin_unreachable();
}

}  // namespace

ExitCode report(const Streams& streams, const Error& error) {
  streams.err << "cardea: " << error.reason;
  if (!error.detail.empty()) {
    streams.err << ": " << error.detail;
  }
  streams.err << '\n';
  return exit_code(error.kind);
}

void print_line(const Streams& streams, const json::value& value) { streams.out << json_text(value) << "\n"; }

Result<std::string> read_all(std::istream& in, std::size_t bytes_max) {
  std::string text;
  std::array<char, 65536> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > bytes_max) {
      return fail(ErrorKind::malformed, "input_too_large",
                  "more than " + std::to_string(bytes_max) + " bytes");
    }
  }
  return text;
}

}  // namespace cardea::app
