#include "cardea/watchlist/alert.hpp"

#include "cardea/kernel/codec.hpp"

namespace cardea::watchlist {
namespace {

Alert example() {
  Alert alert;
  alert.source = kOwnSource;
  alert.source_id = "A-17";
  alert.category = "refusal_of_entry";
  alert.action = AlertAction::refuse;
  alert.owner = "Border Guard";
  alert.legal_basis = "Aliens Act, section 12";
  alert.names = {{"Doe, John", "Doe", "John", "Latn", AliasQuality::primary}};
  alert.review_on = Date::create(2027, 1, 1);
  return alert;
}

std::string_view reason_for(const Alert& alert) {
  const Done checked = check(alert);
  return checked ? "" : checked.error().reason;
}

// REQ: WAT-MODEL
TEST(Alert, WithEverythingItNeedsIsKept) { EXPECT_TRUE(check(example())); }

TEST(Alert, NeedsItsSourceAndNumber) {
  Alert alert = example();
  alert.source_id.clear();
  EXPECT_EQ(reason_for(alert), "alert_without_source");
}

TEST(Alert, NeedsAPurpose) {
  Alert alert = example();
  alert.category.clear();
  EXPECT_EQ(reason_for(alert), "alert_without_category");
}

TEST(Alert, NeedsAnOwner) {
  Alert alert = example();
  alert.owner.clear();
  EXPECT_EQ(reason_for(alert), "alert_without_owner");
}

TEST(Alert, NeedsALegalBasis) {
  Alert alert = example();
  alert.legal_basis.clear();
  EXPECT_EQ(reason_for(alert), "alert_without_legal_basis");
}

TEST(Alert, NeedsANameOrANumber) {
  Alert alert = example();
  alert.names.clear();
  EXPECT_EQ(reason_for(alert), "alert_without_identifier");
  alert.documents = {{"passport", "X1234567", "UTO", ""}};
  EXPECT_EQ(reason_for(alert), "");
  alert.documents.clear();
  alert.craft.emplace().imo_number = "9187629";
  EXPECT_EQ(reason_for(alert), "");
}

TEST(Alert, OfOurOwnNeedsAReviewOrExpiryDate) {
  Alert alert = example();
  alert.review_on.reset();
  EXPECT_EQ(reason_for(alert), "alert_without_review");
  alert.expires_on = Date::create(2028, 1, 1);
  EXPECT_EQ(reason_for(alert), "");
}

TEST(Alert, OfAPublishedListIsReviewedByItsPublisher) {
  Alert alert = example();
  alert.review_on.reset();
  alert.source = "un_consolidated";
  EXPECT_EQ(reason_for(alert), "");
}

TEST(Alert, ExpiresAfterItIsListed) {
  Alert alert = example();
  alert.listed_on = Date::create(2027, 6, 1);
  EXPECT_EQ(reason_for(alert), "alert_dates_disordered");
}

TEST(Alert, HoldsTextOnly) {
  Alert alert = example();
  alert.names[0].name = "M\xFCller";
  EXPECT_EQ(reason_for(alert), "alert_not_utf8");
}

// REQ: WAT-MODEL
TEST(Alert, GoesToJsonAndBack) {
  Alert alert = example();
  alert.birth_dates = {{PartialDate::of_year(1950), true, std::int16_t{1955}}};
  alert.nationalities = {"UTO"};
  alert.craft = Craft{"9187629", "", "3FAB", "PAN", "Bulk Carrier", "", "", "", ""};
  const auto read = from_json<Alert>(to_json(alert));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, alert);
}

TEST(AlertDigest, ChangesWithAnyField) {
  Alert alert = example();
  const Digest before = digest_of(alert);
  EXPECT_EQ(digest_of(example()), before);
  alert.names[0].quality = AliasQuality::weak;
  EXPECT_NE(digest_of(alert), before);
}

template <class Word>
void expect_words(std::initializer_list<std::string_view> words) {
  for (const auto word : words) {
    Word read{};
    EXPECT_TRUE(parse(word, read)) << word;
    EXPECT_EQ(name(read), word);
  }
  Word read{};
  EXPECT_FALSE(parse("", read));
}

TEST(AlertWords, AreReadBack) {
  expect_words<SubjectKind>(
      {"person", "organisation", "document", "vessel", "vehicle", "aircraft", "object"});
  expect_words<AliasQuality>({"primary", "strong", "weak", "original_script"});
  expect_words<AlertAction>({"refer", "refuse", "detain", "discreet", "inform", "seize", "protect"});
}

}  // namespace
}  // namespace cardea::watchlist
