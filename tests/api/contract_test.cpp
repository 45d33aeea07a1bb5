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

const std::string kCases = "/api/v1/cases";
const std::string kCase = "/api/v1/cases/{id}";

/// A body that each act on a case can read; empty for what is none.
std::string body_of_case_act(const std::string& method, const std::string& pattern) {
  if (!pattern.starts_with(kCases) || method == "GET") return {};
  if (pattern == kCases)
    return R"({"inspection_id":"019ab000-0000-7000-8000-000000000000","reasons":["document_doubt"]})";
  struct Act {
    std::string_view leaf;
    const char* body;
  };
  for (const Act act :
       {Act{"/take", "{}"}, Act{"/asylum", "{}"}, Act{"/close", R"({"reason":"done"})"},
        Act{"/interview", R"({"form":"tourism","language":"en","interpreter_mode":"none","answers":[]})"},
        Act{"/consultations", R"({"unit":"police","question":"Known?","minutes":5})"},
        Act{"/answer", R"({"answer":"No."})"}, Act{"/decision", R"({"outcome":"admit"})"},
        Act{"/refusals", R"({"grounds":["C"],"facts":"No visa."})"}, Act{"/approval", R"({"typed":"0001"})"},
        Act{"/return", R"({"reason":"thin"})"}, Act{"/annulment", R"({"reason":"visa found"})"},
        Act{"/issue", R"({"language":"ar","with":"en","signature":"signed"})"}}) {
    if (pattern.ends_with(act.leaf)) return act.body;
  }
  return "bytes";
}

// ---- one rehearsal for each part of the interface ----

