#include "request_reader.hpp"

#include <algorithm>

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>

#include "cardea/kernel/text.hpp"
#include "target.hpp"

namespace cardea::http {
namespace {

namespace beast = boost::beast;
using boost::system::error_code;
using BeastError = beast::http::error;

/// Header fields end after this many bytes in all; a chunk's own header line is held to the same.
constexpr std::size_t kUnreadMax = std::size_t{64} << 10;

/// Where body bytes go.
struct Sink {
  std::string text;
  std::unique_ptr<TempFile> file;

  [[nodiscard]] bool take(std::string_view bytes) {
    if (file) return file->append(bytes);
    text.append(bytes);
    return true;
  }
};

/// The body type that Beast's parser writes into.
struct SinkBody {
  using value_type = Sink;

  class reader {
   public:
    template <bool isRequest, class Fields>
    explicit reader(beast::http::header<isRequest, Fields>&, value_type& sink) : sink_{sink} {}
    void init(const boost::optional<std::uint64_t>&, error_code& error) { error = {}; }
    template <class Buffers>
    std::size_t put(const Buffers& buffers, error_code& error) {
      std::size_t taken = 0;
      for (const auto piece : beast::buffers_range_ref(buffers)) {
        const std::string_view bytes(static_cast<const char*>(piece.data()), piece.size());
        if (!sink_.take(bytes)) {
          error = make_error_code(boost::system::errc::no_space_on_device);
          return taken;
        }
        taken += bytes.size();
      }
      error = {};
      return taken;
    }
    void finish(error_code& error) { error = {}; }

   private:
    value_type& sink_;
  };
};

using Parser = beast::http::request_parser<SinkBody>;

Error malformed(std::string_view reason, std::string detail = {}) {
  return Error{ErrorKind::malformed, reason, std::move(detail)};
}

Error translate(const error_code& error) {
  if (error == BeastError::header_limit) return malformed("http_header_too_large");
  if (error == BeastError::body_limit) return malformed("http_body_too_large");
  if (error == BeastError::bad_version) return malformed("http_version_unsupported");
  if (error == BeastError::bad_content_length || error == BeastError::multiple_content_length ||
      error == BeastError::bad_transfer_encoding) {
    return malformed("http_length_ambiguous");
  }
  if (error == boost::system::errc::no_space_on_device)
    return Error{ErrorKind::unavailable, "upload_failed", {}};
  return malformed("http_invalid");
}

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

using Fields = Parser::value_type;

/// Framing in which nothing is left to interpretation: one length at most, `chunked` alone, never both.
bool is_framing_clear(const Fields& fields) {
  const auto lengths = fields.equal_range(beast::http::field::content_length);
  const auto codings = fields.equal_range(beast::http::field::transfer_encoding);
  const auto length_count = std::distance(lengths.first, lengths.second);
  const auto coding_count = std::distance(codings.first, codings.second);
  if (length_count > 1 || coding_count > 1 || (length_count && coding_count)) return false;
  if (length_count && lengths.first->value().find(',') != beast::string_view::npos) return false;
  if (!coding_count) return true;
  return fields.version() == 11 && to_ascii_lower(view(codings.first->value())) == "chunked";
}

std::optional<Error> judge(const Fields& fields) {
  if (fields.version() != 10 && fields.version() != 11) return malformed("http_version_unsupported");
  if (!is_framing_clear(fields)) return malformed("http_length_ambiguous");
  const auto hosts = fields.count(beast::http::field::host);
  if (hosts > 1 || (hosts == 0 && fields.version() == 11)) return malformed("http_host_missing");
  const auto expect = fields.find(beast::http::field::expect);
  if (expect != fields.end() && to_ascii_lower(view(expect->value())) != "100-continue") {
    return malformed("http_expectation_failed");
  }
  return std::nullopt;
}

Pairs copy_headers(const Fields& fields) {
  Pairs headers;
  for (const auto& field : fields) {
    std::string name = to_ascii_lower(view(field.name_string()));
    const auto same =
        std::find_if(headers.begin(), headers.end(), [&](const auto& pair) { return pair.first == name; });
    if (same == headers.end()) {
      headers.emplace_back(std::move(name), std::string(view(field.value())));
    } else {
      same->second.append(name == "cookie" ? "; " : ", ").append(view(field.value()));
    }
  }
  return headers;
}

}  // namespace

struct RequestReader::State {
  Parser parser;
  std::optional<Error> error;
};

RequestReader::RequestReader(std::size_t header_max) : state_{std::make_unique<State>()} {
  state_->parser.header_limit(static_cast<std::uint32_t>(header_max));
  // The limit comes with the route; until then nothing is read past the header.
  state_->parser.body_limit(boost::none);
  state_->parser.eager(false);
}

RequestReader::~RequestReader() = default;

std::size_t RequestReader::feed(std::string_view bytes) {
  error_code error;
  const std::size_t used = state_->parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error == BeastError::need_more) {
    if (bytes.size() - used > kUnreadMax) state_->error = malformed("http_header_too_large");
  } else if (error) {
    state_->error = translate(error);
  }
  return used;
}

const std::optional<Error>& RequestReader::error() const { return state_->error; }
bool RequestReader::header_done() const { return state_->parser.is_header_done(); }
bool RequestReader::done() const { return state_->parser.is_done(); }

Result<Request> RequestReader::header() const {
  const Fields& fields = state_->parser.get();
  if (const auto wrong = judge(fields)) return tl::make_unexpected(*wrong);
  auto target = parse_target(view(fields.target()));
  if (!target) return fail(ErrorKind::malformed, "http_target_invalid");
  Request request;
  if (!parse(view(fields.method_string()), request.method)) request.method = Method::other;
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  request.headers = copy_headers(fields);
  return request;
}

std::string_view RequestReader::encoded_path() const {
  const std::string_view target = view(state_->parser.get().target());
  return target.substr(0, target.find('?'));
}

bool RequestReader::keep_alive() const { return state_->parser.keep_alive(); }

bool RequestReader::expects_continue() const {
  const Fields& fields = state_->parser.get();
  return fields.version() == 11 && fields.count(beast::http::field::expect) > 0;
}

Done RequestReader::want_body(BodyKind kind, std::size_t body_max, const std::filesystem::path& folder) {
  if (done()) return {};
  Parser& parser = state_->parser;
  const auto length = parser.content_length();
  if (kind == BodyKind::none) body_max = 0;
  if (length && *length > body_max) return fail(ErrorKind::malformed, "http_body_too_large");
  parser.body_limit(body_max);
  parser.eager(true);
  if (kind == BodyKind::file) {
    parser.get().body().file = TempFile::create(folder);
    if (!parser.get().body().file) return fail(ErrorKind::unavailable, "upload_failed");
  } else if (length) {
    parser.get().body().text.reserve(*length);
  }
  return {};
}

std::string RequestReader::take_body() { return std::move(state_->parser.get().body().text); }
std::unique_ptr<TempFile> RequestReader::take_file() { return std::move(state_->parser.get().body().file); }

}  // namespace cardea::http
