// Board, lanes, level, drills and reports, held against the contract.
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kLane = "/api/v1/lanes/{lane}";
const std::string kLevel = "/api/v1/level";
const std::string kDrills = "/api/v1/drills";
const std::string kFindings = "/api/v1/drills/{id}/findings";
const std::string kEnd = "/api/v1/drills/{id}/end";
const std::string kCoverage = "/api/v1/reports/coverage";
const std::string kDay = "/api/v1/reports/day";
constexpr const char* kUnknown = "019ab000-0000-7000-8000-000000000000";
constexpr const char* kStart = R"({"scenario":"link cut","level":"local_only"})";
constexpr const char* kNote = R"({"text":"the printer had no paper"})";

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  if (!code.empty()) {
    EXPECT_EQ(answer.code(), code);
  }
}

void board_and_lanes(Rehearsal& r, HttpClient& lara) {
  const std::string at = "/api/v1/lanes/lane-1";
  expect(r.call(lara, "PUT", kLane, at, R"({"state":"open","queue":12,"queue_method":"counted"})"), 200);
  expect(r.call(lara, "PUT", kLane, at, R"({"state":"ajar"})"), 400, "lane_state_invalid");
  expect(r.call(lara, "PUT", kLane, at, R"({"state":"open","queue":12})"), 400, "queue_invalid");
  expect(r.call(lara, "PUT", kLane, "/api/v1/lanes/9", R"({"state":"open"})"), 400, "lane_unknown");
  expect(r.call(r.olga, "PUT", kLane, at, R"({"state":"open"})"), 403, "role_missing");
  expect(r.call(lara, "GET", "/api/v1/board", "/api/v1/board"), 200);
  expect(r.call(r.olga, "GET", "/api/v1/board", "/api/v1/board"), 403, "role_missing");
}

void levels(Rehearsal& r, HttpClient& lara) {
  expect(r.call(r.olga, "GET", kLevel, kLevel), 200);
  const std::string paper = R"({"level":"paper","reason":"power cut","minutes":30})";
  expect(r.call(lara, "PUT", kLevel, kLevel, paper), 200);
  expect(r.call(lara, "PUT", kLevel, kLevel, R"({"level":"paper","reason":"x","minutes":0})"), 400,
         "level_end_passed");
  expect(r.call(r.olga, "PUT", kLevel, kLevel, paper), 403, "role_missing");
}

void relaxations(Rehearsal& r, HttpClient& lara) {
  const std::string rules = "/api/v1/relaxation-rules";
  const std::string path = "/api/v1/relaxations";
  const std::string order = R"({"direction":"exit","checks":["stay"],"minutes":30,"reason":"nine coaches"})";
  expect(r.call(r.olga, "GET", rules, rules), 200);
  expect(r.call(r.olga, "POST", path, path, order), 403, "role_missing");
  expect(r.call(lara, "POST", path, path,
                R"({"direction":"exit","checks":["watchlist"],"minutes":30,"reason":"nine coaches"})"),
         400, "check_not_relaxable");
  const Answer begun = r.call(lara, "POST", path, path, order);
  expect(begun, 201);
  const std::string id(begun.json().at("relaxations").at(0).at("id").as_string());
  const std::string end = path + "/{id}/end";
  expect(r.call(lara, "POST", end, path + "/" + kUnknown + "/end", R"({"reason":"over"})"), 404,
         "relaxation_unknown");
  expect(r.call(lara, "POST", end, path + "/" + id + "/end", R"({"reason":"over"})"), 200);
}

void drills(Rehearsal& r, HttpClient& lara) {
  const Answer started = r.call(lara, "POST", kDrills, kDrills, kStart);
  expect(started, 201);
  const std::string at = kDrills + "/" + std::string(started.json().at("drill_id").as_string());
  expect(r.call(lara, "POST", kDrills, kDrills, kStart), 409, "drill_running");
  expect(r.call(lara, "POST", kDrills, kDrills, R"({"scenario":" ","level":"paper"})"), 400, "note_required");
  expect(r.call(r.olga, "POST", kDrills, kDrills, kStart), 403, "role_missing");
  expect(r.call(r.olga, "POST", kFindings, at + "/findings", kNote), 200);
  expect(r.call(r.olga, "POST", kFindings, at + "/findings", R"({"text":""})"), 400, "note_required");
  expect(r.call(r.wanda, "POST", kFindings, at + "/findings", kNote), 403, "role_missing");
  const std::string other = kDrills + "/" + kUnknown;
  expect(r.call(r.olga, "POST", kFindings, other + "/findings", kNote), 404, "drill_unknown");
  expect(r.call(r.olga, "POST", kEnd, at + "/end", kNote), 403, "role_missing");
  expect(r.call(lara, "POST", kEnd, at + "/end", R"({"text":""})"), 400, "note_required");
  expect(r.call(lara, "POST", kEnd, at + "/end", kNote), 200);
  expect(r.call(lara, "POST", kEnd, at + "/end", kNote), 404, "drill_unknown");
  expect(r.call(lara, "GET", kDrills, kDrills), 200);
  expect(r.call(r.olga, "GET", kDrills, kDrills), 403, "role_missing");
}

void reports(Rehearsal& r, HttpClient& lara) {
  expect(r.call(lara, "GET", kCoverage, kCoverage + "?from=2026-11-01&to=2026-12-01"), 200);
  expect(r.call(lara, "GET", kCoverage, kCoverage + "?from=2026-11-01&to=2026-11-01"), 400,
         "report_range_invalid");
  expect(r.call(lara, "GET", kCoverage, kCoverage + "?from=yesterday"), 400, "query_invalid");
  expect(r.call(r.olga, "GET", kCoverage, kCoverage), 403, "role_missing");
  expect(r.call(lara, "GET", kDay, kDay + "?on=2026-11-23"), 200);
  expect(r.call(lara, "GET", kDay, kDay + "?on=23"), 400, "query_invalid");
  expect(r.call(r.olga, "GET", kDay, kDay), 403, "role_missing");
}

}  // namespace

void rehearse_operations(Rehearsal& r) {
  r.node.add_officer("lara", {"shift_leader"});
  HttpClient lara(r.node.port());
  lara.sign_in("lara", kPassword);
  board_and_lanes(r, lara);
  levels(r, lara);
  relaxations(r, lara);
  drills(r, lara);
  reports(r, lara);
}

}  // namespace cardea::test
