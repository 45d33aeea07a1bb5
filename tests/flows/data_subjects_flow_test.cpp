// Requests of data subjects on the real store: found, told, corrected, erased within the rules, closed with
// proof; and a discreet alert that leaves no trace in what is told.
#include "cardea/accountability/data_subjects.hpp"

#include "cardea/crypto/node_key.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::accountability {
namespace {

using privacy::RequestKind;
using testkit::Person;

constexpr std::int64_t kDay = 24 * 60 * 60;
const Person kControl{"BERGSTROM", "KARIN", "SWE", "SWE", "K123456L7", "741103", "330415", "P"};

class Answering : public testing::Test {
 protected:
  Answering() { post.list_in_force(); }

  testkit::Post post;
  DataSubjects requests = post.data_subjects();
  Retention retention = post.retention();
  inspection::Inspections inspections = post.inspections();
  ports::Caller anna = post.officer("anna");
  ports::Caller dora = post.officer("dora", "data_officer");
  ports::Caller dirk = post.officer("dirk", "data_officer");

  static std::string reason(const auto& result) {
    return result ? std::string() : std::string(result.error().reason);
  }
  Date today() { return post.clock.local_date(post.clock.now()); }
  NewDataRequest asked(RequestKind kind, std::string identity = "document_seen") {
    return {kind, "Anna Maria Lindqvist", {}, std::move(identity), "en", {}, today()};
  }
  DataRequestId registered(RequestKind kind, std::string identity = "document_seen") {
    return requests.register_request(dora, asked(kind, std::move(identity))).value().request.request_id;
  }
  inspection::InspectionView open(const Person& person, crossings::Direction direction) {
    return inspections.open(anna, {testkit::passport_of(person), direction, "1", {}}).value();
  }
  TravellerId cross(const Person& person = {}, crossings::Direction direction = crossings::Direction::entry) {
    const auto view = open(person, direction);
    EXPECT_EQ(reason(inspections.decide(anna, view.id, {crossings::Outcome::admit, {}, {}, {}, {}})), "");
    return view.traveller.traveller_id;
  }
  DataRequestId about(TravellerId traveller, RequestKind kind) {
    const auto id = registered(kind);
    EXPECT_EQ(reason(requests.set_persons(dora, id, {traveller})), "");
    return id;
  }
  void expect_rebuilt_alike() {
    const auto before = post.store().table_digests();
    ASSERT_TRUE(post.store().rebuild().has_value());
    EXPECT_EQ(*before, *post.store().table_digests());
    EXPECT_TRUE(post.store().verify()->intact());
  }
};

// REQ: F-O07
TEST_F(Answering, ARequestIsFoundToldAndClosedWithProof) {
  const auto traveller = cross();
  const auto id = registered(RequestKind::access);
  const auto found = requests.search(dora, id, {"L898902C3", {}, {}}).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().traveller_id, traveller);
  EXPECT_EQ(found.front().inspections, 1);
  EXPECT_THAT(found.front().documents, testing::ElementsAre("SWE L898902C3"));
  EXPECT_EQ(reason(requests.export_data(dora, id)), "nobody_found");
  ASSERT_EQ(reason(requests.set_persons(dora, id, {traveller})), "");
  EXPECT_EQ(reason(requests.close(dora, id, {"answered", {}})), "nothing_exported");
  const auto made = requests.export_data(dora, id).value();
  ASSERT_EQ(made.persons.size(), 1U);
  EXPECT_EQ(made.persons.front().primary_identifier, "LINDQVIST");
  ASSERT_EQ(made.persons.front().crossings.size(), 1U);
  EXPECT_EQ(made.persons.front().crossings.front().outcome, "admit");
  EXPECT_EQ(made.retention.periods.size(), 3U);
  const auto closed = requests.close(dora, id, {"answered", "Sent by post."}).value();
  EXPECT_EQ(closed.request.state, "closed");
  EXPECT_EQ(closed.answered_on, today());
  EXPECT_EQ(closed.exports.front().records, 4);
  EXPECT_EQ(reason(requests.export_data(dora, id)), "data_request_closed");
  const auto proof = requests.proof(dora, id).value();
  EXPECT_EQ(proof.entry.type, "data_subject.closed");
  EXPECT_TRUE(journal::check_proof(proof).has_value());
  EXPECT_TRUE(crypto::verify(post.key.public_key(), bytes_of(journal::head_message(proof.head)),
                             parse_hex(proof.head.signature).value()));
  expect_rebuilt_alike();
}

