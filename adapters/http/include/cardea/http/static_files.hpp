#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "cardea/http/request.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::http {

/// One file of the web application with the encodings made of it at build time. The bytes are shared with
/// answers that are still being written.
struct StaticFile {
  std::string media_type;
  std::string etag;  ///< without quotes; of the plain bytes
  std::shared_ptr<const std::string> plain;
  std::shared_ptr<const std::string> brotli;  ///< null when there is no `.br` beside it
  std::shared_ptr<const std::string> gzip;    ///< null when there is no `.gz` beside it
};

/// The web application, served from memory. Immutable once loaded; any thread may ask.
///
/// Rules: `/assets/*` is named by its content and kept for a year; everything else is asked again with its
/// ETag. Any other GET whose last segment has no dot, that accepts `text/html`, gets `/index.html`; a missing
/// file with an extension is 404. Brotli is preferred to gzip, gzip to plain, by Accept-Encoding. `..`, NUL
/// and backslash in a path are refused. Nothing under `/api/` is ever answered with a file.
class StaticFiles {
 public:
  /// Reads every regular file under `folder`, at most 64 MiB. Fails `not_found/web_root_unreadable`.
  [[nodiscard]] static Result<StaticFiles> load(const std::filesystem::path& folder);
  /// `path` begins with a slash.
  void add(std::string path, StaticFile file);

  [[nodiscard]] Response answer(const Request& request) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  [[nodiscard]] const StaticFile* find(const Request& request) const;
  std::map<std::string, StaticFile, std::less<>> files_;
};

/// Media type by extension; `application/octet-stream` when it is not known.
[[nodiscard]] std::string_view media_type_of(std::string_view path);

}  // namespace cardea::http
