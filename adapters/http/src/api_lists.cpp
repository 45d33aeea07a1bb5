#include <boost/describe.hpp>

#include "api_common.hpp"
#include "cardea/access/role.hpp"

namespace cardea::http {
namespace {

struct ListsBody {
  std::vector<ports::ListRow> lists;
};
BOOST_DESCRIBE_STRUCT(ListsBody, (), (lists))

struct QuarantineBody {
  std::vector<ports::QuarantinedRow> rows;
  std::optional<std::int64_t> next_after;
};
BOOST_DESCRIBE_STRUCT(QuarantineBody, (), (rows, next_after))

constexpr std::size_t kSourceMax = 64;
constexpr std::size_t kFileNameMax = 200;

/// Fails `malformed/source_invalid`.
Result<std::string> read_source(const Request& request) {
  const std::string& source = request.values.front();
  bool word = !source.empty() && source.size() <= kSourceMax;
  for (const char c : source) word = word && (is_ascii_lower(c) || is_ascii_digit(c) || c == '_');
  if (!word) return fail(ErrorKind::malformed, "source_invalid");
  return source;
}

Result<UploadedList> read_upload(const Request& request) {
  const auto source = read_source(request);
  if (!source) return pass_on(source);
  if (const Done known = want_query(request, {"file_name", "shrinking"}); !known) return pass_on(known);
  UploadedList upload{*source, "upload", request.upload, alerts::Shrinking::refuse};
  if (const std::string* file_name = request.find_query("file_name")) {
    if (file_name->size() > kFileNameMax) return fail(ErrorKind::malformed, "query_invalid", "file_name");
    upload.file_name = *file_name;
  }
  if (const std::string* shrinking = request.find_query("shrinking")) {
    if (*shrinking != "refuse" && *shrinking != "accept") {
      return fail(ErrorKind::malformed, "query_invalid", "shrinking");
    }
    if (*shrinking == "accept") upload.shrinking = alerts::Shrinking::accept;
  }
  return upload;
}

/// Before half a gigabyte is taken to disk: whether it may be sent at all.
Done may_upload(const ApiParts& parts, const Request& request) {
  if (const auto upload = read_upload(request); !upload) return pass_on(upload);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  return ports::may(session->caller, access::Action::import_lists);
}

Result<Response> import_list(const ApiParts& parts, const Request& request) {
  const auto upload = read_upload(request);
  if (!upload) return pass_on(upload);
  if (upload->path.empty()) return fail(ErrorKind::malformed, "list_empty");
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto report = parts.import_upload(session->caller, *upload);
  if (!report) return pass_on(report);
  return reply(200, *report);
}

Result<Response> list_lists(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto lists = parts.lists.lists(session->caller);
  if (!lists) return pass_on(lists);
  return reply(200, ListsBody{std::move(*lists)});
}

Result<Response> get_quarantine(const ApiParts& parts, const Request& request) {
  const auto source = read_source(request);
  if (!source) return pass_on(source);
  if (const Done known = want_query(request, {"after", "limit"}); !known) return pass_on(known);
  const auto after = read_number(request, "after", {0, std::numeric_limits<std::int64_t>::max(), 0});
  if (!after) return pass_on(after);
  const auto limit = read_number(request, "limit", {1, 500, 100});
  if (!limit) return pass_on(limit);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto rows = parts.lists.quarantined(session->caller, *source, *after, static_cast<int>(*limit));
  if (!rows) return pass_on(rows);
  QuarantineBody body{std::move(*rows), std::nullopt};
  if (std::ssize(body.rows) == *limit) body.next_after = body.rows.back().line;
  return reply(200, body);
}

RouteOptions upload_body(const Api& api) {
  RouteOptions options;
  options.body = BodyKind::file;
  options.body_max = api.parts()->upload_max;
  options.before_body = [parts = api.parts()](const Request& request) -> std::optional<Response> {
    const Done may = may_upload(*parts, request);
    return may ? std::nullopt : std::optional<Response>(problem(may.error()));
  };
  return options;
}

}  // namespace

void add_list_routes(Api& api) {
  api.route(Method::get, "/api/v1/lists", list_lists);
  api.route(Method::put, "/api/v1/lists/{source}/versions", import_list, upload_body(api));
  api.route(Method::get, "/api/v1/lists/{source}/quarantine", get_quarantine);
}

}  // namespace cardea::http
