#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "cardea/kernel/text.hpp"
#include "cardea/screening/exact_engine.hpp"
#include "list_files.hpp"

// The search that leaves rows out by a bound, held to the one that scores every row: same hits, same scores,
// same terms, same order.
namespace cardea::screening {
namespace {

const std::string kData = std::string(CARDEA_ROOM_DIR) + "/tests/data";
constexpr int kQueries = 4'000;
constexpr std::size_t kEvery = 12;  // alerts of the real lists; all of them would take minutes

std::vector<watchlist::Alert> some_alerts() {
  const auto all = testing::un_and_ofac_lists(kData);
  std::vector<watchlist::Alert> some;
  for (std::size_t i = 0; i < all.size(); i += kEvery) {
    some.push_back(all[i]);
  }
  return some;
}

/// Queries made of listed people with what goes wrong at a border: the same in every run.
class Travellers {
 public:
  explicit Travellers(const std::vector<watchlist::Alert>& alerts) : alerts_{alerts} {}

  Query next() {
    const watchlist::Alert& alert = alerts_[below(alerts_.size())];
    Query query;
    query.birth_date = birth_of(alert);
    query.nationalities = alert.nationalities;
    query.sex = one_in(2) ? std::string(name(alert.sex)) : one_in(2) ? "female" : "";
    if (!alert.documents.empty() && one_in(3)) {
      query.documents.push_back({alert.documents.front().number, one_in(2) ? "" : "FRA"});
    }
    if (alert.names.empty() || one_in(12)) {
      return query;  // A document, or nothing at all.
    }
    for (std::size_t i = 0; i <= below(2); ++i) {
      query.names.push_back(spoil(alert.names[below(alert.names.size())].name));
    }
    query.truncated = one_in(6);
    if (query.truncated) {
      query.names.front().resize(std::max<std::size_t>(3, query.names.front().size() * 2 / 3));
    }
    return query;
  }

  bool one_in(std::size_t chances) { return below(chances) == 0; }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

 private:
  std::optional<PartialDate> birth_of(const watchlist::Alert& alert) {
    if (alert.birth_dates.empty() || one_in(4)) {
      return one_in(2) ? std::nullopt : parse_partial_date("1970-01-01");
    }
    PartialDate date = alert.birth_dates[below(alert.birth_dates.size())].date;
    if (date.month && date.day && *date.day <= 12 && one_in(5)) {
      std::swap(date.month, date.day);
    } else if (date.year && one_in(4)) {
      *date.year = static_cast<std::int16_t>(*date.year + static_cast<int>(below(23)) - 11);
    }
    return date;
  }

  std::string spoil(std::string name) {
    const auto plain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' '; };
    for (std::size_t slips = below(4); slips > 0 && name.size() > 3; --slips) {
      const std::size_t at = below(name.size() - 1);
      if (!plain(name[at]) || !plain(name[at + 1])) {
        continue;  // Never half a character of another script.
      }
      switch (below(5)) {
        case 0:
          name.erase(at, 1);
          break;
        case 1:
          std::swap(name[at], name[at + 1]);
          break;
        case 2:
          name[at] = static_cast<char>('a' + below(26));
          break;
        case 3:
          name.insert(at, 1, one_in(2) ? ' ' : name[at]);
          break;
        default:
          std::erase(name, ' ');
          break;
      }
    }
    if (const auto blank = name.find(' '); blank != std::string::npos && one_in(4)) {
      name = one_in(2) ? name.substr(blank + 1) : name.substr(blank + 1) + " " + name.substr(0, blank);
    }
    return one_in(8) ? name + " Mohamed" : name;
  }

  const std::vector<watchlist::Alert>& alerts_;
  std::mt19937 random_{20261125};  // NOLINT(cert-msc51-cpp): the same travellers in every run
};

TEST(PrunedSearch, AnswersAsTheExhaustiveOne) {
  const auto alerts = some_alerts();
  ASSERT_FALSE(alerts.empty());
  const ExactScreener pruned(alerts);
  ExactOptions options;
  options.exhaustive = true;
  const ExactScreener exhaustive(alerts, options);
  Travellers travellers(alerts);
  std::size_t hits = 0;
  for (int i = 0; i < kQueries; ++i) {
    const Query query = travellers.next();
    const SearchOptions search{static_cast<Mode>(i % 3), i % 7 == 0 ? 3 : 20};
    const SearchResult fast = pruned.search(query, search);
    const SearchResult slow = exhaustive.search(query, search);
    ASSERT_EQ(fast.hits, slow.hits) << "query " << i;
    ASSERT_EQ(fast.capped, slow.capped) << "query " << i;
    ASSERT_LE(fast.rows_examined, slow.rows_examined) << "query " << i;
    hits += fast.hits.size();
  }
  EXPECT_GT(hits, std::size_t{kQueries / 2});  // Else the comparison would say little.
}

TEST(PrunedSearch, AnswersAsTheExhaustiveOneForPeopleWhoAreNotListed) {
  const auto alerts = some_alerts();
  const ExactScreener pruned(alerts);
  ExactOptions options;
  options.exhaustive = true;
  const ExactScreener exhaustive(alerts, options);
  for (const auto& row : testing::csv_rows(kData + "/negatives_global_1000.csv")) {
    const Query query = testing::person_query(row);
    ASSERT_EQ(pruned.search(query, {Mode::high_recall, 20}).hits,
              exhaustive.search(query, {Mode::high_recall, 20}).hits)
        << row[0];
  }
}

}  // namespace
}  // namespace cardea::screening
