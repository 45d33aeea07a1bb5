#include <exception>
#include <iostream>

#include "cli.hpp"

/// The only place that catches everything.
int main(int argc, char** argv) {
  try {
    return cardea::app::run({argv + 1, argv + argc}, {std::cin, std::cout, std::cerr});
  } catch (const std::exception& bug) {
    std::cerr << "cardea: a fault in the program: " << bug.what() << '\n';
    return static_cast<int>(cardea::app::ExitCode::fault);
  }
}
