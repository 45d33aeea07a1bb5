// Procedures, directives and certificates, held against the contract.
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kProcedures = "/api/v1/procedures";
const std::string kSteps = "/api/v1/procedure-steps";
const std::string kDirectives = "/api/v1/directives";
const std::string kCertificates = "/api/v1/certificates";
const std::string kNeeds = "/api/v1/certificate-needs";
const std::string kUnknown = "019ab000-0000-7000-8000-000000000000";
const std::string kProcedure = "019ab000-0000-7000-8000-00000000b001";
const std::string kDirective = "019ab000-0000-7000-8000-00000000b002";
const std::string kCertificate = "019ab000-0000-7000-8000-00000000b003";

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  if (!code.empty()) {
    EXPECT_EQ(answer.code(), code);
  }
}

std::string text(const json::object& body) { return json::serialize(body); }

/// The officers of this rehearsal.
struct Guides {
  explicit Guides(Rehearsal& r) : petra{r.node.port()}, pavel{r.node.port()}, nina{r.node.port()} {
    r.node.add_officer("petra", {"procedure_owner"});
    r.node.add_officer("pavel", {"procedure_owner"});
    r.node.add_officer("nina", {});
    petra.sign_in("petra", kPassword);
    pavel.sign_in("pavel", kPassword);
    nina.sign_in("nina", kPassword);
  }
  HttpClient petra;
  HttpClient pavel;
  HttpClient nina;  ///< without a role
};

json::object procedure(const std::string& law) {
  const json::object step{{"id", "told_grounds"},
                          {"required", true},
                          {"text", json::object{{"en", "Tell the grounds"}}},
                          {"legal_source", ""}};
  return {{"language", "en"},
          {"title", json::object{{"en", "Refusal of entry"}}},
          {"bindings", json::array{json::object{{"kind", "task"}, {"word", "refusal"}}}},
          {"required_before_decision", true},
          {"legal_source", law},
          {"steps", json::array{step}},
          {"in_force_from", "2026-11-01"}};
}

void write_and_approve(Rehearsal& r, Guides& g) {
  const std::string one = kProcedures + "/{id}";
  const std::string at = kProcedures + "/" + kProcedure;
  const std::string body = text(procedure("Regulation (EU) 2016/399, Article 14"));
  const Answer drafted = r.call(g.petra, "PUT", one, at, body);
  expect(drafted, 200);
  expect(r.call(g.petra, "PUT", one, at, text(procedure(""))), 400, "procedure_source_missing");
  expect(r.call(r.olga, "PUT", one, at, body), 403, "role_missing");
  const json::value view = drafted.json();
  const auto approve = [&](HttpClient& client, const std::string& id) {
    const json::object typed{
        {"version", 1}, {"drafted_at", view.at("versions").at(0).at("drafted_at")}, {"confirmation", "b001"}};
    return r.call(client, "POST", one + "/approval", kProcedures + "/" + id + "/approval", text(typed));
  };
  expect(approve(g.pavel, kUnknown), 404, "procedure_unknown");
  expect(approve(g.petra, kProcedure), 403, "same_person");
  expect(approve(g.pavel, kProcedure), 200);
  expect(approve(g.pavel, kProcedure), 409, "procedure_not_draft");
  expect(r.call(r.olga, "GET", kProcedures, kProcedures), 200);
  expect(r.call(g.nina, "GET", kProcedures, kProcedures), 403, "role_missing");
}

void withdraw(Rehearsal& r, Guides& g) {
  const auto call = [&](HttpClient& client, const std::string& id, const std::string& reason) {
    return r.call(client, "POST", kProcedures + "/{id}/withdrawal", kProcedures + "/" + id + "/withdrawal",
                  text({{"version", 1}, {"reason", reason}}));
  };
  expect(call(g.petra, kProcedure, " "), 400, "reason_required");
  expect(call(r.olga, kProcedure, "over"), 403, "role_missing");
  expect(call(g.petra, kUnknown, "over"), 404, "procedure_unknown");
  expect(call(g.petra, kProcedure, "over"), 200);
  expect(call(g.petra, kProcedure, "over"), 409, "procedure_over");
}

