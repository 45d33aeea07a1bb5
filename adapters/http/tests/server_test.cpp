#include "cardea/http/server.hpp"

#include <gtest/gtest.h>

#include <poll.h>

#include <future>
#include <latch>

#include "cardea/http/problem.hpp"
#include "client.hpp"

namespace cardea::http {
namespace {

constexpr std::string_view kGet = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";

struct TestServer {
  Metrics metrics;
  std::vector<std::string> lines;
  std::mutex mutex;
  std::unique_ptr<Log> log = make_json_log([this](std::string_view line) {
    const std::lock_guard lock(mutex);
    lines.emplace_back(line);
  });
  std::unique_ptr<Server> server;

  explicit TestServer(Router router, ServerOptions options = {}) {
    auto started = Server::start(std::move(options), std::move(router), {metrics, *log});
    EXPECT_TRUE(started.has_value());
    server = std::move(*started);
  }
};

Router hello() {
  Router router;
  router.add(Method::get, "/hello", [](const Request&) { return json_response(200, "\"hello\""); });
  return router;
}

std::string_view refusal(const ServerOptions& options) {
  Metrics metrics;
  const auto log = make_silent_log();
  const auto started = Server::start(options, hello(), {metrics, *log});
  return started ? std::string_view("started") : started.error().reason;
}

TEST(Server, AnswersOverLoopback) {
  TestServer test(hello());
  RawClient client(test.server->port());
  client.send(kGet);
  EXPECT_TRUE(client.read_until("\"hello\"").starts_with("HTTP/1.1 200 OK"));
}

TEST(Server, SharesItsPortAmongThreads) {
  ServerOptions options;
  options.threads = 3;
  TestServer test(hello(), options);
  for (int i = 0; i < 20; ++i) {
    RawClient client(test.server->port());
    client.send(kGet);
    EXPECT_TRUE(client.read_until("\"hello\"").starts_with("HTTP/1.1 200 OK"));
  }
}

TEST(Server, RefusesAPortInUse) {
  TestServer test(hello());
  ServerOptions options;
  options.port = test.server->port();
  EXPECT_EQ(refusal(options), "port_in_use");
}

TEST(Server, RefusesPlainHttpBeyondLoopback) {
  ServerOptions options;
  options.address = "0.0.0.0";
  EXPECT_EQ(refusal(options), "plain_http_not_loopback");
}

TEST(Server, RefusesAnAddressThatIsNone) {
  ServerOptions options;
  options.address = "localhost";
  EXPECT_EQ(refusal(options), "address_invalid");
}

TEST(Server, RefusesTlsFilesThatAreNone) {
  ServerOptions options;
  options.tls =
      TlsFiles{std::string(CARDEA_ROOM_DIR) + "/README.md", std::string(CARDEA_ROOM_DIR) + "/README.md"};
  EXPECT_EQ(refusal(options), "tls_files_invalid");
}

TEST(Server, Answers503WhenAllWorkersAreBusy) {
  std::latch inside{1};
  std::promise<void> release;
  auto released = release.get_future().share();
  Router router;
  router.add(Method::get, "/slow", [&inside, released](const Request&) {
    inside.count_down();
    released.wait();
    return json_response(200, "\"done\"");
  });
  router.add(Method::get, "/hello", [](const Request&) { return json_response(200, "\"hello\""); });
  ServerOptions options;
  options.workers = 1;
  options.queue_max = 1;
  TestServer test(std::move(router), options);

  RawClient busy(test.server->port());
  busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  inside.wait();
  RawClient queued(test.server->port());
  RawClient refused(test.server->port());
  queued.send(kGet);
  refused.send(kGet);
  // One of the two waits in the queue; the other is told at once.
  pollfd both_ways[2] = {{queued.descriptor(), POLLIN, 0}, {refused.descriptor(), POLLIN, 0}};
  ::poll(both_ways, 2, -1);
  release.set_value();
  EXPECT_TRUE(busy.read_until("\"done\"").ends_with("\"done\""));
  const std::string both = queued.read_until("\r\n\r\n") + refused.read_until("\r\n\r\n");
  EXPECT_NE(both.find("HTTP/1.1 503 "), std::string::npos);
  EXPECT_NE(both.find("Retry-After: 1\r\n"), std::string::npos);
}

TEST(Server, KeepsWorkersFreeOfARouteThatHasItsNumber) {
  std::latch inside{1};
  std::promise<void> release;
  auto released = release.get_future().share();
  Router router = hello();
  RouteOptions one_at_once;
  one_at_once.at_once_max = 1;
  const auto slow = [&inside, released](const Request&) {
    inside.count_down();
    released.wait();
    return json_response(200, "\"done\"");
  };
  router.add(Method::get, "/slow", slow, one_at_once);
  TestServer test(std::move(router));
  constexpr std::string_view kSlow = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
  RawClient first(test.server->port());
  first.send(kSlow);
  inside.wait();
  RawClient second(test.server->port());
  second.send(kSlow);
  EXPECT_TRUE(second.read_until("server_busy").starts_with("HTTP/1.1 503 "));
  release.set_value();
  EXPECT_TRUE(first.read_until("\"done\"").ends_with("\"done\""));
  RawClient third(test.server->port());
  third.send(kSlow);
  EXPECT_TRUE(third.read_until("\"done\"").ends_with("\"done\""));
}

TEST(Server, LetsARequestUnderWayFinishWhenItStops) {
  std::latch inside{1};
  std::promise<void> release;
  auto released = release.get_future().share();
  Router router;
  router.add(Method::get, "/slow", [&inside, released](const Request&) {
    inside.count_down();
    released.wait();
    return json_response(200, "\"done\"");
  });
  TestServer test(std::move(router));
  RawClient client(test.server->port());
  client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  inside.wait();
  auto stopped = std::async(std::launch::async, [&test] { test.server->stop(); });
  release.set_value();
  const std::string answer = client.read_to_end();
  stopped.get();
  EXPECT_TRUE(answer.ends_with("\"done\""));
}

TEST(Server, EndsIdleConnectionsWhenItStops) {
  TestServer test(hello());
  RawClient client(test.server->port());
  client.send(kGet);
  client.read_until("\"hello\"");
  test.server->stop();
  client.forget();
  EXPECT_EQ(client.read_to_end(), "");
}

TEST(Server, AnswersABodyThatIsTooLargeBeforeItCloses) {
  Router router;
  RouteOptions options;
  options.body = BodyKind::memory;
  options.body_max = 1024;
  router.add(Method::post, "/small", [](const Request&) { return json_response(200, "1"); }, options);
  TestServer test(std::move(router));
  RawClient client(test.server->port());
  client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n");
  client.send(std::string(3'000'000, 'x'));
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 413 "));
}

TEST(Server, CutsAClientThatSendsItsHeaderTooSlowly) {
  ServerOptions options;
  options.limits.header_deadline = std::chrono::milliseconds(20);
  TestServer test(hello(), options);
  RawClient client(test.server->port());
  client.send("GET /hel");
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 408 "));
}

TEST(Server, LogsThePatternAndNeverTheQuery) {
  TestServer test(hello());
  RawClient client(test.server->port());
  client.send("GET /hello?name=SECRET HTTP/1.1\r\nHost: a\r\nX-Private: SECRET\r\n\r\n");
  client.read_until("\"hello\"");
  test.server->stop();
  ASSERT_EQ(test.lines.size(), 1U);
  EXPECT_EQ(test.lines[0].find("SECRET"), std::string::npos);
  EXPECT_TRUE(
      test.lines[0].starts_with(R"({"event":"request","method":"GET","route":"/hello","status":200,"us":)"));
}

TEST(Metrics, CountRequestsByRouteAndStatus) {
  TestServer test(hello());
  RawClient client(test.server->port());
  client.send(kGet);
  client.read_until("\"hello\"");
  EXPECT_NE(
      test.metrics.text().find(R"(cardea_http_requests_total{method="GET",route="/hello",status="200"} 1)"),
      std::string::npos);
}

}  // namespace
}  // namespace cardea::http