TEST_F(Answering, TheLetterIsPaperInTheLanguageOfThePerson) {
  const auto traveller = cross();
  for (const auto* language : {"en", "ar"}) {
    auto input = asked(RequestKind::access);
    input.language = language;
    const auto id = requests.register_request(dora, input).value().request.request_id;
    ASSERT_EQ(reason(requests.set_persons(dora, id, {traveller})), "");
    EXPECT_TRUE(requests.letter(dora, id)->starts_with("%PDF-")) << language;
  }
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
}

TEST_F(Answering, WhatIsRegisteredIsChecked) {
  const auto refused = [&](const auto& change) {
    auto input = asked(RequestKind::access);
    change(input);
    return reason(requests.register_request(dora, input));
  };
  EXPECT_EQ(refused([](auto& r) { r.requester = " "; }), "requester_missing");
  EXPECT_EQ(refused([](auto& r) { r.identity_check = "looked honest"; }), "identity_check_unknown");
  EXPECT_EQ(refused([](auto& r) { r.language = "xx"; }), "unknown_language");
  EXPECT_EQ(refused([](auto& r) { r.received_on = r.received_on.plus_days(1); }), "received_in_future");
  const auto unproved = registered(RequestKind::access, "not_proved");
  EXPECT_EQ(reason(requests.search(dora, unproved, {"X", {}, {}})), "identity_not_proved");
  EXPECT_EQ(reason(requests.close(dora, unproved, {"identity_not_proved", {}})), "");
  const auto id = registered(RequestKind::access);
  EXPECT_EQ(reason(requests.search(dora, id, {{}, "LI", {}})), "search_too_wide");
  EXPECT_EQ(reason(requests.set_persons(dora, id, {post.ids.make<TravellerId>()})), "traveller_unknown");
  EXPECT_EQ(reason(requests.close(dora, id, {"erased", {}})), "outcome_unknown");
  EXPECT_EQ(reason(requests.get(dora, post.ids.make<DataRequestId>())), "data_request_unknown");
}

// REQ: F-O07
TEST_F(Answering, TheDeadlineIsAMonthExtendedOnceByTwo) {
  const auto id = registered(RequestKind::access);
  EXPECT_EQ(to_text(requests.get(dora, id)->request.due_on), "2026-12-23");
  post.clock.advance_seconds(31 * kDay);
  EXPECT_TRUE(requests.list(dora)->front().overdue);
  EXPECT_EQ(reason(requests.extend(dora, id, " ")), "reason_missing");
  EXPECT_EQ(to_text(requests.extend(dora, id, "many records")->request.due_on), "2027-02-23");
  EXPECT_FALSE(requests.list(dora)->front().overdue);
  EXPECT_EQ(reason(requests.extend(dora, id, "more")), "data_request_extended");
}

TEST_F(Answering, TheSameKeyRegistersOnce) {
  const ports::ActRequest once{"key-of-dora", {}, {}};
  const auto first = requests.register_request(dora, asked(RequestKind::access), once).value();
  const auto second = requests.register_request(dora, asked(RequestKind::access), once).value();
  EXPECT_EQ(first.request.request_id, second.request.request_id);
  EXPECT_EQ(requests.list(dora)->size(), 1U);
}

