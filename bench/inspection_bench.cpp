#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "cardea/system/clock.hpp"
#include "http_client.hpp"
#include "list_files.hpp"
#include "td3.hpp"
#include "test_node.hpp"

// A whole node over loopback HTTP, client and node on the same cores, each inspection with two durable
// commits (opened, decided): as many as it can at 1, 8 and 32 connections, and 32 booths with a person every
// eight seconds each; against the OFAC and UN lists of data/demo, or those and invented people up to the
// number of identities given (inspection_bench 100000). Beside it the rate at which this disk syncs, and the
// memory of the process, clients included.

namespace {

using namespace cardea;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kRound{5};
constexpr std::chrono::seconds kSyncRound{1};

/// Appends of 4 KiB, each synced, in the folder where the node's database stands.
double syncs_per_second() {
  const auto path = (std::filesystem::temp_directory_path() / "cardea-sync-bench").string();
  const int file = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  const std::string block(4096, 'x');
  int count = 0;
  const auto started = Clock::now();
  while (file >= 0 && Clock::now() - started < kSyncRound) {
    if (::write(file, block.data(), block.size()) < 0 || ::fdatasync(file) != 0) break;
    ++count;
  }
  const std::chrono::duration<double> took = Clock::now() - started;
  ::close(file);
  std::filesystem::remove(path);
  return count / took.count();
}

/// People who are on no list, with names borne in many countries: words repeat as they do at a border.
class Travellers {
 public:
  explicit Travellers(const std::string& folder) {
    for (const char* file : {"/negatives_global_1000.csv", "/negatives_us_1000.csv"}) {
      for (const auto& row : screening::testing::csv_rows(folder + file)) {
        if (row.size() < 4 || !is_latin(row[1]) || !is_latin(row[3])) continue;
        surnames_.push_back(upper(row[3]));
        given_.push_back(upper(row[1]));
      }
    }
    if (surnames_.empty()) throw std::runtime_error("no names in " + folder);
  }

  [[nodiscard]] std::string mrz(std::int64_t number) const {
    const auto at = static_cast<std::size_t>(number);
    const std::string& surname = surnames_[at % surnames_.size()];
    const std::string& given = given_[(at * 7'919 + at / surnames_.size()) % given_.size()];
    const auto two = [](std::size_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const std::string birth = two(at * 37 % 100) + two(1 + at % 12) + two(1 + at / 12 % 28);
    return test::td3(surname + "<<" + given, "Y" + std::to_string(10'000'000 + number), "310101", birth);
  }
  [[nodiscard]] const std::vector<std::string>& surnames() const { return surnames_; }
  [[nodiscard]] const std::vector<std::string>& given() const { return given_; }

 private:
  static bool is_latin(const std::string& name) {
    return !name.empty() && name.size() < 18 &&
           std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  }
  static std::string upper(std::string name) {
    for (char& c : name) c = static_cast<char>(c & ~0x20);
    return name;
  }

  std::vector<std::string> surnames_;
  std::vector<std::string> given_;
};

/// Processor time of this process so far, clients included.
std::int64_t cpu_us() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto us = [](const timeval& time) { return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_usec; };
  return us(used.ru_utime) + us(used.ru_stime);
}

struct Round {
  std::vector<std::int64_t> verdict_us;  ///< swipe to verdict
  std::vector<std::int64_t> took_us;     ///< swipe to recorded decision
  std::int64_t failed = 0;
  std::int64_t cpu_us = 0;
};

std::int64_t us_since(Clock::time_point started) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started).count();
}

/// Opens and decides one inspection; every traveller is a new one.
void inspect(test::HttpClient& client, const Travellers& travellers, std::int64_t number, Round& round) {
  const std::string digits = std::to_string(number);
  const json::object opened_body{{"mrz", travellers.mrz(number)}, {"direction", "entry"}, {"lane", "lane-1"}};
  const auto started = Clock::now();
  const auto opened = client.call("POST", "/api/v1/inspections", json::serialize(opened_body),
                                  {{"Idempotency-Key", "bench-open-" + digits}});
  const auto verdict_us = us_since(started);
  const auto decided =
      opened.status == 201
          ? client.call("POST", opened.header("location") + "/decision",
                        R"({"outcome":"refer","reasons":["identity_doubt"]})",
                        {{"Idempotency-Key", "bench-decide-" + digits}, {"If-Match", opened.header("etag")}})
          : opened;
  if (decided.status != 200) {
    ++round.failed;
    return;
  }
  round.verdict_us.push_back(verdict_us);
  round.took_us.push_back(us_since(started));
}

/// How a round is driven: `every` apart on each connection, or at once after the last.
struct Pace {
  const char* name;
  int connections;
  std::chrono::milliseconds every;
  std::chrono::seconds lasts;
};

Round work_on_one_connection(test::HttpClient& client, const Travellers& travellers, const Pace& pace,
                             Clock::time_point first, Clock::time_point until,
                             std::atomic<std::int64_t>& next) {
  Round round;
  for (auto due = first; due < until && Clock::now() < until; due += pace.every) {
    std::this_thread::sleep_until(due);
    inspect(client, travellers, next++, round);
  }
  return round;
}

/// One officer's sessions, opened one after the other: a node answers only a few sign-ins at once.
std::vector<std::unique_ptr<test::HttpClient>> sign_in(std::uint16_t port, int connections) {
  std::vector<std::unique_ptr<test::HttpClient>> clients;
  for (int i = 0; i < connections; ++i) {
    clients.push_back(std::make_unique<test::HttpClient>(port));
    clients.back()->sign_in("olga", test::kPassword);
  }
  return clients;
}

Round run(std::uint16_t port, const Travellers& travellers, const Pace& pace,
          std::atomic<std::int64_t>& next) {
  const auto clients = sign_in(port, pace.connections);
  std::vector<Round> rounds(clients.size());
  std::vector<std::thread> threads;
  const std::int64_t cpu_before = cpu_us();
  const auto start = Clock::now();
  for (std::size_t i = 0; i < clients.size(); ++i) {
    const auto first = start + pace.every * i / clients.size();
    threads.emplace_back([&, first, i] {
      rounds[i] = work_on_one_connection(*clients[i], travellers, pace, first, start + pace.lasts, next);
    });
  }
  for (std::thread& thread : threads) thread.join();
  Round all;
  all.cpu_us = cpu_us() - cpu_before;
  for (const Round& round : rounds) {
    all.verdict_us.insert(all.verdict_us.end(), round.verdict_us.begin(), round.verdict_us.end());
    all.took_us.insert(all.took_us.end(), round.took_us.begin(), round.took_us.end());
    all.failed += round.failed;
  }
  std::sort(all.verdict_us.begin(), all.verdict_us.end());
  std::sort(all.took_us.begin(), all.took_us.end());
  return all;
}

/// What this process holds in memory.
double resident_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

std::int64_t quantile(const std::vector<std::int64_t>& sorted, double part) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(part * static_cast<double>(sorted.size()));
  return sorted[std::min(at, sorted.size() - 1)];
}

