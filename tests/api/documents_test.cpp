#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "cardea/http/problem.hpp"
#include "cardea/kernel/text.hpp"

// api/errors.md is the table for people; the code has the table for programs. They are the same table.

namespace cardea::test {
namespace {

namespace fs = std::filesystem;

struct Row {
  std::string code;
  std::string kind;
  int status = 0;  ///< 0 in the tables of what is never answered over HTTP
};

std::string read_whole(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

std::vector<Row> rows_of_the_page() {
  const std::string text = read_whole(fs::path(CARDEA_SOURCE_DIR) / "api/errors.md");
  const std::regex row(R"(\| `([a-z0-9_]+)` \| ([a-z_]+) \| (?:(\d{3}) \|)?)");
  std::vector<Row> rows;
  for (std::sregex_iterator at(text.begin(), text.end(), row), end; at != end; ++at) {
    rows.push_back({(*at)[1], (*at)[2], static_cast<int>(parse_number((*at)[3].str()).value_or(0))});
  }
  return rows;
}

ErrorKind kind_named(std::string_view word) {
  for (const ErrorKind kind : {ErrorKind::malformed, ErrorKind::not_found, ErrorKind::conflict,
                               ErrorKind::forbidden, ErrorKind::unavailable, ErrorKind::broken}) {
    if (name(kind) == word) return kind;
  }
  ADD_FAILURE() << "no such kind: " << word;
  return ErrorKind::broken;
}

TEST(ErrorsPage, GivesTheStatusThatIsAnswered) {
  for (const Row& row : rows_of_the_page()) {
    if (row.status == 0) continue;
    EXPECT_EQ(http::status_of({kind_named(row.kind), row.code, {}}), row.status) << row.code;
  }
}

TEST(ErrorsPage, ListsEveryReasonOfWhatTheInterfaceCalls) {
  std::vector<std::string> listed;
  for (const Row& row : rows_of_the_page()) listed.push_back(row.code);
  const std::regex reason(R"((?:ErrorKind::\w+,\s*|malformed\(|http_error\()\"([a-z0-9_]+)\")");
  for (const char* folder :
       {"adapters/http/src", "flows/inspection/src", "flows/alerts/src", "flows/administration/src",
        "flows/ports/src", "domain/access/src", "domain/crossings/src", "adapters/lists/src"}) {
    for (const auto& file : fs::directory_iterator(fs::path(CARDEA_SOURCE_DIR) / folder)) {
      const std::string text = read_whole(file.path());
      for (std::sregex_iterator at(text.begin(), text.end(), reason), end; at != end; ++at) {
        EXPECT_NE(std::find(listed.begin(), listed.end(), (*at)[1]), listed.end())
            << (*at)[1] << " in " << file.path().filename();
      }
    }
  }
}

}  // namespace
}  // namespace cardea::test
