#include "cardea/lists/table.hpp"

namespace cardea::lists {
namespace {

const std::vector<std::string> kColumns{"kind", "number", "note"};

TEST(Table, GivesCellsByColumnAndLeavesEmptyOnesOut) {
  const auto rows = read_table("\xEF\xBB\xBFnumber,kind,note\nV-1,visa,\"a, b\"\n\nV-2,card,\n", kColumns);
  ASSERT_TRUE(rows.has_value()) << rows.error().reason;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(rows->front().cells.at("note"), "a, b");
  EXPECT_EQ(rows->back().line, 4);
  EXPECT_FALSE(rows->back().cells.contains("note"));
}

TEST(Table, IsTakenWholeOrNotAtAll) {
  EXPECT_EQ(read_table("", kColumns).error().reason, "table_without_header");
  EXPECT_EQ(read_table("kind,colour\n", kColumns).error().reason, "table_column_unknown");
  EXPECT_EQ(read_table("kind,number\nvisa\n", kColumns).error().reason, "table_row_invalid");
  EXPECT_EQ(read_table("kind,number\n\"visa,V-1\n", kColumns).error().detail, "line 2");
}

}  // namespace
}  // namespace cardea::lists
