#include "cardea/ports/source_times.hpp"

#include <gtest/gtest.h>

namespace cardea::ports {
namespace {

// REQ: F-K01
TEST(SourceTimes, KnowsNothingBeforeTheFirstAnswer) {
  const SourceTimes times;
  EXPECT_EQ(times.latency_ms(MeasuredSource::lists), std::nullopt);
}

TEST(SourceTimes, TellsTheMiddleOneRoundedUpToMilliseconds) {
  SourceTimes times;
  for (const std::int64_t us : {400, 90'000, 2'100}) times.took(MeasuredSource::own_store, us);
  EXPECT_EQ(times.latency_ms(MeasuredSource::own_store), 3);
  EXPECT_EQ(times.latency_ms(MeasuredSource::lists), std::nullopt);
}

TEST(SourceTimes, ForgetsWhatIsOldSoThatASourceRecovers) {
  SourceTimes times;
  for (int i = 0; i < 100; ++i) times.took(MeasuredSource::lists, 5'000'000);
  EXPECT_EQ(times.latency_ms(MeasuredSource::lists), 5'000);
  for (int i = 0; i < 32; ++i) times.took(MeasuredSource::lists, 900);
  EXPECT_EQ(times.latency_ms(MeasuredSource::lists), 1);
}

}  // namespace
}  // namespace cardea::ports
