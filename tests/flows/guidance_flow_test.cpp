// Procedures, directives and certificates on the real store, and what they mean to the work.
#include "cardea/guidance/guidance.hpp"

#include <algorithm>

#include "cardea/ports/alerts_records.hpp"
#include "cardea/ports/cases_records.hpp"
#include "cardea/ports/guidance_records.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::guidance {
namespace {

using crossings::Direction;
using crossings::Outcome;
using procedures::BindingKind;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kHour = 3600;

std::string_view reason_of(const auto& result) { return result ? "done" : result.error().reason; }
std::string detail_of(const auto& result) { return result ? "" : result.error().detail; }

class Guiding : public testing::Test {
 protected:
  testkit::Post post;
  Guidance guidance = post.guidance();
  casework::Cases cases = post.cases();
  ports::Caller petra = post.officer("petra", "procedure_owner");
  ports::Caller paul = post.officer("paul", "procedure_owner");
  ports::Caller anna = post.officer("anna");
  ports::Caller berta = post.officer("berta", "second_line");
  ports::Caller dora = post.officer("dora", "shift_leader");

  Date today() const { return post.clock.local_date(post.clock.now()); }

  procedures::Procedure about(std::string task, bool required = true) const {
    procedures::Procedure one;
    one.language = "en";
    one.title = {{"en", "Refusal of entry"}};
    one.bindings = {{BindingKind::task, std::move(task)}};
    one.required_before_decision = required;
    one.legal_source = "Regulation (EU) 2016/399, Article 14";
    one.steps = {{"told_grounds", true, {{"en", "Tell the grounds"}}, "Annex V, Part A"},
                 {"told_appeal", true, {{"en", "Tell how to appeal"}}, "Article 14(3)"},
                 {"offered_water", false, {{"en", "Offer water"}}, ""}};
    one.in_force_from = today();
    return one;
  }

  Result<ProcedureView> approve(ProcedureId id, const ports::Caller& by) {
    const auto rows = post.records().guidance().versions_of(id).value();
    const std::string record = to_text(id);
    return guidance.procedures.approve(
        by, id, {rows.back().drafted.version, rows.back().drafted_at, record.substr(record.size() - 4)});
  }

  ProcedureId in_force(const procedures::Procedure& says) {
    const auto id = post.ids.make<ProcedureId>();
    EXPECT_EQ(reason_of(guidance.procedures.draft(petra, id, says)), "done");
    EXPECT_EQ(reason_of(approve(id, paul)), "done");
    return id;
  }

