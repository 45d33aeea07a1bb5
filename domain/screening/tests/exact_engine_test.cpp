#include "cardea/screening/exact_engine.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "cardea/screening/weights.hpp"

namespace cardea::screening {
namespace {

watchlist::Alert person(std::string id, std::vector<std::string> names,
                        std::string_view birth = "1965-03-11") {
  watchlist::Alert alert;
  alert.source = "own";
  alert.source_id = std::move(id);
  alert.category = "refusal_of_entry";
  alert.sex = people::Sex::male;
  alert.nationalities = {"SYR"};
  for (std::string& name : names) {
    alert.names.push_back({std::move(name), "", "", "", watchlist::AliasQuality::strong});
  }
  if (!birth.empty()) {
    alert.birth_dates.push_back({*parse_partial_date(birth), false, std::nullopt});
  }
  return alert;
}

std::vector<watchlist::Alert> small_list() {
  std::vector<watchlist::Alert> alerts{
      person("1", {"Ramzi bin al-Shibh Qadhafi", "رمزي القذافي"}),
      person("2", {"Wolfgang Przybylski"}, "1971"),
      person("3", {"Kim Jong Chol"}, "1970-01-01"),
      person("4", {"金正哲"}, ""),
      person("5", {"Jan Szymanowski", "Jan Daniel Bothmaker"}, "1980-05-17"),
  };
  alerts[1].documents.push_back({"passport", "AH330349", "COL", ""});
  watchlist::Alert lost;
  lost.source = "own";
  lost.source_id = "6";
  lost.kind = watchlist::SubjectKind::document;
  lost.category = "lost_document";
  lost.documents.push_back({"passport", "X1234567", "FRA", ""});
  alerts.push_back(lost);
  watchlist::Alert company = person("7", {"Zylberstein Qantara Shipping"}, "");
  company.kind = watchlist::SubjectKind::organisation;
  company.sex = people::Sex::unspecified;
  alerts.push_back(company);
  return alerts;
}

const ExactScreener& screener() {
  static const ExactScreener kScreener(small_list());
  return kScreener;
}

Query named(std::string name, std::string_view birth = "") {
  Query query;
  query.names = {std::move(name)};
  query.birth_date = parse_partial_date(birth);
  return query;
}

/// The stage of the alert with that number; 0 when it is no hit.
int stage(const Query& query, std::string_view id, Mode mode = Mode::balanced) {
  for (const Hit& hit : screener().search(query, {mode, 20}).hits) {
    if (hit.source_id == id) {
      return hit.stage;
    }
  }
  return 0;
}

Hit best(const Query& query) {
  const auto hits = screener().search(query, {}).hits;
  return hits.empty() ? Hit{} : hits.front();
}

std::string relation(const Hit& hit, std::string_view field) {
  for (const FieldEvidence& evidence : hit.fields) {
    if (evidence.field == field) {
      return evidence.relation;
    }
  }
  return "missing";
}

bool has_term(const Hit& hit, std::string_view name, std::string_view detail) {
  return std::ranges::any_of(hit.terms,
                             [&](const Term& term) { return term.name == name && term.detail == detail; });
}

// REQ: F-E02
TEST(ExactScreener, FindsTheSameNameAndBirthDate) {
  EXPECT_GE(stage(named("Ramzi Qadhafi Al-Shibh", "1965-03-11"), "1"), 3);
}
TEST(ExactScreener, FindsAVariantSpellingWithTheBirthDate) {
  EXPECT_GE(stage(named("Wolfgang Pshybylski", "1971-02-03"), "2"), 2);
}
TEST(ExactScreener, FindsATruncatedName) {
  Query query = named("PRZYBYLSKI<<WOLFG", "1971");
  query.truncated = true;
  EXPECT_TRUE(has_term(best(query), "word", "prefix"));
}
TEST(ExactScreener, FindsAJoinedName) {
  EXPECT_TRUE(has_term(best(named("JanDaniel Bothmaker", "1980-05-17")), "joined_word", "split_on_list"));
}
TEST(ExactScreener, FindsASplitName) {
  EXPECT_TRUE(has_term(best(named("Jan Szyma Nowski", "1980-05-17")), "joined_word", "joined_on_list"));
}
TEST(ExactScreener, FindsANickname) {
  EXPECT_TRUE(has_term(best(named("Hans Szymanowski", "1980-05-17")), "word", "nickname"));
}
TEST(ExactScreener, FindsAnInitial) {
  EXPECT_TRUE(has_term(best(named("J Szymanowski", "1980-05-17")), "word", "initial"));
}
TEST(ExactScreener, FindsANameInItsOwnScript) {
  EXPECT_GE(stage(named("رمزي القذافي", "1965-03-11"), "1"), 3);
}
TEST(ExactScreener, FindsAHanNameWithoutRomanisation) { EXPECT_GE(stage(named("金 正哲"), "4"), 2); }
TEST(ExactScreener, FindsTheOtherOfSeveralBirthDates) {
  auto alerts = small_list();
  alerts[0].birth_dates.push_back({*parse_partial_date("1972-06-01"), false, std::nullopt});
  const ExactScreener several(alerts);
  const auto hits = several.search(named("Ramzi Qadhafi Shibh", "1972-06-01"), {}).hits;
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(relation(hits.front(), "birth_date"), "same");
}
TEST(ExactScreener, LetsAnotherBirthDateSpeakAgainstTheMatch) {
  EXPECT_LT(stage(named("Kim Jong Chol", "1991-10-23"), "3"), 2);
}
TEST(ExactScreener, FindsNobodyForAnUnlistedName) {
  EXPECT_TRUE(screener().search(named("Patricia Lucas Wheeler", "2002-07-14"), {}).hits.empty());
}

// The policy: whatever the rarity of the name.
TEST(ExactScreener, AlwaysAlertsOnFullNameAndFullBirthDate) {
  EXPECT_GE(stage(named("Kim Jong Chol", "1970-01-01"), "3", Mode::high_precision), 3);
}
TEST(ExactScreener, AlwaysAlertsOnDocumentAndIssuer) {
  Query query = named("Somebody Else", "1999-09-09");
  query.documents = {{"AH33O349", "Colombia"}};
  EXPECT_EQ(stage(query, "2"), 4);
}
TEST(ExactScreener, FindsADocumentWithoutAName) {
  Query query;
  query.documents = {{"X1234567", "FRA"}};
  EXPECT_EQ(stage(query, "6"), 4);
}
TEST(ExactScreener, DoesNotTakeAnotherIssuersNumber) {
  Query query = named("Somebody Else");
  query.documents = {{"AH330349", "MEX"}};
  EXPECT_EQ(stage(query, "2"), 0);
}

TEST(ExactScreener, SaysThatAnOrganisationIsNotAPerson) {
  EXPECT_TRUE(has_term(best(named("Zylberstein Qantara Shipping", "1970-01-01")), "subject", "not_a_person"));
  EXPECT_GE(stage(named("Zylberstein Qantara Shipping"), "7"), 2);
}

// REQ: F-I04
TEST(ExactScreener, ComparesFieldByField) {
  Query query = named("Ramzi Shibh Qadhafi", "1965-11-03");
  query.sex = "female";
  query.nationalities = {"Syrian Arab Republic"};
  const Hit hit = best(query);
  EXPECT_EQ(relation(hit, "name"), "same");
  EXPECT_EQ(relation(hit, "birth_date"), "close");
  EXPECT_EQ(relation(hit, "sex"), "different");
  EXPECT_EQ(relation(hit, "nationality"), "same");
  EXPECT_EQ(relation(hit, "document"), "not_recorded");
}

TEST(ExactScreener, NamesTheParticlesItLeftOut) {
  EXPECT_TRUE(has_term(best(named("Sheikh Ramzi bin Qadhafi Shibh", "1965-03-11")), "left_out", "honorific"));
}

TEST(ExactScreener, SaysWhenThereIsMoreThanItShows) {
  const auto result = screener().search(named("Ramzi Qadhafi Shibh", "1965-03-11"), {Mode::balanced, 0});
  EXPECT_TRUE(result.hits.empty());
  EXPECT_TRUE(result.capped);
}

TEST(ExactScreener, KeepsWeakHitsOutOfHighPrecision) {
  for (const Hit& hit : screener().search(named("Kim Jong Un"), {Mode::high_precision, 20}).hits) {
    EXPECT_GE(hit.stage, 2);
  }
}

TEST(ExactScreener, CountsARowForEachAliasAndBirthDate) {
  EXPECT_EQ(screener().alert_count(), 7u);
  EXPECT_EQ(screener().row_count(), 9u);  // Alert 1 has a Latin, an Arabic and its romanised row.
}

TEST(ExactScreener, AnswersAnEmptyList) {
  const ExactScreener empty(std::span<const watchlist::Alert>{});
  EXPECT_TRUE(empty.search(named("Ramzi Qadhafi"), {}).hits.empty());
}

TEST(ExactScreener, AnswersAnEmptyQuery) { EXPECT_TRUE(screener().search(Query{}, {}).hits.empty()); }

TEST(ExactScreener, UsesTheRomanisationItIsGiven) {
  ExactOptions options;
  options.romanise = [](std::string_view) { return std::string("jin zhengzhe"); };
  const auto alerts = small_list();
  const ExactScreener romanising(alerts, options);
  EXPECT_FALSE(romanising.search(named("Jin Zhengzhe"), {}).hits.empty());
}

TEST(Threshold, RisesByOneBitWhenTheListDoubles) {
  EXPECT_NEAR(threshold_bits(2e6, 20) - threshold_bits(1e6, 20), 1.0, 1e-9);
}
TEST(Threshold, RisesByMoreThanABitWhenTheRateHalves) {
  EXPECT_NEAR(threshold_bits(1e6, 10) - threshold_bits(1e6, 20), 1.1, 1e-9);
}
TEST(Threshold, OrdersTheModes) {
  EXPECT_LT(screener().threshold(Mode::high_recall), screener().threshold(Mode::balanced));
  EXPECT_LT(screener().threshold(Mode::balanced), screener().threshold(Mode::high_precision));
}
TEST(Percent, IsFiftyAtTheThreshold) { EXPECT_EQ(percent_of(-3.5, -3.5), 50); }

}  // namespace
}  // namespace cardea::screening
