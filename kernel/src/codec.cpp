#include "cardea/kernel/codec_read.hpp"

namespace cardea::codec {
namespace {

/// RFC 6901 section 3: `~` and `/` are written `~0` and `~1`.
void append_escaped(std::string& pointer, std::string_view key) {
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace

std::string Place::pointer() const {
  if (outer == nullptr) return {};
  std::string text = outer->pointer();
  text += '/';
  if (index) {
    text += std::to_string(*index);
  } else {
    append_escaped(text, key);
  }
  return text;
}

Failure missing_field(const Place& at) {
  return fail(ErrorKind::malformed, "json_missing_field", at.pointer());
}
Failure unknown_field(const Place& at) {
  return fail(ErrorKind::malformed, "json_unknown_field", at.pointer());
}
Failure wrong_type(const Place& at) { return fail(ErrorKind::malformed, "json_wrong_type", at.pointer()); }
Failure out_of_range(const Place& at) {
  return fail(ErrorKind::malformed, "json_out_of_range", at.pointer());
}
Failure bad_value(const Place& at) { return fail(ErrorKind::malformed, "json_bad_value", at.pointer()); }

Result<double> read_double(const json::value& value, const Place& at) {
  if (!value.is_number()) return wrong_type(at);
  return value.to_number<double>();
}

Result<bool> read_bool(const json::value& value, const Place& at) {
  if (!value.is_bool()) return wrong_type(at);
  return value.get_bool();
}

Result<std::string_view> read_text(const json::value& value, const Place& at) {
  const auto* text = value.if_string();
  if (text == nullptr) return wrong_type(at);
  return std::string_view(text->data(), text->size());
}

}  // namespace cardea::codec