  CaseId referred(const testkit::Person& person = {}) {
    post.list_in_force();
    const auto inspections = post.inspections();
    const auto view =
        inspections.open(anna, {testkit::passport_of(person), Direction::entry, {}, {}}).value();
    const inspection::Decide refer{Outcome::refer, std::vector<std::string>{"purpose_doubt"}, {}, {}, {}};
    EXPECT_EQ(reason_of(inspections.decide(anna, view.id, refer)), "done");
    return post.records().cases().find_of(view.id).value()->opened.case_id;
  }
  CaseId taken() {
    const CaseId id = referred();
    EXPECT_EQ(reason_of(cases.take(berta, id, {})), "done");
    return id;
  }
  auto refuse(CaseId id) {
    return cases.propose_refusal(berta, id, {{"C", "E"}, "No visa in the passport.", {}, {}});
  }
  auto follow(CaseId id, ProcedureId procedure, std::vector<std::string> done,
              std::vector<procedures::Deviation> deviations = {}, int version = 1) {
    return guidance.procedures.follow(
        berta, {procedure, version, "case", to_text(id), std::move(done), std::move(deviations)});
  }
};

// REQ: F-L01
TEST_F(Guiding, AProcedureIsInForceWhenASecondPersonApprovedIt) {
  const auto id = post.ids.make<ProcedureId>();
  ASSERT_EQ(reason_of(guidance.procedures.draft(petra, id, about("refusal"))), "done");
  EXPECT_THAT(guidance.procedures.list(anna)->procedures, IsEmpty());
  EXPECT_EQ(reason_of(approve(id, petra)), "same_person");
  EXPECT_EQ(reason_of(guidance.procedures.approve(paul, id, {1, Instant{0}, "none"})), "revision_mismatch");
  ASSERT_EQ(reason_of(approve(id, paul)), "done");
  const auto list = guidance.procedures.list(anna);
  ASSERT_EQ(list->procedures.size(), 1U);
  EXPECT_EQ(list->procedures.front().versions.front().state, "in_force");
  EXPECT_EQ(list->procedures.front().versions.front().approved_by, "Officer paul");
  EXPECT_EQ(reason_of(guidance.procedures.draft(anna, id, about("refusal"))), "role_missing");
}

// REQ: F-L01
TEST_F(Guiding, TheNextVersionSupersedesTheOneBeforeOnItsDate) {
  const ProcedureId id = in_force(about("refusal"));
  auto next = about("refusal");
  next.in_force_from = today().plus_days(2);
  ASSERT_EQ(reason_of(guidance.procedures.draft(petra, id, next)), "done");
  ASSERT_EQ(reason_of(approve(id, paul)), "done");
  const auto states = [&] {
    const auto list = guidance.procedures.list(petra).value();
    std::vector<std::string> words;
    for (const auto& version : list.procedures.front().versions) words.push_back(version.state);
    return words;
  };
  EXPECT_THAT(states(), ElementsAre("approved", "in_force"));
  post.clock.advance_seconds(48 * kHour);
  EXPECT_THAT(states(), ElementsAre("in_force", "superseded"));
  EXPECT_EQ(reason_of(guidance.procedures.withdraw(petra, id, {1, "old"})), "procedure_over");
  ASSERT_EQ(reason_of(guidance.procedures.withdraw(petra, id, {2, "the law changed"})), "done");
  EXPECT_THAT(states(), ElementsAre("withdrawn", "superseded"));
}

TEST_F(Guiding, AProcedureIsBoundToWhatIsThere) {
  auto one = about("refusal");
  one.bindings.push_back({BindingKind::lane, "9"});
  EXPECT_EQ(reason_of(guidance.procedures.draft(petra, post.ids.make<ProcedureId>(), one)),
            "procedure_binding_unknown");
  one.bindings = {{BindingKind::lane, "2"}, {BindingKind::alert_action, "detain"}};
  EXPECT_EQ(reason_of(guidance.procedures.draft(petra, post.ids.make<ProcedureId>(), one)), "done");
}

// REQ: F-L01
TEST_F(Guiding, ARefusalWaitsForTheStepsThatAreRequired) {
  const ProcedureId procedure = in_force(about("refusal"));
  const CaseId id = taken();
  const auto blocked = refuse(id);
  EXPECT_EQ(reason_of(blocked), "procedure_steps_missing");
  EXPECT_EQ(detail_of(blocked), "told_grounds, told_appeal");
  EXPECT_EQ(reason_of(follow(id, procedure, {"told_grounds"}, {{"told_appeal", " "}})),
            "deviation_needs_reason");
  ASSERT_EQ(reason_of(follow(id, procedure, {"told_grounds"})), "done");
  EXPECT_EQ(detail_of(refuse(id)), "told_appeal");
  const auto steps = follow(id, procedure, {"told_grounds"}, {{"told_appeal", "no interpreter before noon"}});
  ASSERT_EQ(reason_of(steps), "done");
  EXPECT_THAT(steps->checklists.front().missing, IsEmpty());
  EXPECT_EQ(steps->checklists.front().officer, "Officer berta");
  EXPECT_EQ(reason_of(refuse(id)), "done");
  const auto version = guidance.procedures.list(petra)->procedures.front().versions.front();
  EXPECT_EQ(version.followed, 1);
  EXPECT_EQ(version.deviated, 1);
}

TEST_F(Guiding, StepsThatAreNotRequiredBeforeTheDecisionHoldNothingUp) {
  static_cast<void>(in_force(about("refusal", false)));
  static_cast<void>(in_force(about("vehicle")));
  EXPECT_EQ(reason_of(refuse(taken())), "done");
}

TEST_F(Guiding, StepsCountByTheVersionTheyWereDoneBy) {
  const ProcedureId procedure = in_force(about("second_line"));
  const CaseId id = taken();
  ASSERT_EQ(reason_of(follow(id, procedure, {"told_grounds", "told_appeal"})), "done");
  auto next = about("second_line");
  next.steps.push_back({"new_step", true, {{"en", "New"}}, ""});
  ASSERT_EQ(reason_of(guidance.procedures.draft(petra, procedure, next)), "done");
  ASSERT_EQ(reason_of(approve(procedure, paul)), "done");
  EXPECT_EQ(reason_of(refuse(id)), "done");
}

TEST_F(Guiding, StepsAreForWhoDoesTheWork) {
  const ProcedureId procedure = in_force(about("second_line"));
  const CaseId id = taken();
  const FollowSteps said{procedure, 1, "case", to_text(id), {}, {}};
  EXPECT_EQ(reason_of(guidance.procedures.follow(anna, said)), "role_missing");
  EXPECT_EQ(reason_of(guidance.procedures.follow(dora, said)), "case_held_by_another");
  EXPECT_EQ(reason_of(follow(id, procedure, {}, {}, 2)), "procedure_not_in_force");
  EXPECT_EQ(reason_of(guidance.procedures.steps(berta, "lunch", to_text(id))), "subject_kind_unknown");
  ASSERT_EQ(reason_of(follow(id, procedure, {})), "done");
  const auto before = post.journal().size();
  ASSERT_EQ(reason_of(guidance.procedures.steps(berta, "case", to_text(id))), "done");
  EXPECT_EQ(post.journal().size(), before);
  ASSERT_EQ(reason_of(guidance.procedures.steps(dora, "case", to_text(id))), "done");
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
}

TEST_F(Guiding, TheFirstLineKeepsItsStepsAndIsNotHeldUp) {
  const ProcedureId procedure = in_force(about("first_line"));
  post.list_in_force();
  const auto inspections = post.inspections();
  const auto view = inspections.open(anna, {testkit::passport_of({}), Direction::entry, {}, {}}).value();
  const FollowSteps said{procedure, 1, "inspection", to_text(view.id), {"told_grounds"}, {}};
  ASSERT_EQ(reason_of(guidance.procedures.follow(anna, said)), "done");
  EXPECT_EQ(inspections.get(anna, view.id)->revision, view.revision);
  EXPECT_EQ(reason_of(inspections.decide(anna, view.id, {Outcome::admit, {}, {}, {}, {}})), "done");
  EXPECT_EQ(reason_of(guidance.procedures.follow(anna, said)), "already_decided");
}

IssueDirective for_officers(Instant now) {
  IssueDirective input;
  input.kind = "directive";
  input.title = "New forgery";
  input.text = "Look at page 4.";
  input.language = "en";
  input.roles = {"officer"};
  input.in_force_from = now;
  input.read_by = plus_seconds(now, 24 * kHour);
  return input;
}

// REQ: F-A03
TEST_F(Guiding, ADirectiveIsReceivedWhenItIsShownAndReadByAnAct) {
  const auto id = post.ids.make<DirectiveId>();
  ASSERT_EQ(reason_of(guidance.directives.issue(dora, id, for_officers(post.clock.now()))), "done");
  EXPECT_EQ(guidance.directives.unread(anna)->unread, 1);
  EXPECT_EQ(guidance.directives.issued(dora)->directives.front().units.front().received, 0);
  const auto inbox = guidance.directives.inbox(anna);
  ASSERT_EQ(inbox->directives.size(), 1U);
  EXPECT_EQ(inbox->directives.front().reader, "received");
  EXPECT_THAT(guidance.directives.inbox(berta)->directives, IsEmpty());
  post.clock.advance_seconds(25 * kHour);
  const auto late = guidance.directives.issued(dora)->directives.front();
  ASSERT_EQ(late.overdue.size(), 1U);
  EXPECT_EQ(late.overdue.front().name, "Officer anna");
  EXPECT_EQ(late.units.front().unit, "north_gate");
  EXPECT_EQ(late.units.front().addressed, 1);
  EXPECT_EQ(late.units.front().received, 1);
  EXPECT_EQ(guidance.directives.unread(anna)->overdue, 1);
  ASSERT_EQ(reason_of(guidance.directives.read(anna, id)), "done");
  EXPECT_EQ(reason_of(guidance.directives.read(anna, id)), "done");
  EXPECT_THAT(guidance.directives.issued(dora)->directives.front().overdue, IsEmpty());
  EXPECT_EQ(guidance.directives.unread(anna)->unread, 0);
  EXPECT_EQ(reason_of(guidance.directives.read(berta, id)), "directive_unknown");
  EXPECT_EQ(std::ranges::count(post.journal(), std::string("directive.read")), 1);
}

// REQ: F-A03, F-B11
TEST_F(Guiding, ADirectiveEndsByItsDateOrByAnAct) {
  const auto id = post.ids.make<DirectiveId>();
  auto bulletin = for_officers(post.clock.now());
  bulletin.kind = "bulletin";
  bulletin.roles.clear();
  bulletin.units = {"north_gate"};
  bulletin.expires_at = plus_seconds(post.clock.now(), 48 * kHour);
  ASSERT_EQ(reason_of(guidance.directives.issue(petra, id, bulletin)), "done");
  EXPECT_EQ(reason_of(guidance.directives.issue(petra, id, bulletin)), "done");
  bulletin.title = "Another";
  EXPECT_EQ(reason_of(guidance.directives.issue(petra, id, bulletin)), "directive_issued");
  EXPECT_EQ(guidance.directives.issued(dora)->directives.front().units.front().addressed, 5);
  post.clock.advance_seconds(48 * kHour);
  EXPECT_THAT(guidance.directives.inbox(anna)->directives, IsEmpty());
  EXPECT_EQ(reason_of(guidance.directives.read(anna, id)), "directive_over");
  EXPECT_THAT(guidance.directives.issued(dora)->directives.front().overdue, IsEmpty());
  const auto other = post.ids.make<DirectiveId>();
  ASSERT_EQ(reason_of(guidance.directives.issue(dora, other, for_officers(post.clock.now()))), "done");
  ASSERT_EQ(guidance.directives.withdraw(dora, other, "mistake")->state, "withdrawn");
  EXPECT_EQ(guidance.directives.unread(anna)->unread, 0);
  auto lost = for_officers(post.clock.now());
  lost.units = {"atlantis"};
  EXPECT_EQ(reason_of(guidance.directives.issue(dora, post.ids.make<DirectiveId>(), lost)), "unit_unknown");
}

class Certifying : public Guiding {
 protected:
  CertificateId certified(const ports::Caller& officer, const std::string& kind) {
    const auto id = post.ids.make<CertificateId>();
    const auto book = guidance.certificates.issue(
        petra, id, {officer.officer_id, kind, today(), today().plus_days(365), "course 12", {}});
    EXPECT_EQ(reason_of(book), "done");
    return id;
  }
  void need(const std::string& unit, const std::string& task, bool on = true) {
    EXPECT_EQ(reason_of(guidance.certificates.set_need(petra, {unit, task, on})), "done");
  }
};

// REQ: F-A09
TEST_F(Certifying, ACaseRefusesWhoLacksTheCertificateOnceTheUnitAsksForIt) {
  const CaseId id = referred();
  need("north_gate", "second_line_case");
  const auto refused = cases.take(berta, id, {});
  EXPECT_EQ(reason_of(refused), "certificate_missing");
  EXPECT_EQ(detail_of(refused), "second_line_interview");
  const CertificateId certificate = certified(berta, "second_line_interview");
  post.clock.advance_seconds(366 * 24 * kHour);
  EXPECT_EQ(reason_of(cases.take(berta, id, {})), "certificate_missing");
  const auto renewed = guidance.certificates.issue(
      petra, post.ids.make<CertificateId>(),
      {berta.officer_id, "second_line_interview", today(), today().plus_days(30), "course 13", certificate});
  ASSERT_EQ(reason_of(renewed), "done");
  EXPECT_EQ(reason_of(cases.take(berta, id, {})), "done");
}

// REQ: F-A09
TEST_F(Certifying, ALaneIsOpenedByWhoIsCertifiedForItsKind) {
  const auto operations = post.operations();
  need("north_gate/2", "vehicle_lane");
  EXPECT_EQ(reason_of(operations.set_lane(dora, "1", {"open", {}, {}, {}})), "done");
  EXPECT_EQ(detail_of(operations.set_lane(dora, "2", {"open", {}, {}, {}})), "vehicle_search");
  EXPECT_EQ(reason_of(operations.set_lane(dora, "2", {"closed", {}, {}, {}})), "done");
  const CertificateId id = certified(dora, "vehicle_search");
  EXPECT_EQ(reason_of(operations.set_lane(dora, "2", {"open", {}, {}, {}})), "done");
  ASSERT_EQ(reason_of(guidance.certificates.revoke(petra, id, "mistake")), "done");
  EXPECT_EQ(reason_of(operations.set_lane(dora, "2", {"open", {}, {}, {}})), "certificate_missing");
  need("north_gate/2", "vehicle_lane", false);
  EXPECT_EQ(reason_of(operations.set_lane(dora, "2", {"open", {}, {}, {}})), "done");
}

// REQ: F-I03, F-L01
TEST_F(Certifying, AHitThatIsNotForTheFirstLineBringsNoProcedureThere) {
  in_force(about("hit_comparison"));
  const auto shown_with = [&](watchlist::AlertAction action) {
    auto alert = testkit::alert_about("own", "7", "Anna Maria Lindqvist", "1974-08-12");
    alert.action = action;
    post.list_in_force({alert});
    const auto view =
        post.inspections().open(anna, {testkit::passport_of({}), Direction::entry, {}, {}}).value();
    return guidance.procedures.steps(anna, "inspection", to_text(view.id)).value().checklists.size();
  };
  EXPECT_EQ(shown_with(watchlist::AlertAction::discreet), 0U);
  EXPECT_EQ(shown_with(watchlist::AlertAction::detain), 1U);
}

// REQ: F-A09
TEST_F(Certifying, ALaneThatAsksForACertificateIsWorkedByWhoHasIt) {
  post.list_in_force();
  need("north_gate/1", "traveller_lane");
  const auto inspections = post.inspections();
  const inspection::OpenInspection here{testkit::passport_of({}), Direction::entry, {}, {}};
  EXPECT_EQ(detail_of(inspections.open(anna, here)), "document_examination");
  EXPECT_EQ(reason_of(inspections.open(anna, {here.mrz, Direction::entry, "2", {}})), "done");
  inspection::Request on_paper;
  on_paper.happened_at = post.clock.now();
  EXPECT_EQ(reason_of(inspections.open(anna, here, on_paper)), "done");
  certified(anna, "document_examination");
  EXPECT_EQ(reason_of(inspections.open(anna, here)), "done");
}

// REQ: F-A09, F-L01
TEST_F(Certifying, AHitIsJudgedByWhoIsCertifiedAndClosedWhenItsStepsAreDone) {
  post.list_in_force({testkit::alert_about("un_consolidated", "1", "LINDQVIST ANNA MARIA", "1974-08-12")});
  const auto inspections = post.inspections();
  const auto view = inspections.open(anna, {testkit::passport_of({}), Direction::entry, {}, {}}).value();
  ASSERT_EQ(view.hits.size(), 1U);
  const HitId id = post.records().alerts().hits(10).value().front().hit.hit_id;
  const auto hits = post.hits();
  need("north_gate", "hit_handling");
  EXPECT_EQ(detail_of(hits.judge(berta, id, "false_positive", "other scar")), "alert_handling");
  static_cast<void>(certified(berta, "alert_handling"));
  ASSERT_EQ(reason_of(hits.judge(berta, id, "false_positive", "other scar")), "done");
  const ProcedureId procedure = in_force(about("hit_comparison"));
  EXPECT_EQ(reason_of(hits.propose_closing(berta, id)), "procedure_steps_missing");
  const FollowSteps said{procedure, 1, "hit", to_text(id), {"told_grounds", "told_appeal"}, {}};
  ASSERT_EQ(reason_of(guidance.procedures.follow(berta, said)), "done");
  EXPECT_EQ(reason_of(hits.propose_closing(berta, id)), "done");
}

TEST_F(Certifying, TheBookShowsOthersToWhoCertifiesOrLeads) {
  static_cast<void>(certified(anna, "alert_handling"));
  EXPECT_EQ(guidance.certificates.book(petra)->officers.size(), 5U);
  EXPECT_EQ(guidance.certificates.book(dora)->officers.size(), 5U);
  const auto own = guidance.certificates.book(anna);
  ASSERT_EQ(own->officers.size(), 1U);
  EXPECT_EQ(own->officers.front().certificates.front().state, "valid");
  EXPECT_THAT(own->needs, IsEmpty());
  const IssueCertificate self{petra.officer_id, "alert_handling", today(), today().plus_days(9), "me", {}};
  EXPECT_EQ(reason_of(guidance.certificates.issue(petra, post.ids.make<CertificateId>(), self)),
            "same_person");
}

TEST_F(Certifying, IsRebuiltFromTheJournal) {
  const ProcedureId procedure = in_force(about("second_line"));
  ASSERT_EQ(reason_of(follow(taken(), procedure, {"told_grounds"}, {{"told_appeal", "later"}})), "done");
  const auto directive = post.ids.make<DirectiveId>();
  ASSERT_EQ(reason_of(guidance.directives.issue(dora, directive, for_officers(post.clock.now()))), "done");
  ASSERT_EQ(reason_of(guidance.directives.inbox(anna)), "done");
  ASSERT_EQ(reason_of(guidance.directives.read(anna, directive)), "done");
  ASSERT_EQ(reason_of(guidance.certificates.revoke(petra, certified(anna, "alert_handling"), "mistake")),
            "done");
  need("north_gate", "hit_handling");
  const auto before = post.store().table_digests().value();
  ASSERT_EQ(reason_of(post.store().rebuild()), "done");
  const auto after = post.store().table_digests().value();
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i)
    EXPECT_EQ(before[i].digest, after[i].digest) << before[i].table;
}

}  // namespace
}  // namespace cardea::guidance
