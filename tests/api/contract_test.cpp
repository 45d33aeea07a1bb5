#include "contract.hpp"

#include <algorithm>

#include "rehearsal.hpp"

namespace cardea::test {

std::string own_list(const std::vector<std::string>& rows) {
  std::string text = "# cardea-list source=own version=1 rows=" + std::to_string(rows.size()) + "\n";
  text += "id,name,birth_dates,kind,category,action,owner,legal_basis,review_on\n";
  for (const std::string& row : rows) {
    text += row + ",person,refusal_of_entry,refuse,Border Guard,Aliens Act,2027-01-01\n";
  }
  return text;
}

namespace {

const std::string kInspections = "/api/v1/inspections";
const std::string kInspection = "/api/v1/inspections/{id}";
const std::string kUnknown = "019ab000-0000-7000-8000-000000000000";

std::string open_body(const std::string& mrz) {
  return json::serialize(json::object{{"mrz", mrz}, {"direction", "entry"}, {"lane", "lane-1"}});
}

Headers key(const std::string& text) { return {{"Idempotency-Key", text}}; }
Headers change(const std::string& text, const std::string& etag) {
  return {{"Idempotency-Key", text}, {"If-Match", etag}};
}

std::pair<std::string, std::string> parts_of(const std::string& operation) {
  const auto blank = operation.find(' ');
  return {operation.substr(0, blank), operation.substr(blank + 1)};
}

void expect(const Answer& answer, int status) { EXPECT_EQ(answer.status, status) << answer.body; }
void expect(const Answer& answer, int status, std::string_view code) {
  expect(answer, status);
  EXPECT_EQ(answer.code(), code);
}

std::string id_of(const Answer& inspection) {
  const json::value body = inspection.json();
  return std::string(body.at("id").as_string());
}

// ---- one rehearsal for each part of the interface ----

void without_a_session(Rehearsal& r) {
  for (const std::string& operation : r.contract.answers_with(401)) {
    const auto [method, pattern] = parts_of(operation);
    if (pattern == "/api/v1/session" && method == "POST") continue;
    expect(r.call(r.nobody, method, pattern, r.contract.sample_target(operation),
                  r.contract.sample_body(operation), change("key-without-session", "\"1\"")),
           401, "session_required");
  }
}

void sessions(Rehearsal& r) {
  const std::string path = "/api/v1/session";
  const std::string enrolment = "/api/v1/enrolment";
  HttpClient client(r.node.port());
  expect(r.call(client, "POST", enrolment, enrolment, "{\"code\":"), 400, "json_invalid");
  expect(r.call(client, "POST", enrolment, enrolment,
                R"({"code":"AAAA","user_name":"eve","display_name":"E","password":"seven green bottles"})"),
         409, "already_enrolled");
  expect(r.call(client, "POST", path, path, R"({"user_name":"olga"})"), 400, "json_missing_field");
  expect(r.call(client, "POST", path, path, R"({"user_name":"olga","password":"wrong password"})"), 401,
         "sign_in_refused");
  for (int i = 0; i < 5; ++i)
    client.call("POST", path, R"({"user_name":"otto","password":"wrong password"})");
  const Answer locked =
      r.call(client, "POST", path, path, R"({"user_name":"otto","password":"wrong password"})");
  expect(locked, 429, "locked_out");
  EXPECT_FALSE(locked.header("retry-after").empty());
  const std::string body = json::serialize(json::object{{"user_name", "olga"}, {"password", kPassword}});
  const Answer opened = r.call(client, "POST", path, path, body);
  expect(opened, 201);
  client.keep_session(opened);
  expect(r.call(client, "GET", path, path), 200);
  expect(r.call(client, "DELETE", path, path, "", {{"X-CSRF", "wrong"}}), 403, "csrf_wrong");
  expect(r.call(client, "DELETE", path, path), 204);
  expect(r.call(client, "GET", path, path), 401, "session_unknown");
}

void enrolment_with_a_wrong_code(Rehearsal& r) {
  TestNode fresh(r.clock);
  HttpClient client(fresh.port());
  const Answer answer = client.call(
      "POST", "/api/v1/enrolment",
      R"({"code":"AAAA","user_name":"eve","display_name":"Eve","password":"seven green bottles"})");
  expect(answer, 403, "enrolment_code_wrong");
  EXPECT_EQ(r.contract.judge("POST /api/v1/enrolment", answer), "");
}

void officers(Rehearsal& r) {
  const std::string path = "/api/v1/officers";
  const std::string nora =
      R"({"user_name":"nora","display_name":"Nora","password":"seven green bottles","roles":[)";
  const Answer listed = r.call(r.admin, "GET", path, path);
  expect(listed, 200);
  expect(r.call(r.olga, "GET", path, path), 403, "role_missing");
  expect(r.call(r.admin, "POST", path, path, nora + "\"king\"]}"), 400, "role_unknown");
  const Answer added = r.call(r.admin, "POST", path, path, nora + "\"officer\"]}");
  expect(added, 201);
  expect(r.call(r.admin, "POST", path, path, nora + "\"officer\"]}"), 409, "user_name_taken");
  expect(r.call(r.olga, "POST", path, path, nora + "\"officer\"]}"), 403, "role_missing");
  std::string admin_id;
  const json::value all = listed.json();
  for (const auto& officer : all.at("officers").as_array()) {
    if (officer.at("user_name") == "adam") admin_id = std::string(officer.at("id").as_string());
  }
  const std::string id = id_of(added);
  struct Part {
    const char* leaf;
    const char* body;
    const char* ending;
  };
  for (const Part part :
       {Part{"/roles", R"({"roles":["officer","shift_leader"]})", R"({"roles":["officer"]})"},
        Part{"/active", R"({"active":false})", R"({"active":false})"}}) {
    const std::string pattern = path + "/{id}" + part.leaf;
    const auto at = [&](const std::string& officer) { return path + "/" + officer + part.leaf; };
    expect(r.call(r.admin, "PUT", pattern, at(id), part.body), 200);
    expect(r.call(r.admin, "PUT", pattern, at("7"), part.body), 400, "id_invalid");
    expect(r.call(r.olga, "PUT", pattern, at(id), part.body), 403, "role_missing");
    expect(r.call(r.admin, "PUT", pattern, at(kUnknown), part.body), 404, "officer_unknown");
    expect(r.call(r.admin, "PUT", pattern, at(admin_id), part.ending), 409, "last_administrator");
  }
}

void import_rossi(Rehearsal& r) {
  const Answer answer = r.wanda.call("PUT", "/api/v1/lists/own/versions?file_name=own.csv",
                                     own_list({"A-1,\"Rossi, Mario\",1974-08-12"}));
  expect(answer, 200);
}

void lists(Rehearsal& r) {
  const std::string versions = "/api/v1/lists/{source}/versions";
  const std::string quarantine = "/api/v1/lists/{source}/quarantine";
  const std::string upload = "/api/v1/lists/own/versions?file_name=own.csv";
  std::vector<std::string> rows;
  for (int i = 0; i < 120; ++i)
    rows.push_back("N-" + std::to_string(i) + ",Name Number " + std::to_string(i) + ",1970");
  rows.push_back("BAD,Bad Date,not a date");
  expect(r.call(r.wanda, "PUT", versions, upload, own_list(rows)), 200);
  const Answer again = r.call(r.wanda, "PUT", versions, upload, own_list(rows));
  EXPECT_EQ(again.json().at("unchanged"), true);
  expect(r.call(r.wanda, "PUT", versions, upload, own_list({"N-1,Name Number 1,1970"})), 409,
         "list_shrinks_suspiciously");
  expect(r.call(r.wanda, "PUT", versions, upload + "&shrinking=accept",
                own_list({"A-1,\"Rossi, Mario\",1974-08-12"})),
         200);
  expect(r.call(r.wanda, "PUT", versions, "/api/v1/lists/own/versions?size=7", "x"), 400, "query_invalid");
  expect(r.call(r.wanda, "PUT", versions, "/api/v1/lists/OWN/versions", "x"), 400, "source_invalid");
  expect(r.call(r.wanda, "PUT", versions, "/api/v1/lists/other/versions?file_name=own.csv", own_list({})),
         400);
  expect(r.call(r.olga, "PUT", versions, upload, "x"), 403, "role_missing");
  expect(r.call(r.wanda, "PUT", versions, upload, std::string(std::size_t{2} << 20, 'x')), 413,
         "http_body_too_large");
  expect(r.call(r.olga, "GET", "/api/v1/lists", "/api/v1/lists"), 200);
  expect(r.call(r.wanda, "GET", quarantine, "/api/v1/lists/own/quarantine?after=0&limit=1"), 200);
  expect(r.call(r.wanda, "GET", quarantine, "/api/v1/lists/own/quarantine?limit=0"), 400, "query_invalid");
}

void inspections(Rehearsal& r) {
  import_rossi(r);
  const std::string body = open_body(td3("ROSSI<<MARIO"));
  expect(r.call(r.olga, "POST", kInspections, kInspections, "{\"mrz\":1", key("inspect-1")), 400,
         "json_invalid");
  expect(r.call(r.olga, "POST", kInspections, kInspections, body), 400, "idempotency_key_required");
  expect(r.call(r.wanda, "POST", kInspections, kInspections, body, key("inspect-1")), 403, "role_missing");
  const Answer opened = r.call(r.olga, "POST", kInspections, kInspections, body, key("inspect-1"));
  expect(opened, 201);
  const std::string id = id_of(opened);
  EXPECT_EQ(opened.header("location"), kInspections + "/" + id);
  EXPECT_EQ(id_of(r.call(r.olga, "POST", kInspections, kInspections, body, key("inspect-1"))), id);
  expect(r.call(r.olga, "POST", kInspections, kInspections, open_body(td3("VERDI<<ANNA", "YB7654321")),
                key("inspect-1")),
         409, "idempotency_key_reused");
  const std::string at = kInspections + "/" + id;
  expect(r.call(r.olga, "GET", kInspection, at), 200);
  expect(r.call(r.olga, "GET", kInspection, kInspections + "/7"), 400, "id_invalid");
  expect(r.call(r.olga, "GET", kInspection, kInspections + "/" + kUnknown), 404, "inspection_unknown");

  // A change, in its three forms: what each answers the same way, then what is its own.
  const std::string compare = R"({"source":"own","source_id":"A-1","result":"not_same_person"})";
  const std::string decide = R"({"outcome":"refer","reasons":["possible_match"]})";
  struct Part {
    const char* leaf;
    std::string body;
  };
  const std::string etag = opened.header("etag");
  for (const Part& part : {Part{"/comparisons", compare}, Part{"/decision", decide}, Part{"/void", "{}"}}) {
    const std::string pattern = kInspection + part.leaf;
    const std::string target = at + part.leaf;
    const std::string name = "change" + std::string(part.leaf);
    expect(r.call(r.olga, "POST", pattern, target, R"({"surprise":1})", change(name, etag)), 400);
    expect(r.call(r.olga, "POST", pattern, target, part.body, key(name)), 428, "if_match_required");
    expect(r.call(r.wanda, "POST", pattern, target, part.body, change(name, etag)), 403, "role_missing");
    expect(r.call(r.olga, "POST", pattern, kInspections + "/" + kUnknown + part.leaf, part.body,
                  change(name, etag)),
           404, "inspection_unknown");
    expect(r.call(r.olga, "POST", pattern, target, part.body, change(name + "-stale", "\"9999\"")), 412,
           "revision_mismatch");
  }
  expect(r.call(r.olga, "POST", kInspection + "/void", at + "/void", "{}", change("void-early", etag)), 409,
         "not_decided");
  const Answer compared = r.call(r.olga, "POST", kInspection + "/comparisons", at + "/comparisons", compare,
                                 change("compare-1", etag));
  expect(compared, 200);
  const Answer decided = r.call(r.olga, "POST", kInspection + "/decision", at + "/decision", decide,
                                change("decide-1", compared.header("etag")));
  expect(decided, 200);
  const std::string now = decided.header("etag");
  expect(r.call(r.olga, "POST", kInspection + "/decision", at + "/decision", decide, change("decide-2", now)),
         409, "already_decided");
  expect(r.call(r.olga, "POST", kInspection + "/comparisons", at + "/comparisons", compare,
                change("compare-2", now)),
         409, "already_decided");
  expect(r.call(r.otto, "POST", kInspection + "/void", at + "/void", "{}", change("void-other", now)), 403,
         "not_your_decision");
  expect(r.call(r.olga, "POST", kInspection + "/void", at + "/void", "{}", change("take-back-1", now)), 200);

  const std::string history = "/api/v1/travellers/{id}/history";
  const std::string traveller(opened.json().at("traveller").at("traveller_id").as_string());
  expect(r.call(r.olga, "GET", history, "/api/v1/travellers/" + traveller + "/history?limit=5"), 200);
  expect(r.call(r.olga, "GET", history, "/api/v1/travellers/" + traveller + "/history?limit=0"), 400,
         "query_invalid");
  expect(r.call(r.wanda, "GET", history, "/api/v1/travellers/" + traveller + "/history"), 403,
         "role_missing");
  expect(r.call(r.olga, "GET", "/api/v1/refusal-grounds", "/api/v1/refusal-grounds"), 200);
}

std::string traveller_of(Rehearsal& r) {
  const Answer opened =
      r.olga.call("POST", kInspections, open_body(td3("ROSSI<<MARIO")), key("traveller-of-1"));
  return std::string(opened.json().at("traveller").at("traveller_id").as_string());
}

void audit(Rehearsal& r) {
  r.node.add_officer("ada", {"auditor"});
  HttpClient ada(r.node.port());
  ada.sign_in("ada", kPassword);
  const std::string reads = "/api/v1/audit/reads";
  const Answer page = r.call(ada, "GET", reads, reads + "?limit=2");
  expect(page, 200);
  ASSERT_TRUE(page.json().as_object().contains("next_before"));
  expect(r.call(ada, "GET", reads,
                reads + "?officer=olga&document=X1&surname=rossi&what=history&unusual=true&traveller=" +
                    kUnknown +
                    "&from=2026-11-23T00:00:00.000000Z&until=2026-11-24T00:00:00.000000Z&subject=a&before=9"),
         200);
  for (const char* wrong :
       {"?limit=0", "?traveller=7", "?from=yesterday", "?unusual=yes", "?surname=", "?x=1"}) {
    expect(r.call(ada, "GET", reads, reads + wrong), 400, "query_invalid");
  }
  expect(r.call(r.admin, "GET", reads, reads), 403, "role_missing");
  const std::string chain = "/api/v1/audit/chain";
  const Answer state = r.call(ada, "GET", chain, chain);
  expect(state, 200);
  EXPECT_TRUE(state.json().at("unbroken").as_bool());
  expect(r.call(r.olga, "GET", chain, chain), 403, "role_missing");
  const std::string proof = "/api/v1/audit/entries/{sequence}/proof";
  const auto at = [](const std::string& sequence) { return "/api/v1/audit/entries/" + sequence + "/proof"; };
  expect(r.call(ada, "GET", proof, at("3")), 200);
  expect(r.call(ada, "GET", proof, at("x")), 400, "sequence_invalid");
  expect(r.call(ada, "GET", proof, at("999999")), 404, "entry_unknown");
  expect(r.call(r.olga, "GET", proof, at("3")), 403, "role_missing");
}

void retention(Rehearsal& r, const std::string& traveller) {
  r.node.add_officer("dora", {"data_officer"});
  r.node.add_officer("dirk", {"data_officer"});
  HttpClient dora(r.node.port());
  HttpClient dirk(r.node.port());
  dora.sign_in("dora", kPassword);
  dirk.sign_in("dirk", kPassword);
  const std::string plan = "/api/v1/retention";
  expect(r.call(dora, "GET", plan, plan), 200);
  expect(r.call(r.olga, "GET", plan, plan), 403, "role_missing");
  const std::string runs = plan + "/runs";
  expect(r.call(dora, "POST", runs, runs, R"({"dry_run":true})"), 200);
  expect(r.call(dora, "POST", runs, runs, "{}"), 400, "json_missing_field");
  expect(r.call(r.olga, "POST", runs, runs, R"({"dry_run":true})"), 403, "role_missing");
  const std::string holds = plan + "/holds";
  const auto hold_on = [](const std::string& id, const std::string& reason) {
    return json::serialize(json::object{{"traveller_id", id}, {"reason", reason}});
  };
  expect(r.call(dora, "POST", holds, holds, hold_on(traveller, " ")), 400, "reason_missing");
  expect(r.call(dora, "POST", holds, holds, hold_on(kUnknown, "order")), 404, "traveller_unknown");
  expect(r.call(r.olga, "POST", holds, holds, hold_on(traveller, "order")), 403, "role_missing");
  const Answer proposed = r.call(dora, "POST", holds, holds, hold_on(traveller, "order"));
  expect(proposed, 201);
  expect(r.call(dora, "GET", holds, holds), 200);
  expect(r.call(r.olga, "GET", holds, holds), 403, "role_missing");
  const std::string id(proposed.json().at("hold_id").as_string());
  const std::string typed = R"({"confirmation":")" + id.substr(32) + "\"";
  for (const std::string& act : {std::string("/approval"), std::string("/lift")}) {
    const std::string body = typed + (act == "/lift" ? R"(,"reason":"over"})" : "}");
    const std::string pattern = holds + "/{id}" + act;
    const auto at = [&](const std::string& hold) { return holds + "/" + hold + act; };
    expect(r.call(dirk, "POST", pattern, at("7"), body), 400, "id_invalid");
    expect(r.call(dirk, "POST", pattern, at(kUnknown), body), 404, "hold_unknown");
    expect(r.call(dora, "POST", pattern, at(id), body), 403, "same_person");
    expect(r.call(dirk, "POST", pattern, at(id), body), 200);
    expect(r.call(dirk, "POST", pattern, at(id), body), 409);
  }
}

void operation(Rehearsal& r) {
  expect(r.call(r.nobody, "GET", "/api/v1/node", "/api/v1/node"), 200);
  const Answer with_session = r.call(r.olga, "GET", "/api/v1/node", "/api/v1/node");
  EXPECT_TRUE(with_session.json().as_object().contains("lists"));
  expect(r.call(r.nobody, "GET", "/health/live", "/health/live"), 200);
  expect(r.call(r.nobody, "GET", "/health/ready", "/health/ready"), 200);
  expect(r.call(r.nobody, "GET", "/metrics", "/metrics"), 200);
  expect(r.call(r.olga, "GET", "/api/v1/events", "/api/v1/events", "", {{"Last-Event-ID", "x"}}), 400,
         "header_invalid");
  HttpClient stream(r.node.port());
  stream.sign_in("olga", kPassword);
  // HEAD stands for the stream's 200, whose body never ends; GET and HEAD share their head.
  EXPECT_EQ(r.contract.judge("GET /api/v1/events", stream.call("HEAD", "/api/v1/events")), "");
}

void a_node_that_was_not_made(Rehearsal& r) {
  const TestNode unmade(r.clock, NodeOptions{{}, 1024, false});
  HttpClient client(unmade.port());
  const Answer ready = client.call("GET", "/health/ready");
  expect(ready, 503);
  EXPECT_EQ(r.contract.judge("GET /health/ready", ready), "");
  expect(client.call("GET", "/api/v1/node"), 409, "node_not_made");
}

void an_officer_without_a_role(Rehearsal& r) {
  r.node.add_officer("nell", {});
  HttpClient nell(r.node.port());
  nell.sign_in("nell", kPassword);
  expect(r.call(nell, "GET", "/api/v1/lists", "/api/v1/lists"), 403, "role_missing");
  expect(r.call(nell, "GET", "/api/v1/lists/{source}/quarantine", "/api/v1/lists/own/quarantine"), 403,
         "role_missing");
}

void a_stopped_store(Rehearsal& r) {
  r.node.stop_store();
  expect(
      r.call(r.olga, "POST", kInspections, kInspections, open_body(td3("ROSSI<<MARIO")), key("after-stop")),
      503, "store_stopped");
}

std::string lines(const std::set<std::string>& all) {
  std::string text;
  for (const std::string& one : all) text += one + "\n";
  return text;
}

TEST(Contract, IsServedWholeAndNothingElse) {
  const ManualClock clock(Instant{0});
  const TestNode node(clock);
  const Contract contract;
  const std::set<std::string> served(node.routes().begin(), node.routes().end());
  EXPECT_EQ(lines(served), lines(contract.operations()));
}

TEST(Contract, HoldsForEveryPathAndStatus) {
  Rehearsal r;
  without_a_session(r);
  officers(r);
  rehearse_organisation(r);
  lists(r);
  inspections(r);
  audit(r);
  retention(r, traveller_of(r));
  operation(r);
  an_officer_without_a_role(r);
  a_node_that_was_not_made(r);
  enrolment_with_a_wrong_code(r);
  sessions(r);
  a_stopped_store(r);
  EXPECT_EQ(lines(r.contract.not_seen()), "");
}

}  // namespace
}  // namespace cardea::test
