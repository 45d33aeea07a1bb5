// A discreet alert leaves no trace on the first line: every answer about its subject is that about anybody.
#include <chrono>
#include <set>

#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kInspections = "/api/v1/inspections";

/// What differs between any two travellers: who they are, and when and how fast it went.
void mask(json::value& value) {
  static const std::set<std::string_view> kOwn{"id",
                                               "mrz",
                                               "opened_at",
                                               "at",
                                               "traveller_id",
                                               "document_id",
                                               "crossing_id",
                                               "number",
                                               "document_number",
                                               "took_us",
                                               "primary_identifier",
                                               "secondary_identifier",
                                               "take_back_until",
                                               "age_s",
                                               "inspection_id"};
  if (auto* array = value.if_array()) {
    for (json::value& each : *array) mask(each);
  }
  auto* object = value.if_object();
  if (!object) return;
  for (auto& [member, inner] : *object) {
    if (kOwn.contains(member)) {
      inner = nullptr;
    } else {
      mask(inner);
    }
  }
}

std::string masked(const Answer& answer) {
  json::value body = answer.json();
  mask(body);
  return json::serialize(body);
}

std::string headers_of(const Answer& answer) {
  static const std::set<std::string_view> kOwn{"date", "location", "content-length"};
  std::string text;
  for (const auto& [name, value] : answer.headers) {
    if (!kOwn.contains(name)) text += name + ": " + value + "\n";
  }
  return text;
}

class Discreet : public testing::Test {
 protected:
  Rehearsal r;
  int keys = 0;

  void SetUp() override {
    const std::string list =
        "# cardea-list source=own version=1 rows=1\n"
        "id,name,birth_dates,kind,category,action,owner,legal_basis,review_on\n"
        "A-1,\"Rossi, Mario\",1974-08-12,person,serious_crime,discreet,Police,Police Act,2027-01-01\n";
    ASSERT_EQ(r.wanda.call("PUT", "/api/v1/lists/own/versions?file_name=own.csv", list).status, 200);
  }
  Headers next(const std::string& etag = {}) {
    Headers headers{{"Idempotency-Key", "discreet-" + std::to_string(++keys)}};
    if (!etag.empty()) headers["If-Match"] = etag;
    return headers;
  }
  Answer open(const std::string& name, const std::string& number) {
    const json::object body{{"mrz", td3(name, number)}, {"direction", "entry"}, {"lane", "lane-1"}};
    return r.call(r.olga, "POST", kInspections, kInspections, json::serialize(body), next());
  }
  /// Somebody who is asked for details at random.
  Answer open_surveyed() {
    for (int tries = 0; tries < 3000; ++tries) {
      std::string number = std::to_string(1000000 + tries);
      Answer answer = open("VERDI<<CARLO", "YB" + number);
      if (answer.json().at("record_details") == true) return answer;
    }
    ADD_FAILURE() << "nobody was drawn";
    return {};
  }
  static std::string target(const Answer& opened) {
    const json::value body = opened.json();
    return kInspections + "/" + std::string(body.at("id").as_string());
  }
};

// REQ: F-I03
TEST_F(Discreet, IsAnsweredLikeAnybodyWhoIsAskedForDetails) {
  const Answer listed = open("ROSSI<<MARIO", "YA1234567");
  ASSERT_EQ(listed.status, 201);
  const Answer control = open_surveyed();
  EXPECT_EQ(masked(listed), masked(control));
  EXPECT_EQ(headers_of(listed), headers_of(control));
  EXPECT_TRUE(listed.json().at("hits").as_array().empty());

  std::vector<std::string> answers;
  for (const Answer* each : {&listed, &control}) {
    const std::string at = target(*each);
    const Answer unseen = r.olga.call("POST", at + "/comparisons",
                                      R"({"source":"own","source_id":"A-1","result":"same_person"})",
                                      next(each->header("etag")));
    const Answer detailed = r.olga.call("PUT", at + "/details", R"({"details":{"route":"by coach"}})");
    const Answer decided =
        r.olga.call("POST", at + "/decision", R"({"outcome":"admit"})", next(each->header("etag")));
    const Answer read = r.olga.call("GET", at);
    EXPECT_EQ(unseen.code(), "hit_unknown");
    EXPECT_EQ(decided.status, 200) << decided.body;
    answers.push_back(masked(unseen) + headers_of(unseen) + masked(detailed) + headers_of(detailed) +
                      masked(decided) + headers_of(decided) + masked(read) + headers_of(read));
  }
  EXPECT_EQ(answers.at(0), answers.at(1));
}

TEST_F(Discreet, LeavesNoGapInTheNumbersOfEvents) {
  HttpClient stream(r.node.port());
  const Answer opened = stream.sign_in("otto", kPassword);
  const std::string cookie = opened.header("set-cookie");
  stream.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nCookie: " +
              cookie.substr(0, cookie.find(';')) + "\r\n\r\n");
  ASSERT_TRUE(stream.read_until("retry: 2000\n\n"));
  stream.forget_through("retry: 2000\n\n");
  std::vector<std::int64_t> numbers;
  for (const auto& [name, number] :
       {std::pair{"VERDI<<CARLO", "YB7000001"}, std::pair{"ROSSI<<MARIO", "YA1234567"},
        std::pair{"VERDI<<CARLO", "YB7000002"}}) {
    ASSERT_EQ(open(name, number).status, 201);
    ASSERT_TRUE(stream.read_until("event: inspection.opened\n"));
    const std::string& text = stream.received();
    const auto id = text.rfind("id: ", text.find("event: inspection.opened\n"));
    numbers.push_back(std::stoll(text.substr(id + 4)));
    EXPECT_EQ(text.find("hit"), std::string::npos);
    stream.forget_through("event: inspection.opened\n");
  }
  EXPECT_EQ(numbers.at(1) - numbers.at(0), numbers.at(2) - numbers.at(1));
}

// Said, not demanded: a machine under load would make a demand red.
TEST_F(Discreet, TakesAboutAsLong) {
  const auto mean_us = [&](const std::string& name, const std::string& prefix) {
    constexpr int kRounds = 40;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRounds; ++i) static_cast<void>(open(name, prefix + std::to_string(2000000 + i)));
    const auto took = std::chrono::steady_clock::now() - start;
    return static_cast<int>(std::chrono::duration_cast<std::chrono::microseconds>(took).count() / kRounds);
  };
  RecordProperty("control_us", mean_us("VERDI<<CARLO", "YB"));
  RecordProperty("discreet_us", mean_us("ROSSI<<MARIO", "YA"));
}

TEST_F(Discreet, IsShownToTheSecondLineOnly) {
  ASSERT_EQ(open("ROSSI<<MARIO", "YA1234567").status, 201);
  r.node.add_officer("sami", {"second_line"});
  HttpClient sami(r.node.port());
  sami.sign_in("sami", kPassword);
  const json::value hits = r.call(sami, "GET", "/api/v1/hits", "/api/v1/hits").json();
  ASSERT_EQ(hits.at("hits").as_array().size(), 1U);
  EXPECT_EQ(hits.at("hits").as_array().front().at("action"), "discreet");
  EXPECT_EQ(r.olga.call("GET", "/api/v1/hits").code(), "role_missing");
  EXPECT_EQ(r.olga.call("GET", "/api/v1/owner-hits").code(), "role_missing");
}

}  // namespace
}  // namespace cardea::test
