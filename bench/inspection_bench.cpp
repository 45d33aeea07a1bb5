#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "cardea/system/clock.hpp"
#include "http_client.hpp"
#include "td3.hpp"
#include "test_node.hpp"

// Inspections per second of a whole node over loopback HTTP, each with two durable commits (opened, decided),
// against the OFAC and UN lists of data/demo, at 1, 8 and 32 connections; beside it the rate at which this
// disk syncs.

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

/// Opens and decides one inspection; every traveller is a new one. False when the node did not do it.
bool inspect(test::HttpClient& client, std::int64_t number) {
  const std::string digits = std::to_string(10'000'000 + number);
  const json::object opened_body{
      {"mrz", test::td3("ROSSINI<<GIOACHINO", "Y" + digits)}, {"direction", "entry"}, {"lane", "lane-1"}};
  const auto opened = client.call("POST", "/api/v1/inspections", json::serialize(opened_body),
                                  {{"Idempotency-Key", "bench-open-" + digits}});
  if (opened.status != 201) return false;
  const auto decided = client.call(
      "POST", opened.header("location") + "/decision", R"({"outcome":"refer","reasons":["identity_doubt"]})",
      {{"Idempotency-Key", "bench-decide-" + digits}, {"If-Match", opened.header("etag")}});
  return decided.status == 200;
}

struct Round {
  std::vector<std::int64_t> took_us;
  std::int64_t failed = 0;
};

Round work_on_one_connection(test::HttpClient& client, std::atomic<std::int64_t>& next,
                             Clock::time_point until) {
  Round round;
  while (Clock::now() < until) {
    const auto started = Clock::now();
    if (!inspect(client, next++)) {
      ++round.failed;
      continue;
    }
    round.took_us.push_back(
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started).count());
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

Round run(std::uint16_t port, int connections, std::atomic<std::int64_t>& next) {
  const auto clients = sign_in(port, connections);
  std::vector<Round> rounds(clients.size());
  std::vector<std::thread> threads;
  const auto until = Clock::now() + kRound;
  for (std::size_t i = 0; i < clients.size(); ++i) {
    threads.emplace_back([&, i] { rounds[i] = work_on_one_connection(*clients[i], next, until); });
  }
  for (std::thread& thread : threads) thread.join();
  Round all;
  for (const Round& round : rounds) {
    all.took_us.insert(all.took_us.end(), round.took_us.begin(), round.took_us.end());
    all.failed += round.failed;
  }
  std::sort(all.took_us.begin(), all.took_us.end());
  return all;
}

std::int64_t quantile(const std::vector<std::int64_t>& sorted, double part) {
  if (sorted.empty()) return 0;
  const auto at = static_cast<std::size_t>(part * static_cast<double>(sorted.size()));
  return sorted[std::min(at, sorted.size() - 1)];
}

void print(int connections, const Round& round, double syncs) {
  const double seconds = std::chrono::duration<double>(kRound).count();
  const json::object line{{"bench", "inspection"},
                          {"connections", connections},
                          {"inspections_per_s", static_cast<double>(round.took_us.size()) / seconds},
                          {"p50_us", quantile(round.took_us, 0.50)},
                          {"p99_us", quantile(round.took_us, 0.99)},
                          {"failed", round.failed},
                          {"syncs_per_s", syncs}};
  std::cout << json_text(line) << std::endl;
}

void must(const Result<alerts::ImportReport>& report) {
  if (!report)
    throw std::runtime_error("the demo lists cannot be read: " + std::string(report.error().reason));
}

}  // namespace

int main() {
  const auto clock = system::SystemClock::create("UTC");
  if (!clock) return EXIT_FAILURE;
  test::TestNode node(**clock);
  const std::filesystem::path demo = std::filesystem::path(CARDEA_SOURCE_DIR) / "data/demo";
  must(node.import_ofac(demo / "ofac"));
  must(node.import_file(demo / "un/un_consolidated.xml"));
  node.add_officer("olga", {"officer"});
  std::atomic<std::int64_t> next = 0;
  std::int64_t failed = 0;
  for (const int connections : {1, 8, 32}) {
    const double syncs = syncs_per_second();
    const Round round = run(node.port(), connections, next);
    print(connections, round, syncs);
    failed += round.failed;
  }
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
