#include "cardea/system/ids.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>

namespace cardea::system {
namespace {

/// Counts up, so that tests repeat.
class CountingRandom final : public ports::RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override {
    const std::scoped_lock lock(mutex_);
    for (auto& byte : out) byte = next_++;
  }

 private:
  std::mutex mutex_;
  std::uint8_t next_ = 0;
};

constexpr Instant kStart{1'800'000'000'000'000};

TEST(SystemIdSource, RisesWithinAMillisecond) {
  const ManualClock clock(kStart);
  CountingRandom random;
  SystemIdSource ids(clock, random);
  IdBytes last = ids.next();
  for (int i = 0; i < 20'000; ++i) {
    const IdBytes id = ids.next();
    ASSERT_LT(last, id) << i;
    last = id;
  }
}

TEST(SystemIdSource, RisesWhenTheClockIsSetBack) {
  ManualClock clock(kStart);
  CountingRandom random;
  SystemIdSource ids(clock, random);
  const IdBytes before = ids.next();
  clock.advance_seconds(-3600);
  EXPECT_LT(before, ids.next());
}

TEST(SystemIdSource, HoldsTheMillisecond) {
  const ManualClock clock(kStart);
  CountingRandom random;
  SystemIdSource ids(clock, random);
  const IdBytes id = ids.next();
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | id[i];
  EXPECT_EQ(ms, kStart.us / 1000);
}

TEST(SystemIdSource, MarksVersionAndVariant) {
  const ManualClock clock(kStart);
  CountingRandom random;
  SystemIdSource ids(clock, random);
  for (int i = 0; i < 100; ++i) {
    const IdBytes id = ids.next();
    EXPECT_EQ(id[6] >> 4, 7);
    EXPECT_EQ(id[8] >> 6, 2);
  }
}

TEST(SystemIdSource, GivesNoIdTwiceToManyThreads) {
  const ManualClock clock(kStart);
  CountingRandom random;
  SystemIdSource ids(clock, random);
  std::array<std::vector<IdBytes>, 4> made;
  std::vector<std::jthread> threads;
  for (auto& mine : made) {
    threads.emplace_back(
        [&ids, &mine] { std::generate_n(std::back_inserter(mine), 2'000, [&] { return ids.next(); }); });
  }
  threads.clear();
  std::set<IdBytes> all;
  for (const auto& mine : made) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), 8'000U);
}

}  // namespace
}  // namespace cardea::system
