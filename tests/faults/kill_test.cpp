#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <iostream>
#include <random>

#include "kill_child.hpp"
#include "support.hpp"

namespace cardea::faults {
namespace {

using namespace sql::testing;  // builders of support.hpp

constexpr int kRoundsPerDatabase = 20;
constexpr int kRoundsPerRebuild = 5;

struct Totals {
  int rounds = 0;
  int good = 0;
  int rebuilds = 0;
  std::int64_t acknowledged = 0;
  std::int64_t lost = 0;
  std::int64_t unacknowledged = 0;  ///< entries that were committed but not told yet: allowed
};

/// The child and the pipe through which it tells.
struct Child {
  pid_t pid = -1;
  int pipe = -1;
};

Child start_child(const std::string& path, std::uint32_t first_number, bool with_rebuilds) {
  int ends[2];
  if (::pipe(ends) != 0) return {};
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    const auto number = std::to_string(first_number);
    ::execl("/proc/self/exe", "kill_test", "--child", path.c_str(), "--first", number.c_str(),
            with_rebuilds ? "--rebuilds" : nullptr, nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  return {pid, ends[0]};
}

std::optional<Acknowledged> read_one(const Child& child) {
  Acknowledged told;
  auto* at = reinterpret_cast<char*>(&told);
  std::size_t have = 0;
  while (have < sizeof told) {
    const auto got = ::read(child.pipe, at + have, sizeof told - have);
    if (got <= 0) return std::nullopt;
    have += static_cast<std::size_t>(got);
  }
  return told;
}

/// Busy, so that the moment of the kill is finer than any timer.
void spin(std::chrono::microseconds time) {
  const auto until = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < until) continue;
}

/// Lets the child get `count` acknowledgements out, kills it, and gives all it had told.
std::vector<Acknowledged> kill_after(const Child& child, int count, std::chrono::microseconds delay) {
  std::vector<Acknowledged> told;
  while (static_cast<int>(told.size()) < count) {
    const auto one = read_one(child);
    if (!one) break;
    told.push_back(*one);
  }
  spin(delay);
  ::kill(child.pid, SIGKILL);
  while (const auto one = read_one(child)) told.push_back(*one);
  int status = 0;
  ::waitpid(child.pid, &status, 0);
  ::close(child.pipe);
  if (!WIFSIGNALED(status)) std::cout << "  the child ended by itself with " << WEXITSTATUS(status) << "\n";
  return told;
}

/// Every entry of the piece is there, about the inspection it was about, and so is its row.
bool is_there(const sql::Store& store, const Acknowledged& told) {
  const auto first = told.last_sequence - told.drafts;
  const auto entries = store.records().entries_after(first, static_cast<int>(told.drafts));
  const auto row = store.records().find_inspection(numbered<FormalityId>(told.number));
  return entries && entries->size() == told.drafts && row && row->has_value() &&
         entries->at(1).subject == to_text(numbered<FormalityId>(told.number));
}

class KillTest {
 public:
  KillTest(std::string folder, std::uint64_t seed) : folder_{std::move(folder)}, random_{seed} {}

  Totals run(int rounds) {
    for (int round = 0; round < rounds; ++round) {
      if (round % kRoundsPerDatabase == 0) new_database(round);
      const bool good = one_round(round);
      if (!good) std::cout << "round " << round << " of " << path_ << " failed\n";
      totals_.good += good ? 1 : 0;
      ++totals_.rounds;
    }
    return totals_;
  }

 private:
  void new_database(int round) {
    std::error_code ignored;
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path_ + part, ignored);
    path_ = folder_ + "/kill-" + std::to_string(round) + ".db";
    next_number_ = 1;
    auto store = sql::Store::open({.path = path_, .mode = sql::OpenMode::create}, clock_, salts_);
    if (store) std::ignore = (*store)->record(drafting({node_created()}));
    head_ = 1;
  }

  int below(int limit) { return std::uniform_int_distribution<int>{0, limit - 1}(random_); }

  bool one_round(int round) {
    const auto child = start_child(path_, next_number_, round % 7 == 3);
    // Some die before their first answer, some after many.
    const int count = below(4) == 0 ? below(3) : below(600);
    const auto told = kill_after(child, count, std::chrono::microseconds{below(4000)});
    auto store = sql::Store::open({.path = path_}, clock_, salts_);
    if (!store) {
      std::cout << "  does not open: " << store.error().reason << "\n";
      return false;
    }
    next_number_ += 100'000;
    const bool all_there = check_acknowledged(**store, told);
    const bool in_order = check_chain(**store, told);
    return all_there && in_order && (round % kRoundsPerRebuild != 0 || check_rebuild(**store));
  }

  bool check_acknowledged(const sql::Store& store, const std::vector<Acknowledged>& told) {
    std::int64_t lost = 0;
    for (const auto& one : told) lost += is_there(store, one) ? 0 : 1;
    totals_.acknowledged += static_cast<std::int64_t>(told.size());
    totals_.lost += lost;
    if (lost > 0) std::cout << "  lost " << lost << " of " << told.size() << "\n";
    return lost == 0;
  }

  bool check_chain(const sql::Store& store, const std::vector<Acknowledged>& told) {
    const auto report = store.verify();
    if (!report || !report->intact()) {
      std::cout << "  chain: " << (report ? report->bad->reason : std::string{report.error().reason}) << "\n";
      return false;
    }
    std::int64_t told_entries = 0;
    for (const auto& one : told) told_entries += one.drafts;
    totals_.unacknowledged += report->head.sequence - head_ - told_entries;
    head_ = report->head.sequence;
    return true;
  }

  bool check_rebuild(sql::Store& store) {
    const auto before = store.table_digests();
    const auto rebuilt = store.rebuild();
    const auto after = store.table_digests();
    ++totals_.rebuilds;
    const bool same = before && rebuilt && after && *before == *after;
    if (!same) std::cout << "  the rebuild differs\n";
    return same;
  }

  std::string folder_;
  std::string path_;
  std::mt19937_64 random_;
  ManualClock clock_{kStart};
  CountingRandom salts_;
  std::uint32_t next_number_ = 1;
  std::int64_t head_ = 0;
  Totals totals_;
};

int report(const Totals& totals) {
  std::cout << "kill test: " << totals.good << "/" << totals.rounds << " rounds, " << totals.acknowledged
            << " acknowledged, " << totals.lost << " lost, " << totals.unacknowledged
            << " entries committed but not told, " << totals.rebuilds << " rebuilds\n";
  return totals.good == totals.rounds ? 0 : 1;
}

}  // namespace
}  // namespace cardea::faults

int main(int argc, char** argv) {
  CLI::App app{"Kills a writing process again and again and checks what it left behind."};
  int rounds = 20;
  std::uint64_t seed = std::random_device{}();
  std::uint32_t first = 1;
  std::string folder;
  std::string child;
  bool rebuilds = false;
  app.add_option("--rounds", rounds);
  app.add_option("--seed", seed);
  app.add_option("--dir", folder, "an existing folder on the disk to test; else a temporary one");
  app.add_option("--child", child, "used by the program itself");
  app.add_option("--first", first, "used by the program itself");
  app.add_flag("--rebuilds", rebuilds, "used by the program itself");
  CLI11_PARSE(app, argc, argv);
  if (!child.empty()) return cardea::faults::run_child(child, first, rebuilds);
  std::cout << "seed " << seed << "\n";
  const cardea::sql::testing::TemporaryFolder temporary;
  return cardea::faults::report(
      cardea::faults::KillTest{folder.empty() ? temporary.file("") : folder, seed}.run(rounds));
}