/// A case that berta holds, with its ETag.
std::pair<std::string, std::string> taken_case(Rehearsal& r) {
  const json::object opening{
      {"mrz", td3("BRUNO<<GIORDANO", "YC5550001")}, {"direction", "entry"}, {"lane", "lane-1"}};
  const Answer opened =
      r.olga.call("POST", "/api/v1/inspections", text(opening), {{"Idempotency-Key", "steps-inspect"}});
  const std::string inspection(opened.json().at("id").as_string());
  r.olga.call("POST", "/api/v1/inspections/" + inspection + "/decision",
              R"({"outcome":"refer","reasons":["purpose_doubt"]})",
              {{"Idempotency-Key", "steps-refer"}, {"If-Match", opened.header("etag")}});
  const json::value lines = r.berta.call("GET", "/api/v1/cases?state=open").json();
  for (const json::value& line : lines.at("cases").as_array()) {
    if (std::string(line.at("inspection_id").as_string()) != inspection) continue;
    const std::string id(line.at("id").as_string());
    const Answer seen = r.berta.call("GET", "/api/v1/cases/" + id);
    const Answer taken = r.berta.call("POST", "/api/v1/cases/" + id + "/take", "{}",
                                      {{"Idempotency-Key", "steps-take"}, {"If-Match", seen.header("etag")}});
    return {id, taken.header("etag")};
  }
  ADD_FAILURE() << "no case";
  return {};
}

void follow(Rehearsal& r, Guides& g) {
  const auto [id, etag] = taken_case(r);
  const auto query = [](const std::string& kind, const std::string& subject) {
    return kSteps + "?subject_kind=" + kind + "&subject=" + subject;
  };
  expect(r.call(r.berta, "GET", kSteps, query("case", id)), 200);
  expect(r.call(r.berta, "GET", kSteps, query("lunch", id)), 400, "subject_kind_unknown");
  expect(r.call(g.nina, "GET", kSteps, query("case", id)), 403, "role_missing");
  expect(r.call(r.berta, "GET", kSteps, query("inspection", kUnknown)), 404, "inspection_unknown");
  const auto say = [&](HttpClient& client, const std::string& subject, int version, const std::string& step) {
    return r.call(client, "PUT", kSteps, kSteps,
                  text({{"procedure_id", kProcedure},
                        {"version", version},
                        {"subject_kind", "case"},
                        {"subject", subject},
                        {"done", json::array{step}},
                        {"deviations", json::array{}}}));
  };
  const std::string refusals = "/api/v1/cases/" + id + "/refusals";
  const auto refuse = [&](const std::string& key) {
    return r.berta.call("POST", refusals, R"({"grounds":["C"],"facts":"No visa."})",
                        {{"Idempotency-Key", key}, {"If-Match", etag}});
  };
  const Answer missing = refuse("steps-refuse-1");
  expect(missing, 409, "procedure_steps_missing");
  EXPECT_EQ(missing.json().at("detail"), "told_grounds");
  expect(say(r.berta, id, 1, "unheard_of"), 400, "step_unknown");
  expect(say(r.olga, id, 1, "told_grounds"), 403, "role_missing");
  expect(say(r.berta, kUnknown, 1, "told_grounds"), 404, "case_unknown");
  expect(say(r.berta, id, 9, "told_grounds"), 409, "procedure_not_in_force");
  expect(say(r.dora, id, 1, "told_grounds"), 409, "case_held_by_another");
  expect(say(r.berta, id, 1, "told_grounds"), 200);
  expect(r.call(r.dora, "GET", kSteps, query("case", id)), 200);
  expect(refuse("steps-refuse-2"), 200);
}

json::object directive(const std::string& read_by, json::array units) {
  return {{"kind", "directive"},       {"title", "New forgery"},
          {"text", "Look at page 4."}, {"language", "en"},
          {"units", std::move(units)}, {"roles", json::array{"officer"}},
          {"read_by", read_by},        {"in_force_from", "2026-11-23T10:00:00.000000Z"}};
}

void directives(Rehearsal& r, Guides& g) {
  const std::string one = kDirectives + "/{id}";
  const std::string at = kDirectives + "/" + kDirective;
  const std::string soon = "2026-11-24T10:00:00.000000Z";
  const std::string body = text(directive(soon, {}));
  expect(r.call(g.petra, "PUT", one, at, body), 200);
  expect(r.call(g.petra, "PUT", one, at, text(directive("2026-11-22T10:00:00.000000Z", {}))), 400,
         "directive_deadline_passed");
  expect(r.call(r.olga, "PUT", one, at, body), 403, "role_missing");
  expect(r.call(g.petra, "PUT", one, at, text(directive(soon, {"nowhere"}))), 404, "unit_unknown");
  expect(r.call(g.petra, "PUT", one, at, text(directive(soon, {"north_gate"}))), 409, "directive_issued");
  const std::string unread = "/api/v1/unread-directives";
  expect(r.call(r.olga, "GET", unread, unread), 200);
  expect(r.call(g.nina, "GET", unread, unread), 403, "role_missing");
  expect(r.call(r.olga, "GET", kDirectives, kDirectives), 200);
  expect(r.call(g.nina, "GET", kDirectives, kDirectives), 403, "role_missing");
  const auto read = [&](HttpClient& client, const std::string& id) {
    return r.call(client, "POST", one + "/reading", kDirectives + "/" + id + "/reading");
  };
  expect(read(r.olga, kDirective), 200);
  expect(read(g.nina, kDirective), 403, "role_missing");
  expect(read(r.olga, kUnknown), 404, "directive_unknown");
  expect(read(r.berta, kDirective), 404, "directive_unknown");
  const std::string issued = "/api/v1/issued-directives";
  expect(r.call(r.dora, "GET", issued, issued), 200);
  expect(r.call(r.olga, "GET", issued, issued), 403, "role_missing");
  const auto end = [&](HttpClient& client, const std::string& id, const std::string& reason) {
    return r.call(client, "POST", one + "/withdrawal", kDirectives + "/" + id + "/withdrawal",
                  text({{"reason", reason}}));
  };
  expect(end(g.petra, kDirective, ""), 400, "reason_required");
  expect(end(r.olga, kDirective, "over"), 403, "role_missing");
  expect(end(g.petra, kUnknown, "over"), 404, "directive_unknown");
  expect(end(g.petra, kDirective, "over"), 200);
  expect(end(g.petra, kDirective, "over"), 409, "directive_over");
  expect(read(r.olga, kDirective), 409, "directive_over");
}

