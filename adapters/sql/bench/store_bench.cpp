// How many inspections a second become durable, by how many producers, beside the rate at which the same disk
// flushes in the same minute: only the ratio can be compared from machine to machine. One JSON line for each
// figure.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <thread>

#include "support.hpp"

namespace cardea::sql {
namespace {

using namespace testing;  // builders of support.hpp
using SteadyClock = std::chrono::steady_clock;
using Micros = std::vector<std::int64_t>;

constexpr std::chrono::seconds kSpan{4};

std::int64_t micros_since(SteadyClock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start).count();
}

std::int64_t percentile(Micros& sorted, double part) {
  if (sorted.empty()) return 0;
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

/// Flushes of a 4 KiB overwrite, one after the other.
double fsyncs_per_second(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  const std::vector<char> block(4096, 'x');
  const auto start = SteadyClock::now();
  std::int64_t count = 0;
  for (; SteadyClock::now() - start < std::chrono::seconds{1}; ++count) {
    if (::pwrite(file, block.data(), block.size(), (count % 64) * 4096) < 0 || ::fdatasync(file) != 0) break;
  }
  ::close(file);
  return static_cast<double>(count) * 1e6 / static_cast<double>(micros_since(start));
}

struct Figures {
  double per_second = 0;
  Micros latencies;
};

Figures measure(Store& store, int producers, std::atomic<std::uint32_t>& next) {
  std::vector<Micros> latencies(static_cast<std::size_t>(producers));
  const auto start = SteadyClock::now();
  {
    std::vector<std::jthread> threads;
    for (auto& mine : latencies) {
      threads.emplace_back([&] {
        while (SteadyClock::now() - start < kSpan) {
          const auto began = SteadyClock::now();
          if (!store.record(drafting(inspection(next.fetch_add(1))))) return;
          mine.push_back(micros_since(began));
        }
      });
    }
  }
  const auto took = micros_since(start);
  Figures figures;
  for (const auto& mine : latencies)
    figures.latencies.insert(figures.latencies.end(), mine.begin(), mine.end());
  std::ranges::sort(figures.latencies);
  figures.per_second = static_cast<double>(figures.latencies.size()) * 1e6 / static_cast<double>(took);
  return figures;
}

void print(json::object line) { std::cout << json::serialize(line) << std::endl; }

void bench_producers(Store& store, const std::string& probe, int producers,
                     std::atomic<std::uint32_t>& next) {
  const auto fsyncs = fsyncs_per_second(probe);
  auto figures = measure(store, producers, next);
  print({{"bench", "store_inspections"},
         {"producers", producers},
         {"per_second", static_cast<std::int64_t>(figures.per_second)},
         {"p50_us", percentile(figures.latencies, 0.5)},
         {"p99_us", percentile(figures.latencies, 0.99)},
         {"fsyncs_per_second", static_cast<std::int64_t>(fsyncs)},
         {"per_fsync", figures.per_second / fsyncs}});
}

void bench_import(Store& store) {
  constexpr int kAlerts = 20'000;
  std::vector<journal::Draft> drafts{list_imported("bench")};
  for (int i = 0; i < kAlerts; ++i) drafts.push_back(alert("alert.published", std::to_string(i), "d"));
  const auto start = SteadyClock::now();
  const bool done = store.record(drafting(std::move(drafts))).has_value();
  print({{"bench", "store_import"},
         {"done", done},
         {"alerts_per_second", kAlerts * std::int64_t{1'000'000} / micros_since(start)}});
}

void bench_journal(Store& store) {
  const auto verify_start = SteadyClock::now();
  const auto verified = store.verify();
  const auto entries = verified ? verified->entries : 0;
  print({{"bench", "journal_verify"},
         {"entries", entries},
         {"per_second", entries * 1'000'000 / micros_since(verify_start)}});
  const auto rebuild_start = SteadyClock::now();
  const auto rebuilt = store.rebuild();
  print({{"bench", "journal_rebuild"},
         {"entries", rebuilt ? rebuilt->replayed : 0},
         {"per_second", (rebuilt ? rebuilt->replayed : 0) * 1'000'000 / micros_since(rebuild_start)}});
}

}  // namespace
}  // namespace cardea::sql

/// `store_bench [FOLDER]`: a folder on the disk to measure; the system's temporary one otherwise.
int main(int argc, char** argv) {
  using namespace cardea;
  const sql::testing::TemporaryFolder temporary;
  const std::string folder = argc > 1 ? argv[1] : temporary.file("");
  const auto path = folder + "/store-bench.db";
  ManualClock clock{sql::testing::kStart};
  sql::testing::CountingRandom random;
  auto store = sql::Store::open({.path = path, .mode = sql::OpenMode::create}, clock, random);
  if (!store || !(*store)->record(sql::testing::drafting({sql::testing::node_created()}))) return 1;
  std::atomic<std::uint32_t> next{1};
  for (const int producers : {1, 8, 32}) sql::bench_producers(**store, folder + "/probe", producers, next);
  sql::bench_import(**store);
  sql::bench_journal(**store);
  return 0;
}