// REQ: F-O07
TEST_F(Answering, ACorrectionStandsBesideWhatWasRead) {
  const auto traveller = cross();
  const auto id = about(traveller, RequestKind::correction);
  const auto correct = [&](const std::string& field, const std::string& value) {
    return reason(requests.correct(dora, id, {traveller, field, value, "birth certificate"}));
  };
  EXPECT_EQ(reason(requests.close(dora, id, {"corrected", {}})), "nothing_corrected");
  EXPECT_EQ(correct("mrz", "P<"), "field_not_correctable");
  EXPECT_EQ(correct("sex", "other"), "field_value_invalid");
  EXPECT_EQ(correct("birth_date", "1974-08-12"), "nothing_to_correct");
  EXPECT_EQ(correct("birth_date", "1974-08-21"), "");
  EXPECT_EQ(correct("birth_date", "1974-08-21"), "nothing_to_correct");
  EXPECT_EQ(post.records().travellers().find_traveller(traveller).value()->traveller.birth_dates.front(),
            parse_partial_date("1974-08-12"));
  const auto made = requests.export_data(dora, id).value();
  ASSERT_EQ(made.persons.front().corrections.size(), 1U);
  EXPECT_EQ(made.persons.front().corrections.front().old_value, "1974-08-12");
  EXPECT_EQ(reason(requests.close(dora, id, {"corrected", {}})), "");
  const auto access = about(traveller, RequestKind::access);
  EXPECT_EQ(reason(requests.correct(dora, access, {traveller, "sex", "male", "x"})),
            "data_request_other_kind");
  expect_rebuilt_alike();
}

// REQ: F-O07
TEST_F(Answering, NothingIsErasedThatTheScheduleAHoldOrACaseKeeps) {
  const auto traveller = cross({}, crossings::Direction::exit);
  const auto id = about(traveller, RequestKind::erasure);
  const auto forbidden = [&] { return reason(requests.propose_erasure(dora, id, traveller)); };
  EXPECT_EQ(forbidden(), "erasure_schedule_forbids");
  EXPECT_EQ(requests.get(dora, id)->erasures.front().forbidden, "erasure_schedule_forbids");
  const auto hold = retention.propose_hold(dora, traveller, "court").value();
  EXPECT_EQ(forbidden(), "erasure_hold_forbids");
  ASSERT_EQ(reason(retention.lift_hold(dirk, hold.hold_id, "over", to_text(hold.hold_id).substr(32))), "");
  const auto referred = open({}, crossings::Direction::exit);
  ASSERT_EQ(reason(inspections.decide(
                anna, referred.id,
                {crossings::Outcome::refer, std::vector<std::string>{"purpose_doubt"}, {}, {}, {}})),
            "");
  EXPECT_EQ(forbidden(), "erasure_case_forbids");
  EXPECT_EQ(reason(requests.close(dora, id, {"erased", {}})), "nothing_erased");
  EXPECT_EQ(reason(requests.close(dora, id, {"not_erased", "It is kept by law."})), "");
}

// REQ: F-O07
TEST_F(Answering, TwoPersonsEraseWhatIsDue) {
  const auto traveller = cross({}, crossings::Direction::exit);
  const auto correction = about(traveller, RequestKind::correction);
  ASSERT_EQ(reason(requests.correct(dora, correction, {traveller, "sex", "male", "as asked"})), "");
  post.clock.advance_seconds(4 * 366 * kDay);
  const auto id = about(traveller, RequestKind::erasure);
  const std::string typed = to_text(id).substr(32);
  EXPECT_EQ(reason(requests.approve_erasure(dirk, id, traveller, typed)), "erasure_not_proposed");
  ASSERT_EQ(reason(requests.propose_erasure(dora, id, traveller)), "");
  EXPECT_EQ(reason(requests.approve_erasure(dora, id, traveller, typed)), "same_person");
  EXPECT_EQ(reason(requests.approve_erasure(dirk, id, traveller, "zzzz")), "confirmation_wrong");
  const auto erased = requests.approve_erasure(dirk, id, traveller, typed);
  ASSERT_EQ(reason(erased), "");
  EXPECT_EQ(erased->erasures.front().state, "approved");
  EXPECT_FALSE(post.records().travellers().find_traveller(traveller)->has_value());
  EXPECT_EQ(reason(requests.close(dora, id, {"erased", {}})), "");
  std::string text;
  const auto entries = post.records().entries_after(0, 10000);
  for (const auto& entry : *entries) text += entry.payload.value_or("");
  EXPECT_EQ(text.find("LINDQVIST"), std::string::npos);
  EXPECT_EQ(text.find("as asked"), std::string::npos);
  expect_rebuilt_alike();
}

