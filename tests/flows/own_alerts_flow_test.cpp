// Alerts of our own from draft to withdrawal, and the hits they raise, on the real store.
#include "cardea/kernel/codec.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::alerts {
namespace {

using testkit::Person;

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;

std::string typed(const auto& id) {
  const std::string text = to_text(id);
  return text.substr(text.size() - 4);
}

AlertDraft about(const Person& person, const std::string& action = "refuse") {
  AlertDraft draft;
  draft.reason = "refusal_of_entry";
  draft.owner = "Border Guard";
  draft.legal_basis = "Aliens Act, section 12";
  draft.action = action;
  draft.names = {person.primary + ", " + person.secondary};
  draft.birth_date = "1974-08-12";
  draft.nationality = person.nationality;
  draft.review_on = *Date::create(2028, 1, 1);
  draft.expires_on = *Date::create(2029, 1, 1);
  return draft;
}

class OwnAlert : public testing::Test {
 protected:
  testkit::Post post;
  OwnAlerts own = post.own_alerts();
  Hits hits = post.hits();
  inspection::Inspections inspections = post.inspections();
  ports::Caller wanda = post.officer("wanda", "watchlist_owner");
  ports::Caller walter = post.officer("walter", "watchlist_owner");
  ports::Caller lena = post.officer("lena", "shift_leader");
  ports::Caller sami = post.officer("sami", "second_line");
  ports::Caller anna = post.officer("anna");

