#include "cardea/documents/check_digit.hpp"

#include <algorithm>

namespace cardea::documents {
namespace {

constexpr std::string_view kAll = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

// REQ: F-J01
TEST(CheckDigit, AgreesWithTheWorkedExamples) {
  EXPECT_EQ(check_digit("520727"), 3);
  EXPECT_EQ(check_digit("AB2134<<<"), 5);
  EXPECT_EQ(check_digit("7408<<"), 7);
}

TEST(CheckDigit, HasNoneForCharactersOutsideTheSet) { EXPECT_EQ(check_digit("12 34"), -1); }

TEST(BlindSpots, NameExactlyTheCharactersThatChangeNoDigit) {
  for (const char from : kAll) {
    for (const char to : kAll) {
      const bool unseen = check_digit(std::string("12") + from) == check_digit(std::string("12") + to);
      EXPECT_EQ(undetectable_with(from).find(to) != std::string_view::npos, unseen) << from << to;
    }
  }
}

TEST(BlindSpots, NameTheConfusionsThatSlipThrough) {
  for (const std::string_view pair : {"6G", "1L", "8S", "8I", "5P", "5F", "2M"}) {
    EXPECT_NE(undetectable_with(pair[0]).find(pair[1]), std::string_view::npos) << pair;
  }
}

TEST(BlindSpots, LeaveOutTheConfusionsThatAreCaught) {
  for (const std::string_view pair : {"0O", "1I", "5S", "2Z", "8B"}) {
    EXPECT_EQ(undetectable_with(pair[0]).find(pair[1]), std::string_view::npos) << pair;
  }
}

TEST(BlindSpots, KnowWhichNeighboursMayChangePlacesUnseen) {
  for (const char left : kAll) {
    for (const char right : kAll) {
      if (check_value(left) == check_value(right)) continue;
      const std::string straight = std::string("7") + left + right;
      const std::string swapped = std::string("7") + right + left;
      EXPECT_EQ(swap_is_undetectable(left, right), check_digit(straight) == check_digit(swapped))
          << left << right;
    }
  }
}

TEST(BlindSpots, ComeWithTheirPlaceInTheField) {
  const auto spots = blind_spots("05A");
  ASSERT_EQ(spots.size(), 3u);
  EXPECT_EQ(spots[0].offset, 0);
  EXPECT_TRUE(spots[0].swappable_with_next);
  EXPECT_EQ(spots[2].undetectable_with, "0AKU<");
}

}  // namespace
}  // namespace cardea::documents
