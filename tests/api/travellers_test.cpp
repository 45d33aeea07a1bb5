#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kInspections = "/api/v1/inspections";
const std::string kInspection = "/api/v1/inspections/{id}";

Headers key(const std::string& text) { return {{"Idempotency-Key", text}}; }

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  if (status >= 400) {
    EXPECT_EQ(answer.code(), code);
  }
}

std::string open_body(const std::string& mrz) {
  return json::serialize(json::object{{"mrz", mrz}, {"direction", "entry"}, {"lane", "lane-1"}});
}

std::string id_of(const Answer& inspection) {
  const json::value body = inspection.json();
  return std::string(body.at("id").as_string());
}

// A body that can be read, for each path that takes one.
const std::string* right_traveller_body(const std::string& pattern) {
  static const std::string permit =
      R"({"kind":"short_stay_visa","number":"V-1","document_issuer":"UTO","document_number":"XA1234567",
          "holder":"ROSSI MARIO","valid_from":"1970-01-01","valid_to":"1970-03-01","days":30,"territory":["UTO"]})";
  static const std::map<std::string, std::string> bodies{
      {"/api/v1/traveller-searches", R"({"name":"ROSSI"})"},
      {"/api/v1/travellers/{id}/links",
       R"({"other_id":"019ab000-0000-7000-8000-000000000000","colour":"white","reason":"compared"})"},
      {"/api/v1/travellers/{id}/foreign-entries",
       R"({"on":"2026-11-23","neighbour":"RWA","reference":"E-1"})"},
      {"/api/v1/travellers/{id}/adjustments",
       R"({"kind":"extension","first":"1970-01-01","last":"1970-01-09","reason":"illness"})"},
      {"/api/v1/travellers/{id}/class", R"({"person_class":"transit","reason":"onward ticket"})"},
      {"/api/v1/permits", permit},
      {"/api/v1/permits/{id}", permit},
      {"/api/v1/permits/{id}/end", R"({"on":"1970-02-01","reason":"given up"})"},
  };
  const auto found = bodies.find(pattern);
  return found == bodies.end() ? nullptr : &found->second;
}

}  // namespace

void rehearse_travellers(Rehearsal& r) {
  r.node.add_officer("sven", {"second_line"});
  HttpClient sven(r.node.port());
  sven.sign_in("sven", kPassword);
  const auto traveller_of = [&](const std::string& mrz, const std::string& name) {
    const Answer opened = r.call(r.olga, "POST", kInspections, kInspections, open_body(mrz), key(name));
    expect(opened, 201);
    return std::string(opened.json().at("traveller").at("traveller_id").as_string());
  };
  const std::string first = traveller_of(td3("BIANCHI<<CARLA", "XC1000001"), "traveller-1");
  const std::string second = traveller_of(td3("BIANCCHI<<CARLA", "XC2000002"), "traveller-2");
  const auto act = [&](const std::string& method, const std::string& pattern, const std::string& target,
                       const std::string& body, const std::string& name) {
    return r.call(sven, method, pattern, target, body, key(name));
  };
  const auto body_of = [](const std::string& pattern) { return *right_traveller_body(pattern); };
  const std::string search = "/api/v1/traveller-searches";
  expect(act("POST", search, search, R"({"name":"BIANCCHI"})", "search-it"), 200);
  expect(r.call(r.olga, "POST", search, search, R"({"name":"BIANCCHI"})"), 403, "role_missing");
  const std::string one = "/api/v1/travellers/{id}";
  const std::string at = "/api/v1/travellers/" + second;
  expect(r.call(sven, "GET", one, at), 200);
  expect(r.call(sven, "GET", one + "/stay-plan", at + "/stay-plan?on=2026-12-01"), 200);
  expect(r.call(sven, "GET", one + "/stay-plan", at + "/stay-plan?on=soon"), 400, "query_invalid");
  expect(r.call(sven, "GET", "/api/v1/identity-links", "/api/v1/identity-links"), 200);
  const std::string judge = R"({"other_id":")" + first + R"(","colour":"white","reason":"compared"})";
  expect(act("POST", one + "/links", at + "/links", judge, "judge-one"), 200);
  for (const std::string& leaf : {std::string("/adjustments"), std::string("/class")}) {
    expect(act("POST", one + leaf, at + leaf, body_of(one + leaf), "act-on" + leaf), 200);
  }
  expect(act("POST", one + "/foreign-entries", at + "/foreign-entries", body_of(one + "/foreign-entries"),
             "foreign-1"),
         409, "no_open_stay");
  const Answer entered = r.call(r.olga, "POST", kInspections, kInspections,
                                open_body(td3("BIANCCHI<<CARLA", "XC2000002")), key("traveller-3"));
  const std::string decision = kInspections + "/" + id_of(entered) + "/decision";
  expect(r.call(r.olga, "POST", kInspection + "/decision", decision,
                R"({"outcome":"admit","reasons":["document_examined","exit_proved_otherwise"]})",
                {{"Idempotency-Key", "traveller-in"}, {"If-Match", entered.header("etag")}}),
         200);
  expect(act("POST", one + "/foreign-entries", at + "/foreign-entries", body_of(one + "/foreign-entries"),
             "foreign-2"),
         200);
  expect(r.call(sven, "GET", "/api/v1/overstays", "/api/v1/overstays?limit=5"), 200);
  const Answer permit =
      act("POST", "/api/v1/permits", "/api/v1/permits", body_of("/api/v1/permits"), "permit-1");
  expect(permit, 201);
  const std::string kept =
      "/api/v1/permits/" + std::string(permit.json().at("permit").at("permit_id").as_string());
  expect(act("PUT", "/api/v1/permits/{id}", kept, body_of("/api/v1/permits"), "permit-2"), 200);
  expect(
      act("POST", "/api/v1/permits/{id}/end", kept + "/end", body_of("/api/v1/permits/{id}/end"), "permit-3"),
      200);
}

}  // namespace cardea::test