void without_a_session(Rehearsal& r) {
  for (const std::string& operation : r.contract.answers_with(401)) {
    const auto [method, pattern] = parts_of(operation);
    if (pattern == "/api/v1/session" && method == "POST") continue;
    if (pattern == "/api/v1/session/client-certificate") continue;
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

/// What the booth hands on and says of a person, each once.
void first_line(Rehearsal& r) {
  const Answer opened = r.call(r.olga, "POST", kInspections, kInspections,
                               open_body(td3("BRUNO<<ELIO", "YD7654321")), key("first-line-open"));
  expect(opened, 201);
  const std::string at = kInspections + "/" + id_of(opened);
  expect(r.call(r.olga, "GET", kInspections, kInspections + "?name=bruno"), 200);
  expect(r.call(r.olga, "PUT", kInspection + "/person", at + "/person",
                R"({"person_class":"pilot","reason":"in uniform","duties_done":["licence"]})"),
         200);
  const Answer stated = r.call(r.olga, "PUT", kInspection + "/person", at + "/person",
                               R"({"company":{"with":"nobody","name":"","relation":"","consent":"seen"}})");
  expect(stated, 200);
  const Answer refused = r.call(r.olga, "POST", kInspection + "/decision", at + "/decision",
                                R"({"outcome":"refuse","reasons":["E"],"note":"No address."})",
                                change("first-line-refuse", stated.header("etag")));
  expect(refused, 200);
  EXPECT_EQ(refused.json().at("decision").at("outcome"), "refer");
  EXPECT_EQ(refused.json().at("second_line").at("refusal"), "proposed");
  expect(r.call(r.olga, "PUT", kInspection + "/person", at + "/person", "{}"), 409, "already_decided");
  const std::string asylum = kInspection + "/asylum";
  expect(r.call(r.olga, "POST", asylum, kInspections + "/" + kUnknown + "/asylum", "{}", key("asylum-404")),
         404, "inspection_unknown");
  const Answer asked = r.call(r.olga, "POST", asylum, at + "/asylum", "{}", key("asylum-1"));
  expect(asked, 200);
  EXPECT_EQ(asked.json().at("second_line").at("asylum"), true);
}

std::string traveller_of(Rehearsal& r) {
  const Answer opened =
      r.olga.call("POST", kInspections, open_body(td3("ROSSI<<MARIO")), key("traveller-of-1"));
  return std::string(opened.json().at("traveller").at("traveller_id").as_string());
}

std::string inspection_of_olga(Rehearsal& r) {
  return id_of(r.olga.call("POST", kInspections, open_body(td3("ROSSI<<MARIO")), key("traveller-of-1")));
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

/// The second line over HTTP: every act once, by the one who may, on a referred person.
class CaseRehearsal {
 public:
  explicit CaseRehearsal(Rehearsal& r) : r_{r} {
    const Answer opened =
        r_.olga.call("POST", kInspections, open_body(td3("NERI<<LUCA", "YC7654321")), key("case-inspect"));
    inspection_ = id_of(opened);
    r_.olga.call("POST", kInspections + "/" + inspection_ + "/decision",
                 R"({"outcome":"refer","reasons":["purpose_doubt"]})",
                 change("case-refer", opened.header("etag")));
    const json::value lines = r_.call(r_.berta, "GET", kCases, kCases + "?state=open").json();
    for (const json::value& line : lines.at("cases").as_array()) {
      if (line.at("inspection_id") == json::value(inspection_))
        at_ = kCases + "/" + std::string(line.at("id").as_string());
    }
    last_ = r_.call(r_.berta, "GET", kCase, at_);
    expect(last_, 200);
  }

  /// The act `leaf` of this case by `client`, on the revision last seen.
  const Answer& act(HttpClient& client, const std::string& method, const std::string& leaf,
                    const std::string& part = {}) {
    const std::string pattern = kCase + leaf;
    std::string target = at_ + leaf;
    if (const auto hole = target.find("{part}"); hole != target.npos) target.replace(hole, 6, part);
    const Answer answer = r_.call(client, method, pattern, target, body_of_case_act(method, pattern),
                                  change("case-act-" + std::to_string(++acts_), last_.header("etag")));
    expect(answer, 200);
    last_ = answer;
    return last_;
  }
  std::string part_of(const char* list) const {
    const json::value body = last_.json();
    return std::string(body.at(list).as_array().back().at("id").as_string());
  }

  void refuse_and_annul() {
    act(r_.berta, "POST", "/refusals");
    const std::string first = part_of("refusals");
    act(r_.dora, "POST", "/refusals/{part}/return", first);
    act(r_.berta, "POST", "/refusals");
    const std::string second = part_of("refusals");
    const std::string approval = kCase + "/refusals/{part}/approval";
    const std::string target = at_ + "/refusals/" + second + "/approval";
    const json::value proposed = last_.json();
    const std::string number(proposed.at("refusals").as_array().back().at("number").as_string());
    const std::string typed = R"({"typed":")" + number.substr(number.size() - 4) + "\"}";
    const auto approve = [&](HttpClient& client, const char* name) {
      return r_.call(client, "POST", approval, target, typed, change(name, last_.header("etag")));
    };
    expect(approve(r_.berta, "approve-own"), 403, "same_person");
    const Answer approved = approve(r_.dora, "approve-it");
    expect(approved, 200);
    last_ = approved;
    forms(second);
    act(r_.berta, "POST", "/refusals/{part}/issue", second);
    act(r_.dora, "POST", "/refusals/{part}/annulment", second);
  }

  void forms(const std::string& refusal) {
    const std::string form = kCase + "/refusals/{part}/form";
    const std::string target = at_ + "/refusals/" + refusal + "/form";
    expect(r_.call(r_.berta, "GET", form, target + "?language=ar&with=fr"), 200);
    expect(r_.call(r_.berta, "GET", form, target + "?language=xx"), 400, "unknown_language");
    const Answer pdf = r_.call(r_.berta, "GET", form + ".pdf", target + ".pdf?language=ar");
    expect(pdf, 200);
    EXPECT_TRUE(pdf.body.starts_with("%PDF"));
  }

  void evidence() {
    const std::string pattern = kCase + "/evidence";
    expect(r_.call(r_.olga, "PUT", pattern, at_ + "/evidence?file_name=x", "bytes"), 403, "role_missing");
    last_ = r_.call(r_.berta, "PUT", pattern, at_ + "/evidence?file_name=page%20%C3%A9.html", "<script>");
    expect(last_, 200);
    const Answer file =
        r_.call(r_.berta, "GET", pattern + "/{part}", at_ + "/evidence/" + part_of("evidence"));
    expect(file, 200);
    EXPECT_EQ(file.body, "<script>");
    EXPECT_EQ(file.header("content-type"), "application/octet-stream");
    EXPECT_EQ(file.header("content-disposition"), "attachment; filename*=UTF-8''page%20%C3%A9.html");
    EXPECT_EQ(file.header("x-content-type-options"), "nosniff");
  }

  [[nodiscard]] const std::string& inspection() const { return inspection_; }

 private:
  Rehearsal& r_;
  std::string inspection_;
  std::string at_;
  Answer last_;
  int acts_ = 0;
};

void cases(Rehearsal& r) {
  expect(r.call(r.berta, "GET", "/api/v1/case-rules", "/api/v1/case-rules"), 200);
  expect(r.call(r.olga, "GET", kCases, kCases), 403, "role_missing");
  CaseRehearsal rehearsal(r);
  rehearsal.act(r.berta, "POST", "/take");
  rehearsal.act(r.berta, "PUT", "/interview");
  rehearsal.act(r.berta, "POST", "/consultations");
  rehearsal.act(r.dora, "POST", "/consultations/{part}/answer", rehearsal.part_of("consultations"));
  rehearsal.evidence();
  rehearsal.refuse_and_annul();
  rehearsal.act(r.berta, "POST", "/take");
  rehearsal.act(r.berta, "POST", "/asylum");
  rehearsal.act(r.berta, "POST", "/decision");
  rehearsal.act(r.berta, "POST", "/close");
  const std::string by_hand =
      R"({"inspection_id":")" + rehearsal.inspection() + R"(","reasons":["document_doubt"]})";
  expect(r.call(r.berta, "POST", kCases, kCases, by_hand, key("case-by-hand")), 201);
}

json::object alert_draft(const std::string& name) {
  return {{"reason", "refusal_of_entry"}, {"owner", "Border Guard"},
          {"legal_basis", "Aliens Act"},  {"action", "refuse"},
          {"names", json::array{name}},   {"birth_date", "1974-08-12"},
          {"nationality", "ITA"},         {"sex", ""},
          {"document_number", ""},        {"document_issuer", ""},
          {"warnings", json::array{}},    {"remarks", ""},
          {"review_on", "2028-01-01"},    {"expires_on", "2029-01-01"}};
}

void own_alerts(Rehearsal& r) {
  r.node.add_officer("walter", {"watchlist_owner"});
  HttpClient walter(r.node.port());
  walter.sign_in("walter", kPassword);
  const std::string alerts = "/api/v1/alerts";
  const std::string one = alerts + "/{id}";
  const std::string at = alerts + "/019ab000-0000-7000-8000-00000000a1e7";
  const auto act = [&](HttpClient& client, const std::string& leaf, const std::string& body) {
    return r.call(client, "POST", one + leaf, at + leaf, body);
  };
  const std::string note = R"({"note":"seen at the port"})";
  const std::string typed = R"({"confirmation":"a1e7"})";
  const std::string draft = json::serialize(alert_draft("Bianchi, Luca"));
  expect(r.call(r.olga, "GET", "/api/v1/alert-rules", "/api/v1/alert-rules"), 200);
  expect(r.call(r.wanda, "PUT", one, at, draft), 200);
  expect(r.call(r.wanda, "GET", alerts, alerts), 200);
  expect(r.call(r.wanda, "GET", one + "/dry-run", at + "/dry-run"), 200);
  expect(act(r.wanda, "/approval", typed), 409, "alert_act_not_due");
  expect(act(r.wanda, "/proposal", note), 200);
  expect(act(walter, "/return", note), 200);
  expect(act(r.wanda, "/proposal", note), 200);
  expect(act(r.wanda, "/approval", typed), 403, "same_person");
  expect(act(walter, "/approval", typed), 200);
  expect(act(r.wanda, "/withdrawal", note), 200);
  expect(act(walter, "/withdrawal-approval", typed), 200);
  const std::string emergency = "/api/v1/emergency-alerts";
  const json::object raised{{"note", "on the coach"}, {"alert", alert_draft("Neri, Ugo")}};
  expect(r.call(r.wanda, "PUT", emergency + "/{id}", emergency + "/019ab000-0000-7000-8000-00000000a1e8",
                json::serialize(raised)),
         200);
  expect(r.call(r.wanda, "GET", emergency, emergency), 200);
}

void hits(Rehearsal& r) {
  import_rossi(r);
  r.node.add_officer("sami", {"second_line"});
  r.node.add_officer("lena", {"shift_leader"});
  HttpClient sami(r.node.port());
  HttpClient lena(r.node.port());
  sami.sign_in("sami", kPassword);
  lena.sign_in("lena", kPassword);
  const Answer opened = r.call(r.olga, "POST", kInspections, kInspections,
                               open_body(td3("ROSSI<<MARIO", "YC1234567")), key("hit-to-handle"));
  expect(opened, 201);
  expect(r.call(r.olga, "PUT", kInspection + "/details", kInspections + "/" + id_of(opened) + "/details",
                R"({"details":{"route":"by coach"}})"),
         200);
  const Answer listed = r.call(sami, "GET", "/api/v1/hits", "/api/v1/hits");
  expect(listed, 200);
  const json::value all = listed.json();
  std::string id;
  for (const json::value& hit : all.at("hits").as_array()) {
    if (std::string(hit.at("inspection_id").as_string()) == id_of(opened))
      id = std::string(hit.at("id").as_string());
  }
  const auto act = [&](HttpClient& client, const std::string& method, const std::string& leaf,
                       const std::string& body) {
    return r.call(client, method, "/api/v1/hits/{id}" + leaf, "/api/v1/hits/" + id + leaf, body);
  };
  expect(act(sami, "POST", "/judgement", R"({"state":"confirmed","note":"same scar"})"), 200);
  expect(act(sami, "PUT", "/form", R"({"form":{"place":"lane 1","time":"10:00","reason":"visit"}})"), 200);
  expect(act(sami, "POST", "/closing", "{}"), 200);
  expect(r.call(r.wanda, "GET", "/api/v1/owner-hits", "/api/v1/owner-hits"), 200);
  expect(r.call(r.wanda, "POST", "/api/v1/owner-hits/{id}/receipt", "/api/v1/owner-hits/" + id + "/receipt",
                R"({"receipt":"acted","note":"ban served"})"),
         200);
  expect(act(lena, "POST", "/closing-approval",
             json::serialize(json::object{{"confirmation", id.substr(id.size() - 4)}})),
         200);
}

void retention(Rehearsal& r, const std::string& traveller) {
  r.node.add_officer("doris", {"data_officer"});
  r.node.add_officer("dirk", {"data_officer"});
  HttpClient doris(r.node.port());
  HttpClient dirk(r.node.port());
  doris.sign_in("doris", kPassword);
  dirk.sign_in("dirk", kPassword);
  const std::string plan = "/api/v1/retention";
  expect(r.call(doris, "GET", plan, plan), 200);
  expect(r.call(r.olga, "GET", plan, plan), 403, "role_missing");
  const std::string runs = plan + "/runs";
  expect(r.call(doris, "POST", runs, runs, R"({"dry_run":true})"), 200);
  expect(r.call(doris, "POST", runs, runs, "{}"), 400, "json_missing_field");
  expect(r.call(r.olga, "POST", runs, runs, R"({"dry_run":true})"), 403, "role_missing");
  const std::string holds = plan + "/holds";
  const auto hold_on = [](const std::string& id, const std::string& reason) {
    return json::serialize(json::object{{"traveller_id", id}, {"reason", reason}});
  };
  expect(r.call(doris, "POST", holds, holds, hold_on(traveller, " ")), 400, "reason_missing");
  expect(r.call(doris, "POST", holds, holds, hold_on(kUnknown, "order")), 404, "traveller_unknown");
  expect(r.call(r.olga, "POST", holds, holds, hold_on(traveller, "order")), 403, "role_missing");
  const Answer proposed = r.call(doris, "POST", holds, holds, hold_on(traveller, "order"));
  expect(proposed, 201);
  expect(r.call(doris, "GET", holds, holds), 200);
  expect(r.call(r.olga, "GET", holds, holds), 403, "role_missing");
  const std::string id(proposed.json().at("hold_id").as_string());
  const std::string typed = R"({"confirmation":")" + id.substr(32) + "\"";
  for (const std::string& act : {std::string("/approval"), std::string("/lift")}) {
    const std::string body = typed + (act == "/lift" ? R"(,"reason":"over"})" : "}");
    const std::string pattern = holds + "/{id}" + act;
    const auto at = [&](const std::string& hold) { return holds + "/" + hold + act; };
    expect(r.call(dirk, "POST", pattern, at("7"), body), 400, "id_invalid");
    expect(r.call(dirk, "POST", pattern, at(kUnknown), body), 404, "hold_unknown");
    expect(r.call(doris, "POST", pattern, at(id), body), 403, "same_person");
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
  rehearse_operations(r);
  rehearse_access(r);
  lists(r);
  inspections(r);
  first_line(r);
  rehearse_travellers(r);
  rehearse_passages(r);
  audit(r);
  cases(r);
  own_alerts(r);
  hits(r);
  rehearse_guidance(r);
  retention(r, traveller_of(r));
  rehearse_rights(r, traveller_of(r), inspection_of_olga(r));
  operation(r);
  an_officer_without_a_role(r);
  a_node_that_was_not_made(r);
  enrolment_with_a_wrong_code(r);
  sessions(r);
  rehearse_client_certificates(r);
  rehearse_erasure(r);
  a_stopped_store(r);
  EXPECT_EQ(lines(r.contract.not_seen()), "");
}

}  // namespace
}  // namespace cardea::test
