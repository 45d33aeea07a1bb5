#pragma once

#include <string>
#include <vector>

#include "command.hpp"

namespace cardea::app {

/// Runs one command line (without the program's name) and gives the exit code.
[[nodiscard]] int run(const std::vector<std::string>& arguments, const Streams& streams);

}  // namespace cardea::app
