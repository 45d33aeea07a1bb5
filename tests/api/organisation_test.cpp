#include "cardea/kernel/text.hpp"
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kUnits = "/api/v1/units";
const std::string kClosings = "/api/v1/units/closings";
const std::string kGrants = "/api/v1/grants";
const std::string kEmergencies = "/api/v1/emergencies";
const std::string kUnknown = "019ab000-0000-7000-8000-000000000000";

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  EXPECT_EQ(answer.code(), code);
}

std::string text(const json::object& body) { return json::serialize(body); }

std::string grant_id(const Answer& answer) { return std::string(answer.json().at("grant_id").as_string()); }

std::string officer_named(Rehearsal& r, std::string_view user_name) {
  const json::value all = r.admin.call("GET", "/api/v1/officers").json();
  for (const auto& officer : all.at("officers").as_array()) {
    if (officer.at("user_name").as_string() == user_name) return std::string(officer.at("id").as_string());
  }
  return {};
}

void units(Rehearsal& r) {
  const std::string south = text({{"path", "south_gate"}, {"kind", "post"}, {"name", "South Gate"}});
  expect(r.call(r.olga, "GET", kUnits, kUnits), 200);
  expect(r.call(r.admin, "PUT", kUnits, kUnits, south), 200);
  expect(r.call(r.olga, "PUT", kUnits, kUnits, south), 403, "role_missing");
  expect(r.call(r.admin, "PUT", kUnits, kUnits, text({{"path", "/"}, {"kind", "post"}, {"name", "x"}})), 400,
         "unit_path_invalid");
  expect(r.call(r.admin, "PUT", kUnits, kUnits, text({{"path", "a/b"}, {"kind", "lane"}, {"name", "x"}})),
         404, "unit_unknown");
  expect(r.call(r.admin, "PUT", kUnits, kUnits,
                text({{"path", "south_gate/centre"}, {"kind", "regional_centre"}, {"name", "x"}})),
         409, "unit_misplaced");
  const std::string closing = text({{"path", "south_gate"}, {"reason", "merged"}});
  expect(r.call(r.olga, "POST", kClosings, kClosings, closing), 403, "role_missing");
  expect(r.call(r.admin, "POST", kClosings, kClosings, text({{"path", "south_gate"}, {"reason", ""}})), 400,
         "reason_missing");
  expect(r.call(r.admin, "POST", kClosings, kClosings, text({{"path", "x"}, {"reason", "x"}})), 404,
         "unit_unknown");
  expect(r.call(r.admin, "POST", kClosings, kClosings, text({{"path", "north_gate"}, {"reason", "x"}})), 409,
         "unit_is_own");
  expect(r.call(r.admin, "POST", kClosings, kClosings, closing), 200);
}

void grants(Rehearsal& r) {
  const std::string olga = officer_named(r, "olga");
  const auto grant = [](const std::string& officer, const std::string& role) {
    return text({{"officer_id", officer}, {"role", role}, {"reason", "cover for illness"}});
  };
  expect(r.call(r.admin, "GET", kGrants, kGrants), 200);
  expect(r.call(r.olga, "GET", kGrants, kGrants), 403, "role_missing");
  expect(r.call(r.admin, "POST", kGrants, kGrants, grant(olga, "king")), 400, "role_unknown");
  expect(r.call(r.olga, "POST", kGrants, kGrants, grant(olga, "auditor")), 403, "role_missing");
  expect(r.call(r.admin, "POST", kGrants, kGrants, grant(kUnknown, "auditor")), 404, "officer_unknown");
  r.node.add_officer("ruth", {"administrator"});
  HttpClient ruth(r.node.port());
  ruth.sign_in("ruth", kPassword);
  const Answer asked = r.call(r.admin, "POST", kGrants, kGrants, grant(olga, "auditor"));
  expect(asked, 201);
  EXPECT_EQ(asked.json().at("state"), "proposed");
  const std::string id = grant_id(asked);
  const std::string pattern = kGrants + "/{id}/approval";
  const auto approve = [&](HttpClient& client, const std::string& which, const std::string& typed) {
    return r.call(client, "POST", pattern, kGrants + "/" + which + "/approval",
                  text({{"confirmation", typed}}));
  };
  expect(approve(r.admin, id, id.substr(32)), 403, "same_person");
  expect(approve(ruth, id, "zzzz"), 400, "confirmation_wrong");
  expect(approve(ruth, kUnknown, "0000"), 404, "grant_unknown");
  expect(approve(ruth, id, id.substr(32)), 200);
  expect(approve(ruth, id, id.substr(32)), 409, "grant_not_waiting");
  const auto end = [&](HttpClient& client, const std::string& which, const std::string& reason) {
    return r.call(client, "POST", kGrants + "/{id}/end", kGrants + "/" + which + "/end",
                  text({{"reason", reason}}));
  };
  expect(end(r.olga, id, "x"), 403, "role_missing");
  expect(end(r.admin, id, ""), 400, "reason_missing");
  expect(end(r.admin, kUnknown, "x"), 404, "grant_unknown");
  expect(end(r.admin, id, "no longer needed"), 200);
  expect(end(r.admin, id, "again"), 409, "grant_ended");
}

