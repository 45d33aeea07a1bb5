// Requests of data subjects, review of unusual looks and the own password, held against the contract.
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kRequests = "/api/v1/data-requests";
const std::string kRequest = "/api/v1/data-requests/{id}";
const std::string kReviews = "/api/v1/read-reviews";
const std::string kReview = "/api/v1/read-reviews/{sequence}";
const std::string kExplanations = "/api/v1/session/explanations";
const std::string kExplanation = "/api/v1/session/explanations/{sequence}";
const std::string kPassword1 = "/api/v1/session/password";
const std::string kUnknown = "019ab000-0000-7000-8000-000000000000";

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  if (!code.empty()) {
    EXPECT_EQ(answer.code(), code);
  }
}

std::string text(const json::object& body) { return json::serialize(body); }

std::string asked(std::string_view kind, std::string_view identity = "document_seen") {
  return text({{"kind", kind},
               {"requester", "Anna Eriksson"},
               {"identity_check", identity},
               {"language", "en"},
               {"received_on", "2026-11-23"}});
}

/// One request and everything that is done with it.
struct Handling {
  Rehearsal& r;
  HttpClient& doris;
  std::string at;

  Answer act(const std::string& method, const std::string& leaf, const std::string& body = {}) {
    return r.call(doris, method, kRequest + leaf, at + leaf, body);
  }
};

Handling registered(Rehearsal& r, HttpClient& doris, const std::string& kind, const std::string& key) {
  const Answer made = r.call(doris, "POST", kRequests, kRequests, asked(kind), {{"Idempotency-Key", key}});
  expect(made, 201);
  return {r, doris, kRequests + "/" + std::string(made.json().at("request").at("request_id").as_string())};
}

void registering(Rehearsal& r, HttpClient& doris) {
  const Headers key{{"Idempotency-Key", "request-of-anna"}};
  expect(r.call(doris, "POST", kRequests, kRequests, asked("access", "by the eyes"), key), 400,
         "identity_check_unknown");
  expect(r.call(r.olga, "POST", kRequests, kRequests, asked("access"), key), 403, "role_missing");
  expect(r.call(doris, "POST", kRequests, kRequests, asked("access"), key), 201);
  expect(r.call(doris, "POST", kRequests, kRequests, asked("erasure"), key), 409, "idempotency_key_reused");
  expect(r.call(doris, "GET", kRequests, kRequests), 200);
  expect(r.call(r.olga, "GET", kRequests, kRequests), 403, "role_missing");
  expect(r.call(doris, "GET", kRequest, kRequests + "/" + kUnknown), 404, "data_request_unknown");
  expect(r.call(doris, "GET", kRequest + "/proof", kRequests + "/" + kUnknown + "/proof"), 404,
         "data_request_unknown");
}

void access(Rehearsal& r, HttpClient& doris, const std::string& traveller) {
  auto request = registered(r, doris, "access", "access-of-anna");
  expect(request.act("GET", ""), 200);
  expect(request.act("POST", "/extension", text({{"reason", " "}})), 400, "reason_missing");
  expect(request.act("POST", "/extension", text({{"reason", "many"}})), 200);
  expect(request.act("POST", "/extension", text({{"reason", "more"}})), 409, "data_request_extended");
  expect(request.act("POST", "/search", "{}"), 400, "search_too_wide");
  expect(request.act("POST", "/search", text({{"name", "ERIKSSON"}})), 200);
  expect(request.act("POST", "/exports"), 409, "nobody_found");
  expect(request.act("GET", "/letter.pdf"), 409, "nobody_found");
  expect(request.act("PUT", "/persons", text({{"travellers", json::array{kUnknown}}})), 404,
         "traveller_unknown");
  expect(request.act("PUT", "/persons", text({{"travellers", json::array{traveller}}})), 200);
  expect(request.act("POST", "/exports"), 201);
  expect(request.act("GET", "/letter.pdf"), 200);
  const std::string sex =
      text({{"traveller_id", traveller}, {"field", "sex"}, {"value", "male"}, {"reason", "x"}});
  expect(request.act("POST", "/corrections", sex), 409, "data_request_other_kind");
  const std::string erase = text({{"traveller_id", traveller}});
  expect(request.act("POST", "/erasure", erase), 409, "data_request_other_kind");
  expect(request.act("POST", "/closing", text({{"outcome", "erased"}})), 400, "outcome_unknown");
  expect(request.act("POST", "/closing", text({{"outcome", "answered"}})), 200);
  expect(request.act("POST", "/closing", text({{"outcome", "answered"}})), 409, "data_request_closed");
  expect(request.act("POST", "/search", text({{"name", "ERIKSSON"}})), 409, "data_request_closed");
  expect(request.act("GET", "/proof"), 200);
}

