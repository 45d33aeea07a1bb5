#pragma once

#include <string>

#include "cardea/kernel/date.hpp"
#include "cardea/watchlist/alert.hpp"

namespace cardea::testkit {

/// A traveller with a passport in which nothing is wrong on 2026-11-23. Dates as in the MRZ: YYMMDD.
struct Person {
  std::string primary = "LINDQVIST";
  std::string secondary = "ANNA MARIA";
  std::string nationality = "SWE";
  std::string issuer = "SWE";
  std::string number = "L898902C3";
  std::string birth = "740812";
  std::string expires = "330415";
  std::string code = "P";
};

/// The two lines of the passport, all digits right.
[[nodiscard]] std::string passport_of(const Person& person);
/// The same with one wrong composite digit: the last of line 2.
[[nodiscard]] std::string with_wrong_digit(std::string mrz);

/// A person on the list `source`, complete enough to be kept. `birth` is `YYYY-MM-DD`.
[[nodiscard]] watchlist::Alert alert_about(std::string source, std::string source_id, std::string name,
                                           std::string_view birth);

}  // namespace cardea::testkit
