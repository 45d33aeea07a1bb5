#include "cardea/kernel/check.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace cardea {
namespace {

[[nodiscard]] std::string place(const char* condition, const char* file, int line) {
  return std::string(file) + ":" + std::to_string(line) + ": " + condition;
}

}  // namespace

void stop_program(const char* condition, const char* file, int line) {
  const std::string text = "event=assertion_failed " + place(condition, file, line) + "\n";
  std::fputs(text.c_str(), stderr);
  std::abort();
}

void fail_request(const char* condition, const char* file, int line) {
  throw InvariantBroken(place(condition, file, line));
}

}  // namespace cardea
