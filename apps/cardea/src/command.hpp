#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "cardea/kernel/json.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::app {

/// What the shell is told (docs/reference/command-line.md).
enum class ExitCode : std::uint8_t {
  done = 0,
  does_not_hold = 1,  ///< what was to be verified is not so
  usage = 2,          ///< wrong words on the command line
  malformed = 3,      ///< the input is not what it should be
  refused = 4,        ///< not found, conflict, forbidden
  unavailable = 5,    ///< something needed is away: a port in use, a full disk
  broken = 6,         ///< stored data is damaged
  fault = 70          ///< a fault in the program
};

/// Where a command reads and writes; tests hand in strings.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

/// Writes `cardea: reason: detail` to the error stream and gives the exit code of the kind.
[[nodiscard]] ExitCode report(const Streams& streams, const Error& error);

/// One JSON value a line.
void print_line(const Streams& streams, const json::value& value);

/// All of a stream, at most `bytes_max`. Fails `malformed/input_too_large`.
[[nodiscard]] Result<std::string> read_all(std::istream& in, std::size_t bytes_max);

}  // namespace cardea::app
