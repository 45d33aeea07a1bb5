// The auditor's side on the real store: who read what about whom.
#include "cardea/accountability/accountability.hpp"

#include "cardea/access/permission.hpp"
#include "cardea/crypto/node_key.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/testkit/people.hpp"
#include "cardea/testkit/post.hpp"

namespace cardea::accountability {
namespace {

class Auditing : public testing::Test {
 protected:
  testkit::Post post;
  Accountability accountability = post.accountability();
  inspection::Inspections inspections = post.inspections();
  ports::Caller anna = post.officer("anna");
  ports::Caller bert = post.officer("bert", "second_line");
  ports::Caller ada = post.officer("ada", "auditor");

  inspection::InspectionView open(const testkit::Person& person = {}) {
    inspection::OpenInspection input;
    input.mrz = testkit::passport_of(person);
    input.direction = crossings::Direction::entry;
    input.lane = "1";
    return inspections.open(anna, input).value();
  }
  ReadPage reads(const ReadSearch& search) { return accountability.reads(ada, search).value(); }
  std::vector<std::string> who(const ReadSearch& search) {
    std::vector<std::string> lines;
    for (const auto& read : reads(search).reads) {
      lines.push_back(read.officer_name + " " + read.what + " " + read.result +
                      (read.own_work ? " work" : ""));
    }
    return lines;
  }
  static ReadSearch about(TravellerId id) {
    ReadSearch search;
    search.traveller_id = id;
    return search;
  }
};

// REQ: F-Q03
TEST_F(Auditing, FindsEverybodyWhoReadAFile) {
  const auto view = open();
  const auto traveller = view.traveller.traveller_id;
  ASSERT_TRUE(inspections.get(bert, view.id).has_value());
  ASSERT_TRUE(inspections.history(bert, traveller, 5).has_value());
  const auto root = post.officer("root", "administrator");
  EXPECT_FALSE(inspections.history(root, traveller, 5).has_value());
  EXPECT_THAT(who(about(traveller)),
              testing::ElementsAre("Officer root history refused", "Officer bert history nothing",
                                   "Officer bert inspection shown", "Officer anna inspection shown work"));
}

TEST_F(Auditing, FindsByDocumentNameInspectionOfficerActAndTime) {
  const auto view = open();
  ASSERT_TRUE(inspections.get(bert, view.id).has_value());
  const auto count = [&](const auto& set) {
    ReadSearch search;
    set(search);
    return reads(search).reads.size();
  };
  EXPECT_EQ(count([&](auto& s) { s.document_number = " " + to_ascii_lower(view.document.number) + " "; }),
            2U);
  EXPECT_EQ(count([&](auto& s) { s.surname = to_ascii_lower(view.traveller.primary_identifier); }), 2U);
  EXPECT_EQ(count([&](auto& s) { s.subject = to_text(view.id); }), 2U);
  EXPECT_EQ(count([&](auto& s) { s.officer = "bert"; }), 1U);
  EXPECT_EQ(count([&](auto& s) { s.officer = "nobody"; }), 0U);
  EXPECT_EQ(count([&](auto& s) { s.what = "history"; }), 0U);
  EXPECT_EQ(count([&](auto& s) { s.until = post.clock.now(); }), 0U);
}

// REQ: F-Q05
TEST_F(Auditing, TheSearchIsRecordedItself) {
  static_cast<void>(open());
  static_cast<void>(reads({}));
  EXPECT_EQ(post.journal().back(), "personal_data.accessed");
  ReadSearch own;
  own.what = "read_log";
  EXPECT_THAT(who(own), testing::ElementsAre("Officer ada read_log shown"));
}

TEST_F(Auditing, PagesEndWhereTheyShould) {
  const auto view = open();
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(inspections.get(bert, view.id).has_value());
  auto search = about(view.traveller.traveller_id);
  search.limit = 2;
  std::size_t seen = 0;
  int pages = 0;
  for (std::optional<std::int64_t> before = 0; before && pages < 9; ++pages) {
    search.before = *before;
    const auto page = reads(search);
    seen += page.reads.size();
    before = page.next_before;
  }
  EXPECT_EQ(seen, 5U);
  EXPECT_EQ(pages, 3);
}

// REQ: F-Q04
TEST_F(Auditing, PutsUnusualReadsForward) {
  const auto view = open();
  for (int i = 0; i < 4; ++i) {
    ASSERT_TRUE(inspections.get(bert, view.id).has_value());
    post.clock.advance_seconds(1);
  }
  auto away = bert;
  away.lane.clear();
  ASSERT_TRUE(inspections.get(away, view.id).has_value());
  auto search = about(view.traveller.traveller_id);
  search.unusual_only = true;
  search.limit = 1;
  const auto first = reads(search);
  ASSERT_EQ(first.reads.size(), 1U);
  EXPECT_THAT(first.reads.front().flags, testing::ElementsAre("repeated", "no_lane"));
  search.before = first.next_before.value();
  const auto second = reads(search);
  ASSERT_EQ(second.reads.size(), 1U);
  EXPECT_THAT(second.reads.front().flags, testing::ElementsAre("repeated"));
  search.before = second.reads.front().sequence;
  EXPECT_TRUE(reads(search).reads.empty());
}

class Reviewing : public Auditing {
 protected:
  Reviewing() {
    auto away = bert;
    away.lane.clear();
    static_cast<void>(inspections.get(away, open().id).value());
    ReadSearch search;
    search.unusual_only = true;
    flagged = reads(search).reads.front().sequence;
  }
  ports::Caller dora = post.officer("dora", "data_officer");
  std::int64_t flagged = 0;

