#include "cardea/http/static_files.hpp"

#include <gtest/gtest.h>

namespace cardea::http {
namespace {

std::shared_ptr<const std::string> bytes(const char* text) {
  return std::make_shared<const std::string>(text);
}

StaticFiles test_files() {
  StaticFiles files;
  files.add("/index.html", {"text/html; charset=utf-8", "aa", bytes("<html>"), nullptr, nullptr});
  files.add("/assets/app-1.js",
            {"text/javascript; charset=utf-8", "bb", bytes("plain"), bytes("br"), bytes("gz")});
  return files;
}

Response get(const char* path, Pairs headers = {}) {
  Request request;
  request.path = path;
  request.headers = std::move(headers);
  return test_files().answer(request);
}

TEST(StaticFiles, KeepsHashedFilesForAYear) {
  EXPECT_EQ(*get("/assets/app-1.js").find_header("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(StaticFiles, AsksAgainForTheFrontPage) {
  const Response response = get("/");
  EXPECT_EQ(*response.find_header("Cache-Control"), "no-cache");
  EXPECT_EQ(*response.find_header("ETag"), "\"aa\"");
  EXPECT_EQ(response.content(), "<html>");
}

TEST(StaticFiles, PrefersBrotliToGzipToPlain) {
  EXPECT_EQ(get("/assets/app-1.js", {{"accept-encoding", "gzip, deflate, br"}}).content(), "br");
  EXPECT_EQ(get("/assets/app-1.js", {{"accept-encoding", "gzip;q=0.5, br;q=0"}}).content(), "gz");
  EXPECT_EQ(get("/assets/app-1.js").content(), "plain");
}

TEST(StaticFiles, NamesTheEncodingInTheEtag) {
  const Response response = get("/assets/app-1.js", {{"accept-encoding", "br"}});
  EXPECT_EQ(*response.find_header("ETag"), "\"bb-br\"");
  EXPECT_EQ(*response.find_header("Content-Encoding"), "br");
  EXPECT_EQ(*response.find_header("Vary"), "Accept-Encoding");
}

TEST(StaticFiles, AnswersNotModifiedToWhoHasItAlready) {
  const Response response = get("/", {{"if-none-match", "W/\"zz\", \"aa\""}});
  EXPECT_EQ(response.status, 304);
  EXPECT_TRUE(response.content().empty());
}

TEST(StaticFiles, GivesThePageForARouteOfTheApplication) {
  EXPECT_EQ(get("/booth/vehicle", {{"accept", "text/html,application/xhtml+xml;q=0.9"}}).content(), "<html>");
}

TEST(StaticFiles, NeverGivesThePageForAMissingFile) {
  EXPECT_EQ(get("/assets/gone.js", {{"accept", "text/html"}}).status, 404);
}

TEST(StaticFiles, NeverGivesThePageToAProgram) {
  EXPECT_EQ(get("/booth", {{"accept", "application/json"}}).status, 404);
}

TEST(StaticFiles, FailsOnAFolderWithoutAPage) {
  const auto files = StaticFiles::load(std::filesystem::path(CARDEA_ROOM_DIR) / "src");
  ASSERT_FALSE(files.has_value());
  EXPECT_EQ(files.error().reason, "web_root_unreadable");
}

TEST(StaticFiles, KnowsTheTypesThatBrowsersInsistOn) {
  EXPECT_EQ(media_type_of("/x/worker.mjs"), "text/javascript; charset=utf-8");
  EXPECT_EQ(media_type_of("/x.wasm"), "application/wasm");
  EXPECT_EQ(media_type_of("/x.webmanifest"), "application/manifest+json");
  EXPECT_EQ(media_type_of("/x.unknown"), "application/octet-stream");
}

}  // namespace
}  // namespace cardea::http
