// Every status of the operations on locks, second factors and workstations.
#include "cardea/kernel/text.hpp"
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kSession = "/api/v1/session";
const std::string kFactor = "/api/v1/session/second-factor";
const std::string kStations = "/api/v1/workstations";
const std::string kStation = "/api/v1/workstation";
const std::string kUnknown = "019ab000-0000-7000-8000-000000000000";

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  if (status >= 400) {
    EXPECT_EQ(answer.code(), code);
  }
}

std::string text(const json::object& body) { return json::serialize(body); }

void locks(Rehearsal& r) {
  const std::string lock = kSession + "/lock";
  const std::string unlock = kSession + "/unlock";
  HttpClient pia(r.node.port());
  pia.sign_in("pia", kPassword);
  expect(r.call(pia, "POST", lock, lock, text({{"reason", "bored"}})), 400, "lock_reason_unknown");
  expect(r.call(pia, "POST", lock, lock, text({{"reason", "idle"}}), {{"X-CSRF", "wrong"}}), 403,
         "csrf_wrong");
  expect(r.call(pia, "POST", lock, lock, text({{"reason", "idle"}})), 204);
  expect(r.call(pia, "GET", "/api/v1/lists", "/api/v1/lists"), 423, "session_locked");
  EXPECT_EQ(r.call(pia, "GET", kSession, kSession).json().at("locked"), true);
  expect(r.call(pia, "POST", unlock, unlock, "{}"), 400, "json_missing_field");
  expect(r.call(pia, "POST", unlock, unlock, text({{"password", "wrong password"}})), 401, "sign_in_refused");
  expect(r.call(pia, "POST", unlock, unlock, text({{"password", kPassword}}), {{"X-CSRF", "wrong"}}), 403,
         "csrf_wrong");
  const Answer open = r.call(pia, "POST", unlock, unlock, text({{"password", kPassword}}));
  expect(open, 200);
  EXPECT_EQ(open.json().at("locked"), false);
  expect(r.call(pia, "POST", unlock, unlock, text({{"password", kPassword}})), 409, "session_not_locked");
}

void second_factors(Rehearsal& r) {
  const std::string confirm = kFactor + "/confirmation";
  HttpClient pia(r.node.port());
  const Answer opened = pia.sign_in("pia", kPassword);
  const std::string id(opened.json().at("officer").at("id").as_string());
  expect(r.call(pia, "POST", confirm, confirm, text({{"code", "000000"}})), 409, "second_factor_missing");
  expect(r.call(pia, "POST", kFactor, kFactor, "", {{"X-CSRF", "wrong"}}), 403, "csrf_wrong");
  const Answer begun = r.call(pia, "POST", kFactor, kFactor);
  expect(begun, 201);
  expect(r.call(pia, "POST", confirm, confirm, text({{"code", "nonsense"}})), 400,
         "second_factor_code_wrong");
  expect(r.call(pia, "POST", confirm, confirm, text({{"code", "1"}}), {{"X-CSRF", "wrong"}}), 403,
         "csrf_wrong");
  const std::string secret(begun.json().at("secret").as_string());
  expect(r.call(pia, "POST", confirm, confirm, text({{"code", r.node.code_now(secret)}})), 204);
  expect(r.call(pia, "POST", kFactor, kFactor), 409, "second_factor_enrolled");
  HttpClient again(r.node.port());
  const std::string body = text({{"user_name", "pia"}, {"password", kPassword}});
  expect(r.call(again, "POST", kSession, kSession, body), 401, "second_factor_required");
  const auto reset = [&](HttpClient& client, const std::string& which, const std::string& reason) {
    return r.call(client, "POST", "/api/v1/officers/{id}/second-factor/reset",
                  "/api/v1/officers/" + which + "/second-factor/reset", text({{"reason", reason}}));
  };
  expect(reset(r.olga, id, "lost"), 403, "role_missing");
  expect(reset(r.admin, id, ""), 400, "reason_missing");
  expect(reset(r.admin, kUnknown, "lost"), 404, "officer_unknown");
  expect(reset(r.admin, id, "lost"), 204);
  expect(reset(r.admin, id, "lost"), 409, "second_factor_missing");
  expect(r.call(pia, "GET", kSession, kSession), 401, "session_unknown");
}

void workstations(Rehearsal& r) {
  const std::string booth = text({{"name", "Booth 1"}, {"lane", "lane-1"}});
  expect(r.call(r.admin, "GET", kStations, kStations), 200);
  expect(r.call(r.olga, "GET", kStations, kStations), 403, "role_missing");
  expect(r.call(r.admin, "POST", kStations, kStations, text({{"name", ""}})), 400,
         "workstation_name_invalid");
  expect(r.call(r.olga, "POST", kStations, kStations, booth), 403, "role_missing");
  const Answer announced = r.call(r.admin, "POST", kStations, kStations, booth);
  expect(announced, 201);
  HttpClient machine(r.node.port());
  expect(r.call(machine, "GET", kStation, kStation), 404, "workstation_unknown");
  expect(r.call(machine, "POST", kStation, kStation, "{}"), 400, "json_missing_field");
  expect(r.call(machine, "POST", kStation, kStation, text({{"code", "AAAA"}})), 403,
         "workstation_code_wrong");
  const std::string code(announced.json().at("code").as_string());
  const Answer enrolled = r.call(machine, "POST", kStation, kStation, text({{"code", code}}));
  expect(enrolled, 201);
  const std::string cookie = enrolled.header("set-cookie");
  EXPECT_TRUE(cookie.starts_with("cardea-workstation="));
  EXPECT_NE(cookie.find("HttpOnly; SameSite=Strict"), std::string::npos);
  const Headers with{{"Cookie", cookie.substr(0, cookie.find(';'))}};
  expect(r.call(machine, "GET", kStation, kStation, "", with), 200);
  const Answer opened = r.call(machine, "POST", kSession, kSession,
                               text({{"user_name", "pia"}, {"password", kPassword}}), with);
  EXPECT_EQ(opened.json().at("lane"), "lane-1");
  const std::string id(enrolled.json().at("workstation_id").as_string());
  const auto close = [&](HttpClient& client, const std::string& which, const std::string& reason) {
    return r.call(client, "POST", kStations + "/{id}/closing", kStations + "/" + which + "/closing",
                  text({{"reason", reason}}));
  };
  expect(close(r.olga, id, "sold"), 403, "role_missing");
  expect(close(r.admin, id, ""), 400, "reason_missing");
  expect(close(r.admin, kUnknown, "sold"), 404, "workstation_unknown");
  expect(close(r.admin, id, "sold"), 200);
  expect(close(r.admin, id, "sold"), 409, "workstation_closed");
}

}  // namespace

void rehearse_access(Rehearsal& r) {
  r.node.add_officer("pia", {"officer"});
  locks(r);
  second_factors(r);
  workstations(r);
}

}  // namespace cardea::test
