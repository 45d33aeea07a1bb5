#include "cardea/watchlist/list_version.hpp"

#include "cardea/watchlist/quarantine.hpp"

namespace cardea::watchlist {
namespace {

Alert entry(std::string id, std::string remarks = {}) {
  Alert alert;
  alert.source = "list";
  alert.source_id = std::move(id);
  alert.remarks = std::move(remarks);
  return alert;
}

// REQ: WAT-VERSIONS
TEST(ListDiff, CountsTheFirstImportAsAdded) {
  const std::vector<Alert> alerts{entry("1"), entry("2")};
  const auto change = diff({}, alerts);
  EXPECT_EQ(change.added, (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(change.changed.empty());
  EXPECT_TRUE(change.withdrawn.empty());
}

// REQ: WAT-VERSIONS
TEST(ListDiff, FindsNothingWhenTheSameListComesAgain) {
  const std::vector<Alert> alerts{entry("1"), entry("2")};
  const std::vector<Alert> reordered{entry("2"), entry("1")};
  EXPECT_TRUE(diff(diff({}, alerts).known, reordered).nothing());
}

// REQ: WAT-VERSIONS
TEST(ListDiff, FindsWhatChangedAndWhatIsGone) {
  const std::vector<Alert> before{entry("1"), entry("2"), entry("3")};
  const std::vector<Alert> after{entry("2", "new remark"), entry("3"), entry("4")};
  const auto change = diff(diff({}, before).known, after);
  EXPECT_EQ(change.added, std::vector<std::size_t>{2});
  EXPECT_EQ(change.changed, std::vector<std::size_t>{0});
  EXPECT_EQ(change.withdrawn, std::vector<std::string>{"1"});
}

TEST(ListDiff, TakesTheLaterOfTwoWithOneNumber) {
  const std::vector<Alert> alerts{entry("1", "old"), entry("1", "new")};
  const auto change = diff({}, alerts);
  EXPECT_EQ(change.added, std::vector<std::size_t>{1});
  EXPECT_EQ(change.known.at("1"), digest_of(alerts[1]));
}

TEST(ListVersion, HasOneDigestForOneContent) {
  const std::vector<Alert> alerts{entry("1"), entry("2")};
  const std::vector<Alert> reordered{entry("2"), entry("1")};
  const auto first = describe_version("list", "1", diff({}, alerts), 0);
  EXPECT_EQ(first.content, describe_version("list", "2", diff({}, reordered), 0).content);
  EXPECT_EQ(first.entries, 2);
  EXPECT_EQ(first.added, 2);
}

TEST(Quarantine, KeepsTheRowAsItStood) {
  EXPECT_EQ(quarantine("sdn.csv", 7, "column_count", "36,\"X\""),
            (QuarantinedRow{"sdn.csv", 7, "column_count", "36,\"X\""}));
}

TEST(Quarantine, CutsLongRowsBetweenCharacters) {
  std::string row(kQuarantinedBytesMax - 1, 'x');
  row += "é and much more";
  EXPECT_EQ(quarantine("f", 1, "r", row).raw, std::string(kQuarantinedBytesMax - 1, 'x'));
}

TEST(Quarantine, ShowsWhatIsNotText) {
  EXPECT_EQ(quarantine("f", 1, "r", std::string_view("a\0b\xFF", 4)).raw, "a\uFFFDb\uFFFD");
}

}  // namespace
}  // namespace cardea::watchlist
