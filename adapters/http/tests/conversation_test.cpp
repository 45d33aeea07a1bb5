#include <gtest/gtest.h>

#include "cardea/http/problem.hpp"
#include "cardea/http/server.hpp"

namespace cardea::http {
namespace {

Response echo(const Request& request) { return json_response(200, request.path + "|" + request.body); }

RouteOptions with_body(std::size_t limit) {
  RouteOptions options;
  options.body = BodyKind::memory;
  options.body_max = limit;
  return options;
}

Router test_router() {
  Router router;
  router.add(Method::get, "/things/{id}", echo);
  router.add(Method::post, "/things", echo, with_body(64));
  router.add(Method::get, "/throws",
             [](const Request&) -> Response { throw std::runtime_error("private words"); });
  return router;
}

std::string converse_with(std::vector<std::string> pieces) { return converse(test_router(), pieces); }

std::string post(std::string_view body, std::string_view headers = {}) {
  return "POST /things HTTP/1.1\r\nHost: a\r\n" + std::string(headers) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

int answers_in(std::string_view text) {
  int count = 0;
  for (auto at = text.find("HTTP/1.1 "); at != text.npos; at = text.find("HTTP/1.1 ", at + 1)) ++count;
  return count;
}

/// What came back in short: "413 http_body_too_large".
std::string refusal_of(std::vector<std::string> pieces) {
  const std::string answer = converse_with(std::move(pieces));
  const auto code = answer.find("\"code\":\"");
  if (!answer.starts_with("HTTP/1.1 ") || code == answer.npos) return answer;
  return answer.substr(9, 4) + answer.substr(code + 8, answer.find('"', code + 8) - code - 8);
}

TEST(Conversation, AnswersAGetWithSecurityHeaders) {
  const std::string answer = converse_with({"GET /things/7 HTTP/1.1\r\nHost: a\r\n\r\n"});
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(answer.ends_with("\r\n\r\n/things/7|"));
  EXPECT_NE(
      answer.find("Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src "
                  "'self' data: blob:; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri "
                  "'none'; form-action 'self'; frame-ancestors 'none'\r\n"),
      std::string::npos);
  for (const char* header :
       {"Referrer-Policy: no-referrer\r\n", "Cross-Origin-Opener-Policy: same-origin\r\n",
        "X-Content-Type-Options: nosniff\r\n", "Cache-Control: no-store\r\n", "Date: "}) {
    EXPECT_NE(answer.find(header), std::string::npos) << header;
  }
}

TEST(Conversation, ReadsARequestThatArrivesByteByByte) {
  const std::string whole = post("{\"a\":1}");
  std::vector<std::string> bytes;
  for (const char byte : whole) bytes.emplace_back(1, byte);
  EXPECT_TRUE(converse_with(bytes).ends_with("/things|{\"a\":1}"));
}

TEST(Conversation, AnswersPipelinedRequestsInOrder) {
  const std::string answer = converse_with({"GET /things/1 HTTP/1.1\r\nHost: a\r\n\r\n" + post("second") +
                                            "GET /things/3 HTTP/1.1\r\nHost: a\r\n\r\n"});
  EXPECT_EQ(answers_in(answer), 3);
  const auto first = answer.find("/things/1|");
  const auto second = answer.find("/things|second");
  const auto third = answer.find("/things/3|");
  EXPECT_TRUE(first < second && second < third && third != std::string::npos);
}

TEST(Conversation, ReadsAChunkedBody) {
  const std::string answer =
      converse_with({"POST /things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                     "chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"});
  EXPECT_TRUE(answer.ends_with("/things|abcde"));
}

TEST(Conversation, AnswersHeadWithoutABody) {
  const std::string answer = converse_with({"HEAD /things/7 HTTP/1.1\r\nHost: a\r\n\r\n"});
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
  EXPECT_NE(answer.find("Content-Length: 10\r\n"), std::string::npos);
}

TEST(Conversation, SaysContinueWhenAskedTo) {
  const std::string answer = converse_with(
      {"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n", "body"});
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"));
}

TEST(Conversation, DoesNotAskForABodyItWillRefuse) {
  const std::string answer = converse_with(
      {"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\nExpect: 100-continue\r\n\r\n"});
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 413 "));
}

TEST(Conversation, RefusesAnotherExpectation) {
  EXPECT_EQ(refusal_of({"GET /things/1 HTTP/1.1\r\nHost: a\r\nExpect: cake\r\n\r\n"}),
            "417 http_expectation_failed");
}

TEST(Conversation, RefusesAHeaderOverTheLimit) {
  EXPECT_EQ(refusal_of({"GET /things/1 HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n"}),
            "431 http_header_too_large");
}

TEST(Conversation, RefusesALineOfTenMegabytesWithoutKeepingIt) {
  std::vector<std::string> pieces{"GET /"};
  for (int i = 0; i < 160; ++i) pieces.emplace_back(65'536, 'a');
  EXPECT_EQ(refusal_of(pieces), "431 http_header_too_large");
}

TEST(Conversation, RefusesABodyOverTheLimit) {
  EXPECT_EQ(refusal_of({post(std::string(65, 'x'))}), "413 http_body_too_large");
}

TEST(Conversation, RefusesChunksOverTheLimit) {
  EXPECT_EQ(refusal_of({"POST /things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n41\r\n" +
                        std::string(65, 'x') + "\r\n0\r\n\r\n"}),
            "413 http_body_too_large");
}

TEST(Conversation, RefusesABodyWhereNoneIsTaken) {
  EXPECT_EQ(refusal_of({"GET /things/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx"}),
            "413 http_body_too_large");
}

TEST(Conversation, RefusesLengthAndChunksTogether) {
  EXPECT_EQ(refusal_of({"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: "
                        "chunked\r\n\r\n0\r\n\r\nGET /things/2 HTTP/1.1\r\nHost: a\r\n\r\n"}),
            "400 http_length_ambiguous");
}

TEST(Conversation, RefusesChunksAndLengthTogether) {
  EXPECT_EQ(refusal_of({"POST /things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: "
                        "4\r\n\r\n0\r\n\r\n"}),
            "400 http_length_ambiguous");
}

TEST(Conversation, RefusesTwoLengths) {
  EXPECT_EQ(
      refusal_of({"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nbody"}),
      "400 http_length_ambiguous");
}

TEST(Conversation, RefusesATransferCodingThatIsNotChunked) {
  EXPECT_EQ(refusal_of({"POST /things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"}),
            "400 http_length_ambiguous");
}

TEST(Conversation, AnswersNothingAfterAnAmbiguousRequest) {
  const std::string answer =
      converse_with({"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 4\r\n\r\nbody"
                     "GET /things/2 HTTP/1.1\r\nHost: a\r\n\r\n"});
  EXPECT_EQ(answers_in(answer), 1);
  EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
}

TEST(Conversation, RefusesARequestWithoutHost) {
  EXPECT_EQ(refusal_of({"GET /things/1 HTTP/1.1\r\n\r\n"}), "400 http_host_missing");
}

TEST(Conversation, RefusesTwoHosts) {
  EXPECT_EQ(refusal_of({"GET /things/1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"}), "400 http_host_missing");
}

TEST(Conversation, RefusesAnotherVersion) {
  EXPECT_EQ(refusal_of({"GET /things/1 HTTP/2.0\r\nHost: a\r\n\r\n"}), "505 http_version_unsupported");
}

TEST(Conversation, RefusesNulsInTheHeader) {
  EXPECT_EQ(refusal_of({std::string("GET /things/1 HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n", 44)}),
            "400 http_invalid");
}

TEST(Conversation, RefusesABlankBeforeTheColon) {
  EXPECT_EQ(refusal_of({"GET /things/1 HTTP/1.1\r\nHost : a\r\n\r\n"}), "400 http_invalid");
}

TEST(Conversation, RefusesWhatIsNotHttp) { EXPECT_EQ(refusal_of({"\x16\x03\x01\x02"}), "400 http_invalid"); }

TEST(Conversation, RefusesATargetThatClimbs) {
  EXPECT_EQ(refusal_of({"GET /things/%2e%2e/x HTTP/1.1\r\nHost: a\r\n\r\n"}), "400 http_target_invalid");
}

TEST(Conversation, RefusesATargetInAbsoluteForm) {
  EXPECT_EQ(refusal_of({"GET http://elsewhere/things/1 HTTP/1.1\r\nHost: a\r\n\r\n"}),
            "400 http_target_invalid");
}

TEST(Conversation, SaysWhenARequestStalls) {
  EXPECT_EQ(refusal_of({"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf", ""}),
            "408 http_timeout");
}

TEST(Conversation, EndsAnIdleConnectionWithoutAWord) { EXPECT_EQ(converse_with({""}), ""); }

TEST(Conversation, EndsWithoutAWordWhenTheClientLeavesWithinARequest) {
  EXPECT_EQ(converse_with({"POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf"}), "");
}

TEST(Conversation, ClosesWhenTheClientAsksForIt) {
  const std::string answer =
      converse_with({"GET /things/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET /things/2 "
                     "HTTP/1.1\r\nHost: a\r\n\r\n"});
  EXPECT_EQ(answers_in(answer), 1);
}

TEST(Conversation, KeepsTheConnectionAfterAnUnknownPath) {
  const std::string answer =
      converse_with({"GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\nGET /things/2 HTTP/1.1\r\nHost: a\r\n\r\n"});
  EXPECT_EQ(answers_in(answer), 2);
}

TEST(Conversation, NamesTheMethodsThatAreServed) {
  const std::string answer = converse_with({"PUT /things HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"});
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 405 "));
  EXPECT_NE(answer.find("Allow: POST\r\n"), std::string::npos);
}

TEST(Conversation, TurnsAThrownExceptionIntoAnAnswerWithoutItsWords) {
  const std::string answer = converse_with({"GET /throws HTTP/1.1\r\nHost: a\r\n\r\n"});
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 "));
  EXPECT_EQ(answer.find("private words"), std::string::npos);
}

TEST(Conversation, AnswersHttp10AndCloses) {
  const std::string answer = converse_with({"GET /things/1 HTTP/1.0\r\n\r\n"});
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 "));
  EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
}

TEST(Conversation, LooksAtTheHeaderBeforeItTakesTheBody) {
  Router router;
  RouteOptions options = with_body(std::size_t{1} << 20);
  options.before_body = [](const Request&) {
    return problem({ErrorKind::forbidden, "session_required", {}});
  };
  router.add(Method::put, "/upload", echo, options);
  const std::vector<std::string> pieces{"PUT /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n",
                                        "never read"};
  const std::string answer = converse(router, pieces);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 401 "));
}

TEST(Conversation, TakesAnUploadToAFile) {
  Router router;
  RouteOptions options;
  options.body = BodyKind::file;
  router.add(
      Method::put, "/upload",
      [](const Request& request) {
        return json_response(200, std::to_string(std::filesystem::file_size(request.upload)));
      },
      options);
  const std::vector<std::string> pieces{"PUT /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n\r\nabc",
                                        "defg"};
  EXPECT_TRUE(converse(router, pieces).ends_with("\r\n\r\n7"));
}

}  // namespace
}  // namespace cardea::http