  std::string judge(const std::string& judgement, const std::string& note = "asked the leader") {
    const auto view = accountability.review(dora, flagged, {judgement, note});
    return view ? view->review->judgement : std::string(view.error().reason);
  }
  std::size_t listed(std::optional<bool> reviewed) {
    ReadSearch search;
    search.reviewed = reviewed;
    return accountability.flagged(dora, search)->reads.size();
  }
};

// REQ: F-Q04
TEST_F(Reviewing, AnUnusualLookIsJudgedOnceAndListedAsSuch) {
  EXPECT_EQ(listed(false), 1U);
  EXPECT_EQ(judge("fine"), "read_judgement_unknown");
  EXPECT_EQ(judge("justified", " "), "reason_missing");
  EXPECT_EQ(judge("justified"), "justified");
  EXPECT_EQ(judge("unjustified"), "read_reviewed");
  EXPECT_EQ(listed(false), 0U);
  EXPECT_EQ(listed(true), 1U);
  ReadSearch search;
  search.reviewed = true;
  EXPECT_EQ(reads(search).reads.front().review->reviewed_by, "Officer dora");
  const auto before = post.store().table_digests();
  ASSERT_TRUE(post.store().rebuild().has_value());
  EXPECT_EQ(*before, *post.store().table_digests());
}

// REQ: F-Q04
TEST_F(Reviewing, TheReaderExplainsWhenAskedAndNobodyElse) {
  EXPECT_EQ(accountability.explain(bert, flagged, "why not").error().reason, "explanation_not_asked");
  EXPECT_EQ(judge("needs_explanation", "why from the office?"), "needs_explanation");
  EXPECT_EQ(accountability.explanations_asked(bert)->front().note, "why from the office?");
  EXPECT_TRUE(accountability.explanations_asked(anna)->empty());
  EXPECT_EQ(accountability.explain(anna, flagged, "not mine").error().reason, "explanation_not_asked");
  EXPECT_EQ(accountability.explain(bert, flagged, " ").error().reason, "reason_missing");
  EXPECT_TRUE(accountability.explain(bert, flagged, "the carrier called").has_value());
  EXPECT_EQ(accountability.explain(bert, flagged, "again").error().reason, "explanation_not_asked");
  EXPECT_TRUE(accountability.explanations_asked(bert)->empty());
  EXPECT_EQ(listed(false), 1U);
  EXPECT_EQ(judge("justified"), "justified");
}

// REQ: F-Q04
TEST_F(Reviewing, NobodyJudgesTheOwnLook) {
  auto both = bert;
  both.roles.emplace_back("data_officer");
  EXPECT_EQ(accountability.review(both, flagged, {"justified", "mine"}).error().reason, "own_read");
  EXPECT_EQ(accountability.review(ada, flagged, {"justified", "x"}).error().reason, "role_missing");
  EXPECT_EQ(accountability.review(dora, 1, {"justified", "x"}).error().reason, "read_unknown");
  const auto own_work = reads({}).reads.back();
  EXPECT_EQ(accountability.review(dora, own_work.sequence, {"justified", "x"}).error().reason,
            "read_not_flagged");
}

TEST_F(Auditing, WhoReadsAFileOfTheSameNameIsPutForward) {
  const auto view = open();
  const std::string namesake = view.traveller.secondary_identifier + " " + view.traveller.primary_identifier;
  const auto added =
      post.administration().add_officer(ports::operator_at_console(), {"namesake", namesake, {"second_line"}},
                                        administration::SecretText(std::string(testkit::kPassword)));
  auto caller = bert;
  caller.officer_id = added->officer_id;
  ASSERT_TRUE(inspections.get(caller, view.id).has_value());
  EXPECT_THAT(reads(about(view.traveller.traveller_id)).reads.front().flags,
              testing::ElementsAre("own_name"));
}

// REQ: F-Q05
TEST_F(Auditing, AProofHoldsWithoutTheNode) {
  const auto view = open();
  const auto read = reads(about(view.traveller.traveller_id)).reads.front();
  const auto proof = accountability.proof(ada, read.sequence);
  ASSERT_TRUE(proof.has_value()) << proof.error().reason;
  EXPECT_TRUE(journal::check_proof(*proof).has_value());
  EXPECT_EQ(proof->entry.hash, read.hash);
  const auto signature = parse_hex(proof->head.signature).value();
  const std::string message = journal::head_message(proof->head);
  EXPECT_TRUE(crypto::verify(post.key.public_key(), bytes_of(message), signature));
  EXPECT_EQ(proof->head.public_key, to_hex(post.key.public_key()));
  EXPECT_EQ(accountability.proof(ada, 100000).error().reason, "entry_unknown");
}

TEST_F(Auditing, TheChainIsUnbrokenToItsLastEntry) {
  const auto chain = accountability.chain(ada);
  ASSERT_TRUE(chain.has_value());
  EXPECT_TRUE(chain->unbroken);
  EXPECT_EQ(chain->entries, std::ssize(post.journal()));
  EXPECT_EQ(chain->checked_at, post.clock.now());
  EXPECT_EQ(chain->head_at, post.clock.now());
}

TEST_F(Auditing, IsForAuditorsOnly) {
  for (const auto& role : access::kRoleWords) {
    if (role == "auditor") continue;
    const auto caller = post.officer(std::string(role).substr(0, 12), std::string(role));
    EXPECT_EQ(accountability.reads(caller, {}).error().reason, "role_missing") << role;
    EXPECT_EQ(accountability.chain(caller).error().reason, "role_missing") << role;
    EXPECT_EQ(accountability.proof(caller, 1).error().reason, "role_missing") << role;
  }
}

// REQ: F-Q05
TEST_F(Auditing, AnAuditorMayNothingThatChanges) {
  const std::vector<std::string_view> harmless{"sign_in",         "read_node",         "read_events",
                                               "read_lists",      "read_officers",     "read_journal",
                                               "read_audit",      "read_organisation", "read_procedures",
                                               "read_statistics", "read_coverage",     "review_break_glass"};
  for (std::size_t i = 0; i < access::kActionWords.size(); ++i) {
    const auto action = static_cast<access::Action>(i);
    if (std::ranges::find(harmless, name(action)) != harmless.end()) continue;
    EXPECT_FALSE(access::grants(access::Role::auditor, action)) << name(action);
  }
}

TEST_F(Auditing, TheReadLogIsRebuiltFromTheJournal) {
  const auto view = open();
  ASSERT_TRUE(inspections.get(bert, view.id).has_value());
  static_cast<void>(reads({}));
  const auto before = post.store().table_digests();
  ASSERT_TRUE(post.store().rebuild().has_value());
  EXPECT_EQ(*before, *post.store().table_digests());
}

}  // namespace
}  // namespace cardea::accountability
