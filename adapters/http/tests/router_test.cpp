#include "cardea/http/router.hpp"

#include <gtest/gtest.h>

#include "cardea/http/problem.hpp"

namespace cardea::http {
namespace {

Response nothing(const Request&) { return {}; }

Router test_router() {
  Router router;
  router.add(Method::get, "/a", nothing);
  router.add(Method::post, "/a", nothing);
  router.add(Method::get, "/a/{id}/b/{other}", nothing);
  return router;
}

TEST(Router, GivesWhatStandsForTheNames) {
  const Router router = test_router();
  const Matched matched = router.match(Method::get, "/a/x%20y/b/z");
  ASSERT_NE(matched.route, nullptr);
  EXPECT_EQ(matched.route->pattern, "/a/{id}/b/{other}");
  EXPECT_EQ(matched.values, (std::vector<std::string>{"x y", "z"}));
}

TEST(Router, KeepsAnEncodedSlashWithinItsSegment) {
  const Router router = test_router();
  const Matched matched = router.match(Method::get, "/a/x%2Fy/b/z");
  ASSERT_NE(matched.route, nullptr);
  EXPECT_EQ(matched.values.front(), "x/y");
}

TEST(Router, TakesNoEmptySegmentForAName) {
  const Router router = test_router();
  EXPECT_EQ(router.match(Method::get, "/a//b/z").refusal->code, "path_unknown");
}

TEST(Router, AnswersHeadWhereGetIs) {
  const Router router = test_router();
  EXPECT_NE(router.match(Method::head, "/a").route, nullptr);
}

TEST(Router, NamesTheMethodsOfAPath) {
  const Router router = test_router();
  const Matched matched = router.match(Method::remove, "/a");
  EXPECT_EQ(matched.refusal->code, "method_not_allowed");
  EXPECT_EQ(*matched.refusal->find_header("allow"), "GET, HEAD, POST");
}

TEST(Router, RefusesABrokenEscape) {
  const Router router = test_router();
  EXPECT_EQ(router.match(Method::get, "/a/%zz/b/c").refusal->code, "http_target_invalid");
}

TEST(Router, GivesOtherPathsToTheFallback) {
  Router router = test_router();
  router.set_fallback(nothing);
  EXPECT_NE(router.match(Method::get, "/booth").route, nullptr);
}

TEST(Router, NeverGivesAnInterfacePathToTheFallback) {
  Router router = test_router();
  router.set_fallback(nothing);
  for (const char* path : {"/api/v1/nowhere", "/api", "/health/x", "/metrics/x"}) {
    EXPECT_EQ(router.match(Method::get, path).route, nullptr) << path;
  }
}

TEST(Method, IsReadBackFromItsWord) {
  for (const Method method : {Method::get, Method::head, Method::post, Method::put, Method::patch,
                              Method::remove, Method::options}) {
    Method read = Method::other;
    EXPECT_TRUE(parse(name(method), read));
    EXPECT_EQ(read, method);
  }
}

TEST(Request, BelievesNoCookieThatCameTwice) {
  Request request;
  request.headers.emplace_back("cookie", "a=1; cardea=x; cardea=y");
  EXPECT_EQ(request.find_cookie("cardea"), std::nullopt);
  EXPECT_EQ(request.find_cookie("a"), "1");
}

TEST(Problem, PutsTheCodecsPointerIntoErrors) {
  const Response response = problem({ErrorKind::malformed, "json_wrong_type", "/officers/0"});
  EXPECT_EQ(
      response.body,
      R"({"type":"/problems/json_wrong_type","title":"malformed","status":400,"code":"json_wrong_type",)"
      R"("detail":"/officers/0","errors":[{"pointer":"/officers/0","reason":"json_wrong_type"}]})");
}

TEST(Problem, SaysHowLongToWait) {
  EXPECT_EQ(*problem({ErrorKind::forbidden, "locked_out", "30"}).find_header("Retry-After"), "30");
  EXPECT_EQ(*problem({ErrorKind::unavailable, "server_busy", {}}).find_header("Retry-After"), "1");
}

TEST(Problem, KeepsTheDetailsOfWhatIsBrokenForTheLog) {
  EXPECT_EQ(problem({ErrorKind::broken, "store_damaged", "page 7"}).body.find("page 7"), std::string::npos);
}

}  // namespace
}  // namespace cardea::http