TEST_F(Answering, ARestrictionIsAHold) {
  const auto traveller = cross();
  const auto id = about(traveller, RequestKind::restriction);
  EXPECT_EQ(reason(requests.close(dora, id, {"restricted", {}})), "restriction_without_hold");
  const auto hold = retention.propose_hold(dora, traveller, "restriction asked for").value();
  ASSERT_EQ(reason(retention.approve_hold(dirk, hold.hold_id, to_text(hold.hold_id).substr(32))), "");
  EXPECT_EQ(reason(requests.close(dora, id, {"restricted", {}})), "");
}

TEST_F(Answering, IsForDataOfficersOnly) {
  const auto id = registered(RequestKind::access);
  for (const auto* role : {"officer", "second_line", "auditor", "administrator"}) {
    const auto caller = post.officer(std::string("o-") + std::string(role).substr(0, 6), role);
    EXPECT_EQ(reason(requests.list(caller)), "role_missing") << role;
    EXPECT_EQ(reason(requests.export_data(caller, id)), "role_missing") << role;
    EXPECT_EQ(reason(requests.proof(caller, id)), "role_missing") << role;
  }
}

// What differs between two persons: who they are, and nothing else.
std::string masked(const DataExport& made, const Person& person) {
  std::string text = write_json(made);
  const auto mask = [&](const std::string& word, const std::string& by) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size())) {
      text.replace(at, word.size(), by);
    }
  };
  const std::string born =
      "19" + person.birth.substr(0, 2) + "-" + person.birth.substr(2, 2) + "-" + person.birth.substr(4);
  for (const auto& crossing : made.persons.front().crossings) {
    mask(json::serialize(json::string(crossing.mrz)), "\"MRZ\"");
  }
  mask(to_text(made.request_id), "REQUEST");
  mask(person.number, "NUMBER");
  mask(born, "BORN");
  mask(person.primary, "PRIMARY");
  mask(person.secondary, "SECONDARY");
  return text;
}

// REQ: F-O07
TEST_F(Answering, ADiscreetAlertLeavesNoTraceInWhatIsTold) {
  auto own = post.own_alerts();
  const auto wanda = post.officer("wanda", "watchlist_owner");
  const auto walter = post.officer("walter", "watchlist_owner");
  const auto bert = post.officer("bert", "second_line");
  alerts::AlertDraft draft;
  draft.reason = "refusal_of_entry";
  draft.owner = "Border Guard";
  draft.legal_basis = "Aliens Act, section 12";
  draft.action = "discreet";
  draft.names = {"LINDQVIST, ANNA MARIA"};
  draft.birth_date = "1974-08-12";
  draft.nationality = "SWE";
  draft.review_on = *Date::create(2028, 1, 1);
  draft.expires_on = *Date::create(2029, 1, 1);
  const auto alert = post.ids.make<OwnAlertId>();
  ASSERT_EQ(reason(own.draft(wanda, alert, draft)), "");
  ASSERT_EQ(reason(own.propose(wanda, alert, "seen")), "");
  ASSERT_EQ(reason(own.approve(walter, alert, to_text(alert).substr(32))), "");
  post.refresh_snapshot();
  std::vector<std::string> told;
  for (const Person& person : {Person{}, kControl}) {
    const auto traveller = cross(person);
    const auto hits = post.hits().list(bert).value();
    EXPECT_EQ(hits.size(), 1U);  // of the first person only
    const auto id = about(traveller, RequestKind::access);
    told.push_back(masked(requests.export_data(dora, id).value(), person));
  }
  EXPECT_EQ(told.at(0), told.at(1));
  EXPECT_EQ(told.at(0).find("alert"), std::string::npos);
}

}  // namespace
}  // namespace cardea::accountability
