// Reads the real OFAC and UN lists and prints one line of JSON for each: the best time of several runs.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "cardea/lists/importers.hpp"

namespace {

using namespace cardea;

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class Read>
void measure(const char* bench, std::size_t bytes, Read read) {
  double best_ms = 1e9;
  std::size_t entries = 0;
  for (int run = 0; run < 5; ++run) {
    const auto start = std::chrono::steady_clock::now();
    const Result<lists::ParsedList> list = read();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    best_ms = std::min(best_ms, took.count());
    entries = list ? list->alerts.size() : 0;
  }
  std::cout << "{\"bench\":\"" << bench << "\",\"entries\":" << entries << ",\"bytes\":" << bytes
            << ",\"best_ms\":" << best_ms << "}\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : "data/demo";
  const std::string sdn = read_text(folder + "/ofac/sdn.csv");
  const std::string alt = read_text(folder + "/ofac/alt.csv");
  const std::string add = read_text(folder + "/ofac/add.csv");
  const std::string comments = read_text(folder + "/ofac/sdn_comments.csv");
  const std::string un = read_text(folder + "/un/un_consolidated.xml");
  measure("lists_ofac", sdn.size() + alt.size() + add.size() + comments.size(),
          [&] { return lists::read_ofac_sdn({sdn, alt, add, comments}); });
  measure("lists_un", un.size(), [&] { return lists::read_un_consolidated(un); });
  return 0;
}