void emergencies(Rehearsal& r) {
  const std::string body = text({{"role", "second_line"}, {"reason", "fire alarm"}});
  expect(r.call(r.olga, "GET", kEmergencies, kEmergencies), 200);
  expect(r.call(r.otto, "POST", kEmergencies, kEmergencies, text({{"role", "auditor"}, {"reason", "x"}})),
         400, "break_glass_role");
  expect(r.call(r.wanda, "POST", kEmergencies, kEmergencies, body), 403, "role_missing");
  const Answer taken = r.call(r.otto, "POST", kEmergencies, kEmergencies, body);
  expect(taken, 201);
  expect(r.call(r.otto, "POST", kEmergencies, kEmergencies, body), 409, "break_glass_running");
  r.node.add_officer("paul", {"auditor"});
  HttpClient paul(r.node.port());
  paul.sign_in("paul", kPassword);
  const auto review = [&](HttpClient& client, const std::string& which, const std::string& outcome) {
    return r.call(client, "POST", kEmergencies + "/{id}/review", kEmergencies + "/" + which + "/review",
                  text({{"outcome", outcome}, {"note", "seen"}}));
  };
  const std::string id = grant_id(taken);
  expect(review(paul, id, "fine"), 400, "review_outcome_unknown");
  expect(review(r.otto, id, "justified"), 403, "role_missing");
  expect(review(paul, kUnknown, "justified"), 404, "grant_unknown");
  expect(review(paul, id, "justified"), 200);
  expect(review(paul, id, "justified"), 409, "reviewed_already");
}

TEST(Emergency, IsToldToEverybodyThatListens) {
  Rehearsal r;
  HttpClient listener(r.node.port());
  const std::string cookie = listener.sign_in("olga", kPassword).header("set-cookie");
  listener.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nCookie: " +
                cookie.substr(0, cookie.find(';')) + "\r\n\r\n");
  ASSERT_TRUE(listener.read_until("retry: 2000\n\n"));
  const std::string body = text({{"role", "shift_leader"}, {"reason", "the shift leader fell ill"}});
  EXPECT_EQ(r.otto.call("POST", kEmergencies, body).status, 201);
  EXPECT_TRUE(listener.read_until("event: break_glass.taken\n"));
  EXPECT_EQ(listener.received().find("fell ill"), std::string::npos);
}

TEST(Purpose, IsKnownAndServesTheAction) {
  Rehearsal r;
  const auto lists = [&](const std::string& purpose) {
    return r.call(r.olga, "GET", "/api/v1/lists", "/api/v1/lists", "", {{"X-Purpose", purpose}});
  };
  expect(lists("border_control"), 200);
  expect(lists("statistics"), 403, "purpose_not_allowed");
  expect(lists("curiosity"), 400, "purpose_unknown");
}

}  // namespace

void rehearse_organisation(Rehearsal& r) {
  units(r);
  grants(r);
  emergencies(r);
}

}  // namespace cardea::test
