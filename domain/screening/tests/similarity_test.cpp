#include "cardea/screening/similarity.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "skeleton.hpp"

namespace cardea::screening {
namespace {

TEST(Similarity, IsOneForEqualWordsOnly) {
  EXPECT_EQ(similarity("PUTIN", "PUTIN"), 1.0);
  EXPECT_LT(similarity("PUTIN", "PUTYN"), 1.0);
}

TEST(Similarity, IsTheSameBothWays) {
  EXPECT_EQ(similarity("LAVROV", "LAVROVS"), similarity("LAVROVS", "LAVROV"));
}

TEST(Similarity, CostsLittleForLettersThatSoundAlike) {
  EXPECT_LT(edit_cost(make_slot("KARL"), make_slot("CARL")), edit_cost(make_slot("KARL"), make_slot("MARL")));
}

TEST(Similarity, CostsLessThanTwoEditsForNeighboursSwapped) {
  EXPECT_LT(edit_cost(make_slot("BRAIN"), make_slot("BARIN")), 2 * kCostUnit);
}

TEST(Similarity, PutsOneSlipInALongWordNearAndInAShortOneBelow) {
  EXPECT_LE(bin_of(similarity("SZYMANOWSKI", "SZIMANOWSKI")), Bin::near);
  EXPECT_GT(bin_of(similarity("LI", "LE")), Bin::near);
}

TEST(Similarity, GivesNothingForUnrelatedWords) {
  EXPECT_EQ(bin_of(similarity("PUTIN", "OBAMA")), Bin::none);
}

TEST(Similarity, StopsAtTheLimit) { EXPECT_EQ(edit_cost(make_slot("PUTIN"), make_slot("OBAMA"), 10), 11); }

TEST(Bin, ReadsBackItsNames) {
  for (const Bin bin : {Bin::exact, Bin::near, Bin::close, Bin::similar, Bin::weak, Bin::none}) {
    Bin read = Bin::none;
    EXPECT_TRUE(parse(name(bin), read));
    EXPECT_EQ(read, bin);
  }
}

/// Words made of few letters, so that many are alike.
std::string random_word(std::mt19937& random) {
  constexpr std::string_view kLetters = "AEIOUYHKCQSZTDMNRLBVW0";
  std::string word(1 + random() % 12, 'A');
  for (char& c : word) {
    c = kLetters[random() % kLetters.size()];
  }
  return word;
}

std::string slip(std::string word, std::mt19937& random) {
  for (unsigned edits = random() % 4; edits > 0 && word.size() > 1; --edits) {
    const std::size_t at = random() % word.size();
    switch (random() % 3) {
      case 0:
        word.erase(at, 1);
        break;
      case 1:
        word.insert(at, 1, random_word(random)[0]);
        break;
      default:
        word[at] = random_word(random)[0];
        break;
    }
  }
  return word;
}

/// The bin of each word, by the matcher.
std::vector<Bin> bins(const WordMatcher& matcher, const std::vector<std::string>& words) {
  std::vector<Slot> slots;
  std::vector<std::uint64_t> letters;
  for (const std::string& word : words) {
    slots.push_back(make_slot(word));
    letters.push_back(letter_set(slots.back().text()));
  }
  std::vector<WordMatcher::Met> met;
  matcher.match(slots, letters, met);
  std::vector<Bin> bins(words.size(), Bin::none);
  for (const WordMatcher::Met& each : met) {
    bins[each.at] = each.bin;
  }
  return bins;
}

// What the length and the set of letters rule out, the distance rules out too: no pair may be lost.
TEST(WordMatcher, AgreesWithThePlainSimilarityForEveryPair) {
  std::mt19937 random(7);  // NOLINT: a fixed seed, so that a failure repeats.
  for (int i = 0; i < 60'000; ++i) {
    const std::string a = random_word(random);
    const std::string b = i % 2 == 0 ? slip(a, random) : random_word(random);
    const WordMatcher matcher{a};
    const Slot slot = make_slot(b);
    const Bin plain = bin_of(similarity(a, b));
    ASSERT_EQ(bins(matcher, {b}), std::vector{plain}) << a << " " << b;
    if (plain != Bin::none) {
      ASSERT_GE(slot.size, matcher.shortest()) << a << " " << b;
      ASSERT_LE(slot.size, matcher.longest()) << a << " " << b;
    }
  }
}

TEST(WordMatcher, JudgesManyWordsOfAllLengthsAtOnce) {
  std::mt19937 random(11);  // NOLINT: a fixed seed, so that a failure repeats.
  for (int i = 0; i < 2'000; ++i) {
    const std::string a = random_word(random);
    std::vector<std::string> words;
    std::vector<Bin> plain;
    for (int j = 0; j < 40; ++j) {
      words.push_back(j % 3 == 0 ? slip(a, random) : random_word(random));
      plain.push_back(bin_of(similarity(a, words.back())));
    }
    ASSERT_EQ(bins(WordMatcher{a}, words), plain) << a;
  }
}

TEST(Skeleton, IsOneForTheSpellingsOfOneName) {
  EXPECT_EQ(skeleton_of("MUHAMMAD").primary, "MMD");
  EXPECT_EQ(skeleton_of("MOHAMED").primary, "MMD");
  EXPECT_EQ(skeleton_of("MHMD").primary, "MMD");
}

TEST(Skeleton, HearsTheSecondReading) {
  EXPECT_TRUE(sound_alike(skeleton_of("CHRISTOS"), skeleton_of("KRISTOS")));
  EXPECT_TRUE(sound_alike(skeleton_of("HASAN"), skeleton_of("KHASAN")));
}

TEST(Skeleton, TellsDifferentNamesApart) {
  EXPECT_FALSE(sound_alike(skeleton_of("PUTIN"), skeleton_of("OBAMA")));
}

}  // namespace
}  // namespace cardea::screening
