#include "cardea/http/static_files.hpp"

#include <array>
#include <fstream>
#include <sstream>

#include "cardea/http/problem.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::http {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kTotalMax = std::uintmax_t{64} << 20;

struct MediaType {
  std::string_view extension;
  std::string_view type;
};
constexpr std::array kMediaTypes{
    MediaType{".html", "text/html; charset=utf-8"},
    MediaType{".js", "text/javascript; charset=utf-8"},
    MediaType{".mjs", "text/javascript; charset=utf-8"},
    MediaType{".css", "text/css; charset=utf-8"},
    MediaType{".svg", "image/svg+xml"},
    MediaType{".png", "image/png"},
    MediaType{".ico", "image/x-icon"},
    MediaType{".json", "application/json"},
    MediaType{".woff2", "font/woff2"},
    MediaType{".webmanifest", "application/manifest+json"},
    MediaType{".wasm", "application/wasm"},
    MediaType{".txt", "text/plain; charset=utf-8"},
};

std::string_view extension_of(std::string_view path) {
  const auto slash = path.rfind('/');
  const std::string_view leaf = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto dot = leaf.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : leaf.substr(dot);
}

bool accepts(const Request& request, std::string_view header, std::string_view wanted) {
  const std::string* value = request.find_header(header);
  if (!value) return false;
  for (const std::string_view item : split(*value, ',')) {
    const auto parts = split(item, ';');
    if (trim(parts.front()) != wanted) continue;
    for (const std::string_view part : parts) {
      const std::string_view weight = trim(part);
      if (weight == "q=0" || weight == "q=0.0" || weight == "q=0.00" || weight == "q=0.000") return false;
    }
    return true;
  }
  return false;
}

std::shared_ptr<const std::string> read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return nullptr;
  std::ostringstream out;
  out << in.rdbuf();
  return in.bad() ? nullptr : std::make_shared<const std::string>(std::move(out).str());
}

std::shared_ptr<const std::string> read_beside(fs::path path, const char* suffix) {
  path += suffix;
  std::error_code error;
  return fs::is_regular_file(path, error) ? read_whole(path) : nullptr;
}

std::string etag_of(std::string_view bytes) { return to_hex(sha256(bytes)).substr(0, 24); }

Failure unreadable(const fs::path& path) {
  return fail(ErrorKind::not_found, "web_root_unreadable", path.filename().string());
}

/// One representation of a file: the bytes with the encoding that names them.
struct Choice {
  std::shared_ptr<const std::string> bytes;
  std::string_view encoding;
};

Choice choose(const StaticFile& file, const Request& request) {
  if (file.brotli && accepts(request, "accept-encoding", "br")) return {file.brotli, "br"};
  if (file.gzip && accepts(request, "accept-encoding", "gzip")) return {file.gzip, "gzip"};
  return {file.plain, {}};
}

std::string quoted_etag(const StaticFile& file, const Choice& choice) {
  std::string tag = "\"" + file.etag;
  if (!choice.encoding.empty()) tag.append("-").append(choice.encoding);
  return tag + "\"";
}

bool is_fresh(const Request& request, std::string_view etag) {
  const std::string* seen = request.find_header("if-none-match");
  if (!seen) return false;
  for (const std::string_view item : split(*seen, ',')) {
    std::string_view tag = trim(item);
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == etag) return true;
  }
  return false;
}

}  // namespace

std::string_view media_type_of(std::string_view path) {
  const std::string_view extension = extension_of(path);
  for (const MediaType& known : kMediaTypes) {
    if (known.extension == extension) return known.type;
  }
  return "application/octet-stream";
}

Result<StaticFiles> StaticFiles::load(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_regular_file(folder / "index.html", error)) return unreadable(folder);
  StaticFiles files;
  std::uintmax_t total = 0;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file(error) || at->is_symlink(error)) continue;
    const fs::path& path = at->path();
    if (path.extension() == ".br" || path.extension() == ".gz") continue;
    const auto plain = read_whole(path);
    if (!plain || (total += plain->size()) > kTotalMax) return unreadable(path);
    files.add("/" + path.lexically_relative(folder).generic_string(),
              {std::string(media_type_of(path.generic_string())), etag_of(*plain), plain,
               read_beside(path, ".br"), read_beside(path, ".gz")});
  }
  if (error) return unreadable(folder);
  return files;
}

void StaticFiles::add(std::string path, StaticFile file) {
  files_.insert_or_assign(std::move(path), std::move(file));
}

const StaticFile* StaticFiles::find(const Request& request) const {
  const bool page_asked = extension_of(request.path).empty() && accepts(request, "accept", "text/html");
  const bool front_page = request.path == "/" || (page_asked && !request.path.starts_with("/api/"));
  if (const auto found = files_.find(request.path); found != files_.end()) return &found->second;
  if (!front_page) return nullptr;
  const auto index = files_.find("/index.html");
  return index == files_.end() ? nullptr : &index->second;
}

Response StaticFiles::answer(const Request& request) const {
  const StaticFile* file = find(request);
  if (!file) return problem({ErrorKind::not_found, "path_unknown", {}});
  const Choice choice = choose(*file, request);
  const std::string etag = quoted_etag(*file, choice);
  Response response;
  response.headers.emplace_back("ETag", etag);
  response.headers.emplace_back("Vary", "Accept-Encoding");
  response.headers.emplace_back("Cache-Control", request.path.starts_with("/assets/")
                                                     ? "public, max-age=31536000, immutable"
                                                     : "no-cache");
  if (is_fresh(request, etag)) {
    response.status = 304;
    return response;
  }
  response.headers.emplace_back("Content-Type", file->media_type);
  if (!choice.encoding.empty())
    response.headers.emplace_back("Content-Encoding", std::string(choice.encoding));
  response.shared_body = choice.bytes;
  return response;
}

}  // namespace cardea::http
