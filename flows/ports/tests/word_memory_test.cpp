#include "cardea/ports/word_memory.hpp"

#include <gtest/gtest.h>

#include <span>
#include <thread>
#include <vector>

#include "cardea/screening/exact_engine.hpp"

namespace cardea::ports {
namespace {

std::shared_ptr<const int> number(int value) { return std::make_shared<const int>(value); }

int value_of(const std::shared_ptr<const void>& kept) { return *std::static_pointer_cast<const int>(kept); }

TEST(WordMemory, FindsWhatWasKeptAndNothingElse) {
  WordMemory memory;
  memory.keep("MARIA ", number(7), 100);
  EXPECT_EQ(value_of(memory.find("MARIA ")), 7);
  EXPECT_EQ(memory.find("MARIA<"), nullptr);
}

TEST(WordMemory, ForgetsRatherThanGrows) {
  WordMemory memory;
  constexpr int kKept = 100;
  for (int i = 0; i < kKept; ++i) memory.keep(std::to_string(i), number(i), std::size_t{1} << 19);
  int found = 0;
  for (int i = 0; i < kKept; ++i) found += memory.find(std::to_string(i)) ? 1 : 0;
  EXPECT_GT(found, 0);
  EXPECT_LE(found, 32);
}

TEST(WordMemory, ServesManySearchesAtOnceWithTheAnswersOfOne) {
  watchlist::Alert alert;
  alert.source = "own";
  alert.source_id = "1";
  alert.names.push_back({"Erikson, Anna Maria"});
  screening::ExactOptions remembering;
  remembering.memory = std::make_shared<WordMemory>();
  const screening::ExactScreener with(std::span(&alert, 1), remembering);
  const screening::ExactScreener without(std::span(&alert, 1));
  const auto score = [](const screening::ExactScreener& screener, const std::string& name) {
    screening::Query query;
    query.names = {name};
    const auto hits = screener.search(query, {screening::Mode::high_recall, 5}).hits;
    return hits.empty() ? 0.0 : hits.front().score;
  };
  std::vector<std::thread> searches;
  for (int i = 0; i < 4; ++i) {
    searches.emplace_back([&] {
      for (int j = 0; j < 200; ++j) {
        for (const char* name : {"ERIKSSON ANNA", "ERIKSON ANNA MARIA", "ERICSON MARIA", "NOBODY AT ALL"}) {
          EXPECT_EQ(score(with, name), score(without, name)) << name;
        }
      }
    });
  }
  for (std::thread& each : searches) each.join();
}

}  // namespace
}  // namespace cardea::ports