void print(const Pace& pace, const Round& round, double syncs) {
  const double seconds = std::chrono::duration<double>(pace.lasts).count();
  const json::object line{
      {"bench", pace.name},
      {"connections", pace.connections},
      {"inspections_per_s", static_cast<double>(round.took_us.size()) / seconds},
      {"verdict_p50_us", quantile(round.verdict_us, 0.50)},
      {"verdict_p99_us", quantile(round.verdict_us, 0.99)},
      {"p50_us", quantile(round.took_us, 0.50)},
      {"p99_us", quantile(round.took_us, 0.99)},
      {"cpu_us_each", round.cpu_us / std::max<std::int64_t>(1, std::ssize(round.took_us))},
      {"failed", round.failed},
      {"syncs_per_s", syncs},
      {"rss_mb", resident_mb()}};
  std::cout << json_text(line) << std::endl;
}

void must(const Result<alerts::ImportReport>& report) {
  if (!report)
    throw std::runtime_error("the demo lists cannot be read: " + std::string(report.error().reason));
}

/// A list of our own with `count` invented people.
void import_invented(test::TestNode& node, const Travellers& travellers, std::size_t count) {
  const auto path = std::filesystem::temp_directory_path() / "cardea-bench-own.csv";
  std::ofstream file(path);
  file << "# cardea-list source=own version=bench rows=" << count << "\n"
       << "id,kind,category,action,owner,legal_basis,name,sex,aliases,birth_dates,nationalities,documents,"
          "review_on\n";
  constexpr std::array<const char*, 12> kParts{"ba",  "ke", "mo", "sha", "ri", "lu",
                                               "ten", "va", "zo", "gar", "ni", "do"};
  for (std::size_t i = 0; i < count; ++i) {
    const std::string made = std::string(kParts[i % 12]) + kParts[i / 12 % 12] + kParts[i / 144 % 12];
    file << "B-" << i << ",person,wanted,refer,Bench,Bench,\"" << made
         << travellers.surnames()[i % travellers.surnames().size()] << ", "
         << travellers.given()[i * 31 % travellers.given().size()] << ' ' << made << "\",,," << 1940 + i % 60
         << '-' << (i % 12 < 9 ? "0" : "") << 1 + i % 12 << "-15,KEN,,2030-01-01\n";
  }
  file.close();
  must(node.import_file(path));
  std::filesystem::remove(path);
}

}  // namespace

int main(int count, char** arguments) {
  const auto clock = system::SystemClock::create("UTC");
  if (!clock) return EXIT_FAILURE;
  test::TestNode node(**clock);
  const std::filesystem::path source = CARDEA_SOURCE_DIR;
  const Travellers travellers((source / "domain/screening/tests/data").string());
  must(node.import_ofac(source / "data/demo/ofac"));
  must(node.import_file(source / "data/demo/un/un_consolidated.xml"));
  constexpr std::size_t kDemoAlerts = 9'979;
  const std::size_t identities = count > 1 ? std::stoul(arguments[1]) : kDemoAlerts;
  if (identities > kDemoAlerts) import_invented(node, travellers, identities - kDemoAlerts);
  node.add_officer("olga", {"officer"});
  std::atomic<std::int64_t> next = 0;
  std::int64_t failed = 0;
  for (const Pace& pace :
       {Pace{"inspection_saturated", 1, {}, kRound}, Pace{"inspection_saturated", 8, {}, kRound},
        Pace{"inspection_saturated", 32, {}, kRound},
        Pace{"inspection_booths", 32, std::chrono::seconds{8}, std::chrono::seconds{24}}}) {
    const double syncs = syncs_per_second();
    const Round round = run(node.port(), travellers, pace, next);
    print(pace, round, syncs);
    failed += round.failed;
  }
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
