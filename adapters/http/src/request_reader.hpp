#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "cardea/http/request.hpp"
#include "cardea/http/router.hpp"
#include "cardea/kernel/result.hpp"
#include "temp_file.hpp"

namespace cardea::http {

/// Reads one request from bytes fed to it in any pieces: Beast's parser, fed by hand (docs/adr/0007). It
/// stops after the header, so that the route decides where the body goes and how large it may be.
///
/// Errors, all `malformed`: `http_invalid`, `http_length_ambiguous`, `http_host_missing`,
/// `http_header_too_large`, `http_body_too_large`, `http_version_unsupported`, `http_expectation_failed`,
/// `http_target_invalid`; and `unavailable/upload_failed`. Framing that two readers could understand
/// differently is refused (RFC 9112, 6.3).
class RequestReader {
 public:
  explicit RequestReader(std::size_t header_max);
  ~RequestReader();
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  /// Takes bytes from the front of `bytes`, which must still hold what was not taken before. The answer is
  /// how many.
  [[nodiscard]] std::size_t feed(std::string_view bytes);
  [[nodiscard]] const std::optional<Error>& error() const;

  [[nodiscard]] bool header_done() const;
  /// The whole request is there.
  [[nodiscard]] bool done() const;

  // After the header:
  /// Everything but the body. Fails on what the parser does not judge.
  [[nodiscard]] Result<Request> header() const;
  /// The path as it stands in the target.
  [[nodiscard]] std::string_view encoded_path() const;
  [[nodiscard]] bool keep_alive() const;
  [[nodiscard]] bool expects_continue() const;
  /// Says where the body goes. Fails when it is known to be too large, or is not wanted.
  [[nodiscard]] Done want_body(BodyKind kind, std::size_t body_max, const std::filesystem::path& folder);

  // After the end:
  [[nodiscard]] std::string take_body();
  /// Owner of Request::upload; null without a body in a file.
  [[nodiscard]] std::unique_ptr<TempFile> take_file();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cardea::http
