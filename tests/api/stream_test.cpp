#include "rehearsal.hpp"

namespace cardea::test {
namespace {

void inspect(Rehearsal& r, const std::string& key) {
  const std::string body =
      json::serialize(json::object{{"mrz", "unreadable"}, {"direction", "entry"}, {"lane", "lane-1"}});
  EXPECT_EQ(r.otto.call("POST", "/api/v1/inspections", body, {{"Idempotency-Key", key}}).status, 201);
}

/// A client whose stream is open.
struct Listener {
  HttpClient client;
  explicit Listener(Rehearsal& r, const std::string& after = {}) : client{r.node.port()} {
    const Answer opened = client.sign_in("olga", kPassword);
    const std::string cookie = opened.header("set-cookie");
    client.send(
        "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie.substr(0, cookie.find(';')) +
        "\r\n" + (after.empty() ? "" : "Last-Event-ID: " + after + "\r\n") + "\r\n");
    EXPECT_TRUE(client.read_until("retry: 2000\n\n"));
  }
};

TEST(Stream, IsAnEventStreamWithoutCaching) {
  Rehearsal r;
  Listener listener(r);
  EXPECT_NE(listener.client.received().find("Content-Type: text/event-stream\r\n"), std::string::npos);
  EXPECT_NE(listener.client.received().find("Cache-Control: no-store\r\n"), std::string::npos);
}

TEST(Stream, TellsOfAnInspectionAsItHappens) {
  Rehearsal r;
  Listener listener(r);
  inspect(r, "stream-one");
  ASSERT_TRUE(listener.client.read_until("event: inspection.opened\ndata: {\"sequence\":"));
  ASSERT_TRUE(listener.client.read_until("}\n\n"));
  EXPECT_EQ(listener.client.received().find("unreadable"), std::string::npos);
}

TEST(Stream, ReplaysWhatAClientMissed) {
  Rehearsal r;
  inspect(r, "missed-one");
  inspect(r, "missed-two");
  Listener listener(r, "1");
  inspect(r, "missed-not");
  // Three in all: two replayed, one live.
  ASSERT_TRUE(listener.client.read_until("event: inspection.opened"));
  for (int more = 0; more < 2; ++more) {
    listener.client.forget_through("event: inspection.opened");
    ASSERT_TRUE(listener.client.read_until("event: inspection.opened"));
  }
}

TEST(Stream, TellsAClientOfAnotherLifeToAskAnew) {
  Rehearsal r;
  Listener listener(r, "99999999");
  EXPECT_TRUE(listener.client.read_until("event: reset\n"));
}

TEST(Stream, EndsWhenTheOfficerIsNoLongerActive) {
  NodeOptions impatient;
  impatient.server.limits.heartbeat = std::chrono::milliseconds(20);
  Rehearsal r(std::move(impatient));
  Listener listener(r);
  ASSERT_TRUE(listener.client.read_until(": still here"));
  const json::value all = r.admin.call("GET", "/api/v1/officers").json();
  for (const auto& officer : all.at("officers").as_array()) {
    if (officer.at("user_name") != "olga") continue;
    const std::string path = "/api/v1/officers/" + std::string(officer.at("id").as_string()) + "/active";
    EXPECT_EQ(r.admin.call("PUT", path, R"({"active":false})").status, 200);
  }
  EXPECT_FALSE(listener.client.read_until("event: never"));
}

TEST(Stream, IsOneOfManyThatHearTheSame) {
  Rehearsal r;
  Listener first(r);
  Listener second(r);
  inspect(r, "heard-by-both");
  EXPECT_TRUE(first.client.read_until("event: inspection.opened"));
  EXPECT_TRUE(second.client.read_until("event: inspection.opened"));
}

}  // namespace
}  // namespace cardea::test
