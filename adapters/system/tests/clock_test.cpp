#include "cardea/system/clock.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace cardea::system {
namespace {

std::string day_in(std::string_view zone, std::string_view at) {
  const auto clock = SystemClock::create(zone);
  return clock ? to_text((*clock)->local_date(*parse_instant(at))) : std::string(clock.error().reason);
}

TEST(SystemClock, CountsTheDayByTheZoneOfThePost) {
  EXPECT_EQ(day_in("Africa/Kigali", "2026-11-23T21:59:59Z"), "2026-11-23");
  EXPECT_EQ(day_in("Africa/Kigali", "2026-11-23T22:00:00Z"), "2026-11-24");
  EXPECT_EQ(day_in("America/Asuncion", "2026-01-01T02:30:00Z"), "2025-12-31");
}

TEST(SystemClock, KnowsSummerTime) {
  EXPECT_EQ(day_in("Europe/Paris", "2026-07-01T22:30:00Z"), "2026-07-02");
  EXPECT_EQ(day_in("Europe/Paris", "2026-12-01T22:30:00Z"), "2026-12-01");
}

TEST(SystemClock, RefusesAZoneThatIsNotOne) {
  EXPECT_EQ(day_in("Middle/Earth", "2026-07-01T00:00:00Z"), "time_zone_unknown");
}

TEST(SystemClock, RefusesAnEmptyZone) { EXPECT_EQ(day_in("", "2026-07-01T00:00:00Z"), "time_zone_unknown"); }

TEST(SystemClock, IsUsedByManyThreads) {
  const auto clock = SystemClock::create("Asia/Almaty").value();
  const Instant at = *parse_instant("2026-11-23T12:00:00Z");
  std::vector<std::jthread> threads;
  std::array<int, 8> agreements{};
  for (auto& count : agreements) {
    threads.emplace_back([&clock, &count, at] {
      for (int i = 0; i < 200; ++i)
        count += clock->local_date(plus_seconds(at, i)) == *Date::create(2026, 11, 23);
    });
  }
  threads.clear();
  EXPECT_THAT(agreements, testing::Each(200));
}

TEST(SystemClock, TellsATimeAfterThisWasWritten) {
  EXPECT_GT(SystemClock::create("UTC").value()->now(), *parse_instant("2026-01-01T00:00:00Z"));
}

}  // namespace
}  // namespace cardea::system
