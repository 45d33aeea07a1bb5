#include "cardea/system/files.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

namespace cardea::system {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone after the test.
class Files : public testing::Test {
 protected:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "cardea-files-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Files() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path in_folder(std::string_view name) const { return folder_ / name; }
  [[nodiscard]] std::size_t files_there() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

 private:
  fs::path folder_;
};

std::string_view reason_of(const auto& result) {
  return result ? std::string_view("done") : result.error().reason;
}

TEST_F(Files, ComeBackAsWritten) {
  const std::string bytes("a\0b\xff", 4);
  ASSERT_TRUE(write_file_atomically(in_folder("x"), bytes));
  EXPECT_EQ(read_file(in_folder("x"), 100), bytes);
}

TEST_F(Files, AreReplacedWhole) {
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "the old and longer text"));
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "new"));
  EXPECT_EQ(read_file(in_folder("x"), 100), "new");
}

TEST_F(Files, LeaveNothingBeside) {
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "text"));
  ASSERT_TRUE(write_new_file(in_folder("y"), "text"));
  EXPECT_EQ(files_there(), 2U);
}

TEST_F(Files, MadeNewAreNeverReplaced) {
  ASSERT_TRUE(write_new_file(in_folder("x"), "first"));
  EXPECT_EQ(reason_of(write_new_file(in_folder("x"), "second")), "file_exists");
  EXPECT_EQ(read_file(in_folder("x"), 100), "first");
  EXPECT_EQ(files_there(), 1U);
}

TEST_F(Files, AreReadByTheirOwnerOnly) {
  ASSERT_TRUE(write_new_file(in_folder("x"), "text"));
  EXPECT_EQ(fs::status(in_folder("x")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, AreReadByEverybodyWhenSaid) {
  ASSERT_TRUE(write_file_atomically(in_folder("x"), "text", FileAccess::everybody_reads));
  EXPECT_NE(fs::status(in_folder("x")).permissions() & fs::perms::others_read, fs::perms::none);
}

TEST_F(Files, AreReadUpToTheLimit) {
  ASSERT_TRUE(write_new_file(in_folder("x"), std::string(100'000, 'a')));
  EXPECT_EQ(read_file(in_folder("x"), 100'000).value().size(), 100'000U);
  EXPECT_EQ(reason_of(read_file(in_folder("x"), 99'999)), "file_too_large");
}

TEST_F(Files, MayBeEmpty) {
  ASSERT_TRUE(write_new_file(in_folder("x"), ""));
  EXPECT_EQ(read_file(in_folder("x"), 0), "");
}

TEST_F(Files, ThatAreMissingAreSaidToBe) {
  EXPECT_EQ(reason_of(read_file(in_folder("x"), 1)), "file_missing");
}

TEST_F(Files, CannotBeReadFromAFolder) {
  EXPECT_EQ(reason_of(read_file(in_folder(""), 1)), "file_unreadable");
}

TEST_F(Files, CannotBeWrittenWhereThereIsNoFolder) {
  EXPECT_EQ(reason_of(write_file_atomically(in_folder("no/x"), "text")), "file_unwritable");
}

// Such a file says it is empty and never ends.
TEST_F(Files, ThatNeverEndAreCutOff) {
  if (!fs::exists("/dev/zero")) GTEST_SKIP() << "no /dev/zero here; not checked";
  EXPECT_EQ(reason_of(read_file("/dev/zero", 10)), "file_too_large");
}

}  // namespace
}  // namespace cardea::system
