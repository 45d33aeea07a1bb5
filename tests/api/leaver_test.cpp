// An officer leaves: nothing that was open stays open.
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

std::string id_of_olga(Rehearsal& r) {
  const json::value all = r.admin.call("GET", "/api/v1/officers").json();
  for (const auto& officer : all.at("officers").as_array()) {
    if (officer.at("user_name") == "olga") return std::string(officer.at("id").as_string());
  }
  return {};
}

NodeOptions impatient() {
  NodeOptions options;
  options.server.limits.heartbeat = std::chrono::milliseconds(20);
  return options;
}

bool listens(HttpClient& client) {
  const std::string cookie = client.sign_in("olga", kPassword).header("set-cookie");
  client.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nCookie: " +
              cookie.substr(0, cookie.find(';')) + "\r\n\r\n");
  return client.read_until("retry: 2000\n\n");
}

// REQ: F-Q01
TEST(Leaver, IsOutOfEverySessionAndEveryStreamAtOnce) {
  Rehearsal r(impatient());
  HttpClient second(r.node.port());
  second.sign_in("olga", kPassword);
  HttpClient stream(r.node.port());
  ASSERT_TRUE(listens(stream));
  const std::string path = "/api/v1/officers/" + id_of_olga(r) + "/active";
  ASSERT_EQ(r.admin.call("PUT", path, R"({"active":false})").status, 200);
  for (HttpClient* client : {&r.olga, &second}) {
    EXPECT_EQ(client->call("GET", "/api/v1/lists").code(), "officer_inactive");
    EXPECT_EQ(client->call("GET", "/api/v1/lists").code(), "session_unknown");
  }
  EXPECT_FALSE(stream.read_until("event: never"));
  EXPECT_EQ(r.nobody.sign_in("olga", kPassword).code(), "sign_in_refused");
}

TEST(Leaver, BySigningOutEndsTheStreamOfThatSessionOnly) {
  Rehearsal r(impatient());
  HttpClient stream(r.node.port());
  ASSERT_TRUE(listens(stream));
  HttpClient same(r.node.port());
  same.sign_in("olga", kPassword);
  ASSERT_EQ(same.call("DELETE", "/api/v1/session").status, 204);
  stream.forget_through("retry: 2000\n\n");
  EXPECT_TRUE(stream.read_until(": still here"));
}

}  // namespace
}  // namespace cardea::test