void correction(Rehearsal& r, HttpClient& doris, const std::string& traveller) {
  auto request = registered(r, doris, "correction", "correction-of-anna");
  expect(request.act("PUT", "/persons", text({{"travellers", json::array{traveller}}})), 200);
  const auto body = [&](const std::string& id, const std::string& value) {
    return text({{"traveller_id", id}, {"field", "nationality"}, {"value", value}, {"reason", "misread"}});
  };
  expect(request.act("POST", "/corrections", body(traveller, "Utopia")), 400, "field_value_invalid");
  expect(request.act("POST", "/corrections", body(kUnknown, "UTO")), 404, "traveller_unknown");
  expect(request.act("POST", "/corrections", body(traveller, "XXA")), 200);
}

void erasure(Rehearsal& r, HttpClient& doris, HttpClient& dirk, const std::string& traveller) {
  auto request = registered(r, doris, "erasure", "erasure-of-anna");
  expect(request.act("PUT", "/persons", text({{"travellers", json::array{traveller}}})), 200);
  expect(request.act("POST", "/erasure", text({{"traveller_id", traveller}})), 409);
  const std::string typed = request.at.substr(request.at.size() - 4);
  const std::string body = text({{"traveller_id", traveller}, {"confirmation", typed}});
  const std::string leaf = "/erasure/approval";
  expect(r.call(dirk, "POST", kRequest + leaf, request.at + leaf, body), 409, "erasure_not_proposed");
}

void reviews(Rehearsal& r, HttpClient& doris) {
  expect(r.call(doris, "GET", kReviews, kReviews + "?reviewed=perhaps"), 400, "query_invalid");
  expect(r.call(r.olga, "GET", kReviews, kReviews), 403, "role_missing");
  const Answer page = r.call(doris, "GET", kReviews, kReviews + "?reviewed=false");
  expect(page, 200);
  std::string sequence;
  const json::value body = page.json();
  for (const auto& each : body.at("reads").as_array()) {
    if (each.at("officer_name") == "Officer" && each.at("what") != "read_log") {
      sequence = std::to_string(each.at("sequence").as_int64());
    }
  }
  ASSERT_FALSE(sequence.empty());
  const auto judge = [&](HttpClient& who, const std::string& which, const std::string& judgement) {
    return r.call(who, "POST", kReview, kReviews + "/" + which,
                  text({{"judgement", judgement}, {"note", "asked"}}));
  };
  expect(judge(doris, "0", "justified"), 400, "sequence_invalid");
  expect(judge(doris, "1", "justified"), 404, "read_unknown");
  expect(judge(r.olga, sequence, "justified"), 403, "role_missing");
  expect(judge(doris, sequence, "justified"), 200);
  expect(judge(doris, sequence, "justified"), 409, "read_reviewed");
}

/// The berta of the rehearsal looks away from a lane and is asked why.
void explanations(Rehearsal& r, HttpClient& doris, const std::string& inspection) {
  expect(r.call(r.berta, "GET", "/api/v1/inspections/{id}", "/api/v1/inspections/" + inspection), 200);
  const Answer page = r.call(doris, "GET", kReviews, kReviews + "?reviewed=false&limit=1");
  const auto sequence = std::to_string(page.json().at("reads").as_array().front().at("sequence").as_int64());
  expect(r.call(doris, "POST", kReview, kReviews + "/" + sequence,
                text({{"judgement", "needs_explanation"}, {"note", "why?"}})),
         200);
  expect(r.call(r.berta, "GET", kExplanations, kExplanations), 200);
  const auto explain = [&](const std::string& which, const std::string& words) {
    return r.call(r.berta, "POST", kExplanation, kExplanations + "/" + which, text({{"explanation", words}}));
  };
  expect(explain(sequence, " "), 400, "reason_missing");
  expect(explain("1", "mine"), 404, "explanation_not_asked");
  expect(explain(sequence, "the carrier called"), 204);
}

