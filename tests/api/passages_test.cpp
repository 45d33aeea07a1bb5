// Passages of several persons over the interface, held against the contract.
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kPassages = "/api/v1/passages";
const std::string kPassage = "/api/v1/passages/{id}";
constexpr const char* kUnknown = "019ab000-0000-7000-8000-000000000000";
constexpr const char* kCar =
    R"({"kind":"car","direction":"entry","lane":"lane-1","head_count":1,
        "vehicle":{"plate":"KAA 123","state":"KEN","colour":"white"}})";

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  if (status >= 400) {
    EXPECT_EQ(answer.code(), code);
  }
}

/// One officer's work on one passage; each act under a key of its own and with the revision last seen.
struct Work {
  Rehearsal& r;
  std::string target = {};
  std::string etag = {};
  int acts = 0;

  Headers change() {
    return {{"Idempotency-Key", "passage-" + target.substr(target.size() - 4) + std::to_string(++acts)},
            {"If-Match", etag}};
  }
  void open(std::string_view body) {
    const Answer opened = r.call(r.olga, "POST", kPassages, kPassages, body,
                                 {{"Idempotency-Key", "open-passage-" + std::to_string(body.size())}});
    expect(opened, 201);
    target = opened.header("location");
    etag = opened.header("etag");
  }
  Answer act(const std::string& method, const std::string& pattern, const std::string& rest,
             std::string_view body) {
    Answer answer = r.call(r.olga, method, kPassage + pattern, target + rest, body, change());
    if (answer.status == 200) etag = answer.header("etag");
    return answer;
  }
  Answer inspect(const std::string& name, const std::string& number) {
    const json::object body{{"mrz", td3(name, number)},
                            {"direction", "entry"},
                            {"lane", "lane-1"},
                            {"passage_id", target.substr(kPassages.size() + 1)}};
    return r.call(r.olga, "POST", "/api/v1/inspections", "/api/v1/inspections", json::serialize(body),
                  {{"Idempotency-Key", "inspect-" + number}});
  }
  void admit(const Answer& inspection) {
    const json::value body = inspection.json();
    const std::string id(body.at("id").as_string());
    expect(
        r.call(r.olga, "POST", "/api/v1/inspections/{id}/decision", "/api/v1/inspections/" + id + "/decision",
               R"({"outcome":"admit","reasons":["document_examined","lists_searched_elsewhere"]})",
               {{"Idempotency-Key", "admit-" + id}, {"If-Match", inspection.header("etag")}}),
        200);
  }
};

std::string inspection_in(const Answer& passage) {
  const json::value body = passage.json();
  return std::string(body.at("occupants").at(0).at("inspection_id").as_string());
}

void a_car(Rehearsal& r) {
  expect(r.call(r.olga, "POST", kPassages, kPassages, kCar), 400, "idempotency_key_required");
  expect(r.call(r.olga, "POST", kPassages, kPassages, R"({"kind":"sledge","direction":"entry"})",
                {{"Idempotency-Key", "a-sledge"}}),
         400, "passage_kind_unknown");
  expect(r.call(r.wanda, "POST", kPassages, kPassages, kCar, {{"Idempotency-Key", "wandas-car"}}), 403,
         "role_missing");
  Work work{r};
  work.open(kCar);
  expect(work.act("PUT", "/description", "/description", R"({"head_count":0})"), 400, "head_count_invalid");
  expect(work.act("PUT", "/description", "/description",
                  R"({"head_count":1,"vehicle":{"plate":"KAA 124","state":"KEN"}})"),
         200);
  const Answer inspected = work.inspect("BIANCHI<<LUCA", "CA1000001");
  expect(inspected, 201);
  expect(work.act("POST", "/release", "/release", "{}"), 409, "passage_person_open");
  const Answer seen = r.call(r.olga, "GET", kPassage, work.target);
  expect(seen, 200);
  const std::string occupant = "/occupants/" + inspection_in(seen);
  expect(work.act("PUT", "/occupants/{part}", occupant, R"({"role":"driver","relation":"parent"})"), 200);
  expect(work.act("PUT", "/occupants/{part}", "/occupants/" + std::string(kUnknown), R"({"role":"driver"})"),
         404, "occupant_unknown");
  expect(work.act("PUT", "/occupants/{part}", occupant, R"({"role":"ghost"})"), 400, "occupant_role_unknown");
  work.admit(inspected);
  work.etag = "\"1\"";
  expect(work.act("POST", "/release", "/release", "{}"), 412, "revision_mismatch");
  work.etag = r.call(r.olga, "GET", kPassage, work.target).header("etag");
  const Answer released =
      work.act("POST", "/release", "/release", R"({"note":"boot opened, nothing found"})");
  expect(released, 200);
  EXPECT_EQ(released.json().at("state"), "released");
  expect(work.inspect("BIANCHI<<SARA", "CA1000002"), 409, "passage_released");
}

void a_bus(Rehearsal& r) {
  Work work{r};
  work.open(R"({"kind":"bus","direction":"entry","lane":"lane-2","head_count":1})");
  const std::string file = "/manifest?file_name=bus.csv";
  const auto put = [&](HttpClient& client, std::string_view text) {
    return r.call(client, "PUT", kPassage + "/manifest", work.target + file, text,
                  {{"Content-Type", "application/octet-stream"}});
  };
  expect(put(r.wanda, "surname,birth_date\nRossi,1974-08-12\n"), 403, "role_missing");
  expect(put(r.olga, "surname,seat\nRossi,1\n"), 400, "manifest_column_unknown");
  expect(put(r.olga, "birth_date\n1974-08-12\n"), 400, "manifest_column_missing");
  const Answer attached = put(r.olga, "surname,birth_date\nRossi,1974-08-12\nVerdi,1974\n");
  expect(attached, 200);
  EXPECT_EQ(attached.json().at("manifest").at("unread").at(0).at("reason"), "birth_date_invalid");
  work.etag = attached.header("etag");
  const std::string pattern = "/manifest/lines/{line}";
  expect(work.act("PUT", pattern, "/manifest/lines/3", R"({"reason":"whim"})"), 400,
         "difference_reason_unknown");
  expect(work.act("PUT", pattern, "/manifest/lines/9", R"({"reason":"left_before"})"), 404,
         "manifest_line_unknown");
  expect(work.act("PUT", pattern, "/manifest/lines/two", R"({"reason":"left_before"})"), 400, "id_invalid");
  expect(work.act("PUT", pattern, "/manifest/lines/3", R"({"reason":"did_not_travel"})"), 200);
  expect(work.act("POST", "/release", "/release", "{}"), 409, "passage_empty");
}

void looks(Rehearsal& r) {
  expect(r.call(r.otto, "GET", kPassages, kPassages + "?state=all&lane=lane-2"), 200);
  expect(r.call(r.otto, "GET", kPassages, kPassages + "?state=shut"), 400, "query_invalid");
  expect(r.call(r.wanda, "GET", kPassages, kPassages), 403, "role_missing");
  expect(r.call(r.otto, "GET", kPassage, kPassages + "/" + kUnknown), 404, "passage_unknown");
  expect(r.call(r.otto, "GET", kPassage, kPassages + "/nonsense"), 400, "id_invalid");
}

}  // namespace

// REQ: F-B01
TEST(PassageInterface, HoldsItsContractForACarAndABus) {
  Rehearsal r;
  a_car(r);
  a_bus(r);
  looks(r);
}

void rehearse_passages(Rehearsal& r) {
  a_car(r);
  looks(r);
  a_bus(r);
}

}  // namespace cardea::test
