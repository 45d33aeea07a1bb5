#include <boost/json/basic_parser_impl.hpp>
#include <charconv>

#include "cardea/kernel/json.hpp"

namespace cardea {
namespace {

using ErrorCode = boost::system::error_code;
using JsonView = json::string_view;

/// Builds a value from what the parser finds. Keys are counted as they are read, because a value keeps only
/// the last of two equal keys: what is missing in the end was a duplicate.
class Builder {
 public:
  static constexpr std::size_t max_object_size = json::object::max_size();
  static constexpr std::size_t max_array_size = json::array::max_size();
  static constexpr std::size_t max_key_size = json::string::max_size();
  static constexpr std::size_t max_string_size = json::string::max_size();

  bool on_document_begin(ErrorCode&) { return true; }
  bool on_document_end(ErrorCode&) { return true; }
  bool on_object_begin(ErrorCode&) { return true; }
  bool on_object_end(std::size_t count, ErrorCode&) {
    keys_read_ += count;
    stack_.push_object(count);
    return true;
  }
  bool on_array_begin(ErrorCode&) { return true; }
  bool on_array_end(std::size_t count, ErrorCode&) {
    stack_.push_array(count);
    return true;
  }
  bool on_key_part(JsonView text, std::size_t, ErrorCode&) { return add_chars(text); }
  bool on_key(JsonView text, std::size_t, ErrorCode&) {
    stack_.push_key(text);
    return true;
  }
  bool on_string_part(JsonView text, std::size_t, ErrorCode&) { return add_chars(text); }
  bool on_string(JsonView text, std::size_t, ErrorCode&) {
    stack_.push_string(text);
    return true;
  }
  bool on_number_part(JsonView, ErrorCode&) { return true; }
  bool on_int64(std::int64_t number, JsonView, ErrorCode&) {
    stack_.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, JsonView, ErrorCode&) {
    stack_.push_uint64(number);
    return true;
  }
  bool on_double(double, JsonView text, ErrorCode& error) {
    // The parser's own number may be off by a unit in the last place: its text is read again, rounded
    // correctly.
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
      error = json::error::exponent_overflow;
      return false;
    }
    stack_.push_double(number);
    return true;
  }
  bool on_bool(bool flag, ErrorCode&) {
    stack_.push_bool(flag);
    return true;
  }
  bool on_null(ErrorCode&) {
    stack_.push_null();
    return true;
  }
  bool on_comment_part(JsonView, ErrorCode&) { return true; }
  bool on_comment(JsonView, ErrorCode&) { return true; }

  void start() { stack_.reset(); }
  [[nodiscard]] json::value take() { return stack_.release(); }
  [[nodiscard]] std::size_t keys_read() const { return keys_read_; }

 private:
  bool add_chars(JsonView text) {
    stack_.push_chars(text);
    return true;
  }

  json::value_stack stack_;
  std::size_t keys_read_ = 0;
};

[[nodiscard]] std::size_t keys_in(const json::value& value) {
  std::size_t keys = 0;
  if (const auto* object = value.if_object()) {
    keys += object->size();
    for (const auto& member : *object) keys += keys_in(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& element : *array) keys += keys_in(element);
  }
  return keys;
}

[[nodiscard]] Failure parse_failure(ErrorCode error, std::size_t offset) {
  if (error == json::error::too_deep) return fail(ErrorKind::malformed, "json_too_deep");
  return fail(ErrorKind::malformed, "json_invalid",
              "at byte " + std::to_string(offset) + ": " + error.message());
}

}  // namespace

Result<json::value> parse_json(std::string_view text, JsonLimits limits) {
  if (text.size() > limits.bytes_max) return fail(ErrorKind::malformed, "json_too_large");
  json::parse_options options;
  options.max_depth = limits.depth_max;
  json::basic_parser<Builder> parser{options};
  parser.handler().start();
  ErrorCode error;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
  if (!error && read < text.size()) error = json::error::extra_data;
  if (error) return parse_failure(error, read);
  json::value value = parser.handler().take();
  if (keys_in(value) != parser.handler().keys_read()) return fail(ErrorKind::malformed, "json_duplicate_key");
  return value;
}

}  // namespace cardea
