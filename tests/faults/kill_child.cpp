#include "kill_child.hpp"

#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "support.hpp"

namespace cardea::faults {
namespace {

using namespace sql::testing;  // builders of support.hpp

constexpr int kProducers = 6;

/// Pieces of different shapes and lengths: one entry, a whole inspection, a list with its alerts.
std::vector<journal::Draft> piece(std::uint32_t number) {
  auto drafts = inspection(number);
  if (number % 2 == 0) drafts.push_back(decided(number));
  if (number % 3 == 0) drafts.push_back(compared(number, "not_same_person"));
  if (number % 8 == 0) drafts.push_back(voided(number));
  if (number % 16 != 5) return drafts;
  drafts.push_back(list_imported(std::to_string(number), {{"a.csv", 3, "bad_date", "x"}}));
  for (int i = 0; i < 20; ++i) {
    drafts.push_back(alert("alert.published", std::to_string(number) + "-" + std::to_string(i), "d"));
  }
  return drafts;
}

[[noreturn]] void produce(sql::Store& store, std::atomic<std::uint32_t>& next) {
  for (;;) {
    const auto number = next.fetch_add(1);
    auto drafts = piece(number);
    const auto count = static_cast<std::uint32_t>(drafts.size());
    const auto receipt = store.record(drafting(std::move(drafts)));
    // A rebuild holds the lock for a while; anything else is for the parent to see as a missing
    // acknowledgement.
    if (!receipt && receipt.error().reason == "store_busy") continue;
    if (!receipt) ::_exit(20);
    const Acknowledged told{receipt->last_sequence, number, count};
    if (::write(STDOUT_FILENO, &told, sizeof told) != sizeof told) ::_exit(21);
  }
}

/// Checkpoints without pause, so that kills fall into them too.
[[noreturn]] void checkpoint(const std::string& path) {
  auto database = sql::open_sqlite({.path = path});
  auto connection = database ? (*database)->connect(sql::Access::write) : pass_on(database);
  for (;;) {
    if (connection) std::ignore = (*connection)->maintain();
    std::this_thread::yield();
  }
}

}  // namespace

int run_child(const std::string& path, std::uint32_t first_number, bool with_rebuilds) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const ManualClock clock{plus_seconds(kStart, first_number)};
  CountingRandom random;
  auto store = sql::Store::open({.path = path}, clock, random);
  if (!store) return 22;
  std::atomic<std::uint32_t> next{first_number};
  std::vector<std::jthread> threads;
  for (int i = 0; i < kProducers; ++i) threads.emplace_back([&] { produce(**store, next); });
  threads.emplace_back([&] { checkpoint(path); });
  while (with_rebuilds) std::ignore = (*store)->rebuild();
  threads.clear();  // never ends: the parent kills
  return 23;
}

}  // namespace cardea::faults