  OwnAlertId in_force(const AlertDraft& draft) {
    const auto id = post.ids.make<OwnAlertId>();
    EXPECT_EQ(reason(own.draft(wanda, id, draft)), "");
    EXPECT_EQ(reason(own.propose(wanda, id, "seen twice")), "");
    EXPECT_EQ(reason(own.approve(walter, id, typed(id))), "");
    post.refresh_snapshot();
    return id;
  }
  inspection::InspectionView open(const Person& person = {}) {
    const auto view =
        inspections.open(anna, {testkit::passport_of(person), crossings::Direction::entry, {}, {}});
    EXPECT_EQ(reason(view), "");
    return view.value();
  }
  static std::string reason(const auto& result) {
    return result ? std::string() : std::string(result.error().reason) + result.error().detail;
  }
  std::string state(OwnAlertId id) {
    const auto views = own.list(wanda).value();
    for (const auto& view : views) {
      if (view.id == id) return view.state;
    }
    return "none";
  }
  inspection::InspectionView compare(const inspection::InspectionView& view, crossings::Comparison result) {
    const auto& hit = view.hits.front();
    const auto compared = inspections.compare(anna, view.id, {hit.source, hit.source_id, result, {}});
    EXPECT_EQ(reason(compared), "");
    return compared.value();
  }
};

// REQ: F-I03
TEST_F(OwnAlert, IsDraftedByOneApprovedByAnotherAndFoundAtTheBooth) {
  const auto id = in_force(about({}));
  EXPECT_EQ(state(id), "in_force");
  const auto view = open();
  ASSERT_EQ(view.hits.size(), 1U);
  EXPECT_EQ(view.hits.front().source, "own_alerts");
  EXPECT_EQ(view.hits.front().source_id, to_text(id));
  EXPECT_EQ(view.assessment.verdict, "compare");
}

TEST_F(OwnAlert, IsNotApprovedByWhoProposedIt) {
  const auto id = post.ids.make<OwnAlertId>();
  ASSERT_EQ(reason(own.draft(wanda, id, about({}))), "");
  ASSERT_EQ(reason(own.propose(wanda, id, "")), "");
  EXPECT_EQ(own.approve(wanda, id, typed(id)).error().reason, "same_person");
  EXPECT_EQ(own.approve(walter, id, "zzzz").error().reason, "confirmation_wrong");
  EXPECT_EQ(own.approve(anna, id, typed(id)).error().reason, "role_missing");
  post.refresh_snapshot();
  EXPECT_TRUE(open().hits.empty());
}

TEST_F(OwnAlert, LapsesAsAProposalAfterADay) {
  const auto id = post.ids.make<OwnAlertId>();
  ASSERT_EQ(reason(own.draft(wanda, id, about({}))), "");
  ASSERT_EQ(reason(own.propose(wanda, id, "")), "");
  post.clock.advance_seconds(kDay + 1);
  EXPECT_EQ(state(id), "draft");
  EXPECT_EQ(own.approve(walter, id, typed(id)).error().reason, "alert_act_not_due");
}

TEST_F(OwnAlert, GoesBackWithAReasonAndIsEditedAndProposedAgain) {
  const auto id = post.ids.make<OwnAlertId>();
  ASSERT_EQ(reason(own.draft(wanda, id, about({}))), "");
  ASSERT_EQ(reason(own.propose(wanda, id, "")), "");
  EXPECT_EQ(own.send_back(walter, id, " ").error().reason, "note_required");
  EXPECT_EQ(own.send_back(walter, id, "no birth date")->state, "draft");
  EXPECT_EQ(reason(own.draft(wanda, id, about({}, "refer"))), "");
  EXPECT_EQ(own.propose(wanda, id, "")->state, "proposed");
}

TEST_F(OwnAlert, IsWithdrawnByTwoAndThenFindsNobodyEvenInAnOlderSnapshot) {
  const auto id = in_force(about({}));
  ASSERT_EQ(reason(own.propose_withdrawal(wanda, id, "ban lifted")), "");
  EXPECT_EQ(own.approve_withdrawal(wanda, id, typed(id)).error().reason, "same_person");
  ASSERT_EQ(reason(own.approve_withdrawal(walter, id, typed(id))), "");
  EXPECT_EQ(state(id), "withdrawn");
  EXPECT_TRUE(open().hits.empty());
}

TEST_F(OwnAlert, ExpiresByItsDateWithoutAnybodyActing) {
  auto draft = about({});
  draft.review_on = *Date::create(2026, 11, 24);
  draft.expires_on = *Date::create(2026, 11, 25);
  const auto id = in_force(draft);
  EXPECT_EQ(open().hits.size(), 1U);
  post.clock.advance_seconds(kDay);
  EXPECT_EQ(state(id), "review_due");
  EXPECT_EQ(open().hits.size(), 1U);
  post.clock.advance_seconds(2 * kDay);
  EXPECT_EQ(state(id), "expired");
  EXPECT_TRUE(open().hits.empty());
}

TEST_F(OwnAlert, InAnEmergencyIsInForceAtOnceAndEndsByItself) {
  const auto id = post.ids.make<OwnAlertId>();
  const auto raised = own.raise(lena, id, {"armed, on the coach from the south", about({}, "detain")});
  ASSERT_EQ(reason(raised), "");
  EXPECT_EQ(raised->state, "emergency");
  EXPECT_EQ(own.emergencies(lena)->size(), 1U);
  post.refresh_snapshot();
  EXPECT_EQ(open().hits.size(), 1U);
  post.clock.advance_seconds(4 * kHour + 1);
  EXPECT_TRUE(open().hits.empty());
  EXPECT_EQ(state(id), "expired");
  EXPECT_TRUE(own.emergencies(lena)->empty());
}

TEST_F(OwnAlert, InAnEmergencyLastsWhenASecondPersonApproves) {
  const auto id = post.ids.make<OwnAlertId>();
  ASSERT_EQ(reason(own.raise(lena, id, {"armed", about({}, "detain")})), "");
  ASSERT_EQ(reason(own.approve(walter, id, typed(id))), "");
  post.clock.advance_seconds(5 * kHour);
  post.refresh_snapshot();
  EXPECT_EQ(open().hits.size(), 1U);
}

TEST_F(OwnAlert, SaysBeforehandWhomItWouldHaveMet) {
  post.list_in_force();
  static_cast<void>(open());
  static_cast<void>(open());
  const auto id = post.ids.make<OwnAlertId>();
  ASSERT_EQ(reason(own.draft(wanda, id, about({}))), "");
  const auto tried = own.dry_run(wanda, id);
  ASSERT_EQ(reason(tried), "");
  EXPECT_EQ(tried->inspections, 2);
  EXPECT_EQ(tried->travellers, 1);
  EXPECT_TRUE(tried->duplicates.empty());
  static_cast<void>(in_force(about({})));
  EXPECT_EQ(own.dry_run(wanda, id)->duplicates.size(), 1U);
}

// REQ: F-I07
TEST_F(OwnAlert, ThatComesIntoForceFindsEarlierInspections) {
  post.list_in_force();
  const auto view = open();
  static_cast<void>(in_force(about({})));
  const auto found = hits.list(sami);
  ASSERT_EQ(reason(found), "");
  ASSERT_EQ(found->size(), 1U);
  EXPECT_TRUE(found->front().found_later);
  EXPECT_EQ(found->front().inspection_id, view.id);
}

TEST_F(OwnAlert, DoesNotStopAPersonWhoWasClearedBefore) {
  static_cast<void>(in_force(about({})));
  const auto first = open();
  EXPECT_EQ(first.assessment.verdict, "compare");
  static_cast<void>(compare(first, crossings::Comparison::not_same_person));
  const auto second = open();
  EXPECT_EQ(second.assessment.verdict, "note");
  EXPECT_TRUE(second.assessment.admit_allowed);
  ASSERT_TRUE(second.hits.front().cleared.has_value());
  EXPECT_EQ(second.hits.front().cleared->officer, to_text(anna.officer_id));
  EXPECT_EQ(second.hits.front().cleared->inspection_id, first.id);
  // Looked at again, and it is that person after all.
  post.clock.advance_seconds(1);
  const auto again = compare(second, crossings::Comparison::same_person);
  EXPECT_EQ(again.assessment.verdict, "compare");
  EXPECT_FALSE(again.hits.front().cleared.has_value());
  EXPECT_EQ(open().assessment.verdict, "compare");
}

TEST_F(OwnAlert, StopsAClearedPersonOnceTheAlertHasAnotherText) {
  auto listed = testkit::alert_about("un_consolidated", "7", "LINDQVIST, ANNA MARIA", "1974-08-12");
  post.list_in_force({listed});
  static_cast<void>(compare(open(), crossings::Comparison::not_same_person));
  EXPECT_EQ(open().assessment.verdict, "note");
  listed.remarks = "new photograph";
  post.list_in_force({listed});
  EXPECT_EQ(open().assessment.verdict, "compare");
}

// REQ: F-G04
TEST_F(OwnAlert, RaisesAHitThatIsJudgedWrittenUpAndClosedByTwo) {
  static_cast<void>(in_force(about({})));
  const auto view = open();
  post.clock.advance_seconds(90);
  static_cast<void>(compare(view, crossings::Comparison::same_person));
  const auto card = hits.list(sami).value().front();
  EXPECT_EQ(card.state, "confirmed");
  EXPECT_EQ(card.judged_after_s, 90);
  EXPECT_EQ(card.missing, (std::vector<std::string>{"place", "time", "reason"}));
  EXPECT_EQ(hits.propose_closing(sami, card.id).error().reason, "hit_form_incomplete");
  EXPECT_EQ(hits.fill_form(sami, card.id, {{"weather", "rain"}}).error().reason, "form_field_unknown");
  ASSERT_EQ(
      reason(hits.fill_form(sami, card.id, {{"place", "lane 1"}, {"time", "10:00"}, {"reason", "visit"}})),
      "");
  EXPECT_EQ(hits.close(lena, card.id, typed(card.id)).error().reason, "closing_not_proposed");
  ASSERT_EQ(reason(hits.propose_closing(sami, card.id)), "");
  EXPECT_EQ(hits.close(sami, card.id, typed(card.id)).error().reason, "same_person");
  EXPECT_EQ(hits.close(lena, card.id, typed(card.id))->state, "closed");
  EXPECT_EQ(hits.judge(sami, card.id, "unresolved", "").error().reason, "hit_closed");
}

// REQ: F-G05
TEST_F(OwnAlert, ItsOwnerSeesTheHitAndSaysWhatWasDone) {
  static_cast<void>(in_force(about({})));
  static_cast<void>(compare(open(), crossings::Comparison::same_person));
  const auto inbox = hits.owner_inbox(wanda);
  ASSERT_EQ(reason(inbox), "");
  ASSERT_EQ(inbox->size(), 1U);
  const HitId id = inbox->front().id;
  EXPECT_TRUE(hits.owner_inbox(wanda)->front().delivered_at.has_value());
  EXPECT_EQ(hits.receipt(wanda, id, "acted", "").error().reason, "note_required");
  EXPECT_TRUE(hits.receipt(wanda, id, "opened", "")->opened_at.has_value());
  EXPECT_EQ(hits.receipt(wanda, id, "acted", "ban served")->answer, "ban served");
}

TEST_F(OwnAlert, ThatIsDiscreetIsForTheSecondLineOnly) {
  static_cast<void>(in_force(about({}, "discreet")));
  const auto view = open();
  EXPECT_TRUE(view.hits.empty());
  EXPECT_EQ(view.assessment.verdict, "nothing_found");
  EXPECT_TRUE(view.record_details);
  const auto details = inspections.record_details(anna, view.id, {{{"destination", "the capital"}}});
  ASSERT_EQ(reason(details), "");
  EXPECT_TRUE(details->details_recorded);
  EXPECT_EQ(details->revision, view.revision);
  const auto cards = hits.list(sami).value();
  ASSERT_EQ(cards.size(), 1U);
  EXPECT_EQ(cards.front().action, "discreet");
  EXPECT_EQ(hits.list(anna).error().reason, "role_missing");
}

// Were it otherwise, the numbers of events that the booth hears would tell.
TEST_F(OwnAlert, ThatIsDiscreetRecordsAsManyEntriesAsNone) {
  static_cast<void>(in_force(about({}, "discreet")));
  const auto before = post.journal().size();
  static_cast<void>(open());
  const auto with = post.journal().size() - before;
  static_cast<void>(
      open({.primary = "OKAFOR", .secondary = "CHIDI", .number = "B1029384", .birth = "900105"}));
  EXPECT_EQ(post.journal().size() - before - with, with);
}

TEST_F(OwnAlert, AsksSomeTravellersForDetailsAtRandom) {
  post.list_in_force();
  int asked = 0;
  for (int i = 0; i < 300; ++i) asked += open().record_details ? 1 : 0;
  EXPECT_GT(asked, 0);
  EXPECT_LT(asked, 30);
}

TEST_F(OwnAlert, IsRebuiltFromTheJournal) {
  static_cast<void>(in_force(about({})));
  static_cast<void>(compare(open(), crossings::Comparison::not_same_person));
  static_cast<void>(open());
  const auto before = post.store().table_digests().value();
  ASSERT_EQ(reason(post.store().rebuild()), "");
  const auto after = post.store().table_digests().value();
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_EQ(before[i].digest, after[i].digest) << before[i].table;
}

}  // namespace
}  // namespace cardea::alerts