std::string officer_named(Rehearsal& r, const std::string& name) {
  const json::value all = r.admin.call("GET", "/api/v1/officers").json();
  for (const json::value& officer : all.at("officers").as_array()) {
    if (officer.at("user_name").as_string() == name) return std::string(officer.at("id").as_string());
  }
  return kUnknown;
}

void certificates(Rehearsal& r, Guides& g) {
  const std::string one = kCertificates + "/{id}";
  const std::string at = kCertificates + "/" + kCertificate;
  const auto certify = [&](HttpClient& client, const std::string& officer, const std::string& kind) {
    return r.call(client, "PUT", one, at,
                  text({{"officer_id", officer},
                        {"kind", kind},
                        {"issued_on", "2026-11-20"},
                        {"expires_on", "2028-11-20"},
                        {"evidence", "course 12"}}));
  };
  const std::string olga = officer_named(r, "olga");
  expect(certify(g.petra, olga, "juggling"), 400, "certificate_kind_unknown");
  expect(certify(r.dora, olga, "alert_handling"), 403, "role_missing");
  expect(certify(g.petra, kUnknown, "alert_handling"), 404, "officer_unknown");
  expect(certify(g.petra, olga, "alert_handling"), 200);
  expect(certify(g.petra, olga, "alert_handling"), 409, "certificate_issued");
  const Answer own = r.call(r.olga, "GET", kCertificates, kCertificates);
  expect(own, 200);
  EXPECT_EQ(own.json().at("officers").as_array().size(), 1U);
  expect(r.call(g.nina, "GET", kCertificates, kCertificates), 403, "role_missing");
  const auto revoke = [&](HttpClient& client, const std::string& id, const std::string& reason) {
    return r.call(client, "POST", one + "/revocation", kCertificates + "/" + id + "/revocation",
                  text({{"reason", reason}}));
  };
  expect(revoke(g.petra, kCertificate, ""), 400, "reason_required");
  expect(revoke(r.dora, kCertificate, "mistake"), 403, "role_missing");
  expect(revoke(g.petra, kUnknown, "mistake"), 404, "certificate_unknown");
  expect(revoke(g.petra, kCertificate, "mistake"), 200);
  expect(revoke(g.petra, kCertificate, "mistake"), 409, "certificate_revoked");
  const auto need = [&](HttpClient& client, const std::string& unit, const std::string& task, bool on) {
    return r.call(client, "PUT", kNeeds, kNeeds, text({{"unit", unit}, {"task", task}, {"on", on}}));
  };
  expect(need(g.petra, "north_gate", "juggling", true), 400, "certified_task_unknown");
  expect(need(r.dora, "north_gate", "hit_handling", true), 403, "role_missing");
  expect(need(g.petra, "nowhere", "hit_handling", true), 404, "unit_unknown");
  expect(need(g.petra, "north_gate", "traveller_lane", true), 200);
  const Answer lane = r.dora.call("PUT", "/api/v1/lanes/lane-1", R"({"state":"open"})");
  expect(lane, 403, "certificate_missing");
  EXPECT_EQ(lane.json().at("detail"), "document_examination");
  expect(need(g.petra, "north_gate", "traveller_lane", false), 200);
  expect(r.dora.call("PUT", "/api/v1/lanes/lane-1", R"({"state":"open"})"), 200);
}

}  // namespace

void rehearse_guidance(Rehearsal& r) {
  Guides guides(r);
  write_and_approve(r, guides);
  follow(r, guides);
  withdraw(r, guides);
  directives(r, guides);
  certificates(r, guides);
}

}  // namespace cardea::test