void paper(Rehearsal& r) {
  const std::string forms = "/api/v1/paper-forms";
  const std::string pdf = forms + "/batches/{id}/forms.pdf";
  const std::string entries = forms + "/entries";
  const auto print = [&](int count, const std::string& key) {
    return r.call(r.olga, "POST", forms, forms, text({{"count", count}, {"language", "en"}}),
                  {{"Idempotency-Key", key}});
  };
  expect(print(0, "no-forms"), 400, "count_out_of_range");
  const Answer batch = print(1, "one-form");
  expect(batch, 201);
  expect(print(2, "one-form"), 409, "idempotency_key_reused");
  expect(r.call(r.olga, "GET", forms, forms), 200);
  expect(r.call(r.wanda, "GET", forms, forms), 403, "role_missing");
  const std::string id(batch.json().at("batch_id").as_string());
  expect(r.call(r.olga, "GET", pdf, forms + "/batches/" + id + "/forms.pdf"), 200);
  expect(r.call(r.olga, "GET", pdf, forms + "/batches/" + kUnknown + "/forms.pdf"), 404, "batch_unknown");
  const auto enter = [&](const std::string& number) {
    return r.call(r.olga, "POST", entries, entries,
                  text({{"number", number},
                        {"happened_at", "2026-11-23T08:00:00.000000Z"},
                        {"decided_by", "Chief Okello"},
                        {"direction", "entry"},
                        {"outcome", "admit"},
                        {"mrz", td3("BIANCHI<<ELENA", "Q7654321X")}}));
  };
  expect(enter("NG-1"), 400, "paper_number_invalid");
  expect(enter("NG-2026-00017-70"), 404, "paper_unknown");
  const std::string number(batch.json().at("numbers").as_array().front().as_string());
  expect(enter(number), 201);
  expect(enter(number), 409, "paper_entered");
}

void passwords(Rehearsal& r) {
  r.node.add_officer("paula", {"officer"});
  HttpClient paula(r.node.port());
  paula.sign_in("paula", kPassword);
  const auto change = [&](std::string_view old_one, std::string_view new_one, const Headers& headers = {}) {
    return r.call(paula, "PUT", kPassword1, kPassword1,
                  text({{"password", old_one}, {"new_password", new_one}}), headers);
  };
  expect(change(kPassword, "calm water for a ferry", {{"X-CSRF", "wrong"}}), 403, "csrf_wrong");
  expect(change("wrong password", "calm water for a ferry"), 401, "sign_in_refused");
  expect(change(kPassword, "short"), 400, "password_too_short");
  expect(change(kPassword, "calm water for a ferry"), 204);
  EXPECT_EQ(paula.call("GET", "/api/v1/session").status, 200);
}

std::string inspected(Rehearsal& r) {
  const json::object body{
      {"mrz", td3("VERDI<<LUCA", "V7654321X")}, {"direction", "exit"}, {"lane", "lane-1"}};
  const Answer opened = r.olga.call("POST", "/api/v1/inspections", json::serialize(body),
                                    {{"Idempotency-Key", "verdi-leaves"}});
  EXPECT_EQ(opened.status, 201) << opened.body;
  return std::string(opened.json().at("traveller").at("traveller_id").as_string());
}

}  // namespace

void rehearse_erasure(Rehearsal& r) {
  constexpr std::int64_t kFourYears = std::int64_t{4} * 366 * 24 * 60 * 60;
  r.olga.sign_in("olga", kPassword);
  const std::string traveller = inspected(r);
  r.clock.advance_seconds(kFourYears);
  HttpClient daria(r.node.port());
  HttpClient david(r.node.port());
  daria.sign_in("daria", kPassword);
  david.sign_in("david", kPassword);
  auto request = registered(r, daria, "erasure", "erasure-of-verdi");
  expect(request.act("PUT", "/persons", text({{"travellers", json::array{traveller}}})), 200);
  expect(request.act("POST", "/erasure", text({{"traveller_id", traveller}})), 200);
  const std::string typed = request.at.substr(request.at.size() - 4);
  const std::string leaf = "/erasure/approval";
  expect(r.call(david, "POST", kRequest + leaf, request.at + leaf,
                text({{"traveller_id", traveller}, {"confirmation", typed}})),
         200);
  r.olga.sign_in("olga", kPassword);
}

void rehearse_rights(Rehearsal& r, const std::string& traveller, const std::string& inspection) {
  r.node.add_officer("daria", {"data_officer"});
  r.node.add_officer("david", {"data_officer"});
  HttpClient daria(r.node.port());
  HttpClient david(r.node.port());
  daria.sign_in("daria", kPassword);
  david.sign_in("david", kPassword);
  registering(r, daria);
  access(r, daria, traveller);
  correction(r, daria, traveller);
  erasure(r, daria, david, traveller);
  explanations(r, daria, inspection);
  reviews(r, daria);
  passwords(r);
  paper(r);
}

}  // namespace cardea::test
