#include "cardea/access/sign_in.hpp"
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

TEST(Session, HidesItsCookieFromScripts) {
  Rehearsal r;
  HttpClient client(r.node.port());
  const std::string cookie = client.sign_in("olga", kPassword).header("set-cookie");
  EXPECT_TRUE(cookie.starts_with("cardea="));
  EXPECT_NE(cookie.find("; HttpOnly; SameSite=Strict"), std::string::npos);
}

TEST(Session, EndsWhenIdle) {
  Rehearsal r;
  r.clock.advance_seconds(access::kIdleSecondsMax + 60);
  EXPECT_EQ(r.call(r.olga, "GET", "/api/v1/session", "/api/v1/session").code(), "session_idle");
}

TEST(Session, EndsWhenTheOfficerIsNoLongerActive) {
  Rehearsal r;
  const Answer officers = r.admin.call("GET", "/api/v1/officers");
  const json::value all = officers.json();
  for (const auto& officer : all.at("officers").as_array()) {
    if (officer.at("user_name") != "olga") continue;
    const std::string path = "/api/v1/officers/" + std::string(officer.at("id").as_string()) + "/active";
    EXPECT_EQ(r.admin.call("PUT", path, R"({"active":false})").status, 200);
  }
  EXPECT_EQ(r.olga.call("GET", "/api/v1/session").status, 401);
}

TEST(Session, ChangesNothingWithoutItsCsrfToken) {
  Rehearsal r;
  const Answer answer = r.olga.call("DELETE", "/api/v1/session", "", {{"X-CSRF", ""}});
  EXPECT_EQ(answer.code(), "csrf_missing");
}

TEST(Session, TakesOnlyJson) {
  Rehearsal r;
  const Answer answer = r.nobody.call("POST", "/api/v1/session", "user_name=olga",
                                      {{"Content-Type", "application/x-www-form-urlencoded"}});
  EXPECT_EQ(answer.status, 415);
}

TEST(Session, GivesTheSameAnswerToAnUnknownNameAndAWrongPassword) {
  Rehearsal r;
  const Answer unknown =
      r.nobody.call("POST", "/api/v1/session", R"({"user_name":"ghost","password":"wrong password"})");
  const Answer wrong =
      r.nobody.call("POST", "/api/v1/session", R"({"user_name":"olga","password":"wrong password"})");
  EXPECT_EQ(unknown.body, wrong.body);
}

TEST(BadInput, IsNamedByItsPlaceInTheBody) {
  Rehearsal r;
  const Answer answer = r.olga.call("POST", "/api/v1/inspections", R"({"mrz":"x","direction":"sideways"})",
                                    {{"Idempotency-Key", "bad-input"}});
  ASSERT_EQ(answer.status, 400);
  EXPECT_EQ(answer.json().at("errors").at(0).at("pointer"), "/direction");
}

TEST(BadInput, OfAnMrzIsAnInspectionAndNeverACrash) {
  Rehearsal r;
  int number = 0;
  for (const char* mrz :
       {"", "\xEF\xBB\xBFP<ITA", "p<itarossi", "P<ITA\r\n\r\n", "\xF0\x9F\x9B\x82", "P<ITAROSSI<<MARIO"}) {
    const std::string body =
        json::serialize(json::object{{"mrz", mrz}, {"direction", "entry"}, {"lane", "lane-1"}});
    const Answer answer = r.call(r.olga, "POST", "/api/v1/inspections", "/api/v1/inspections", body,
                                 {{"Idempotency-Key", "bad-mrz-" + std::to_string(number++)}});
    EXPECT_EQ(answer.status, 201) << answer.body;
  }
}

}  // namespace
}  // namespace cardea::test
