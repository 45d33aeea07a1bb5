#include "cardea/kernel/text.hpp"

namespace cardea {
namespace {

constexpr char32_t kReplacement = 0xfffd;

/// What the first byte says: how many bytes the sequence has, its first bits, and the smallest code point
/// that may be written that long (RFC 3629 section 3). A length of 0 means that no sequence starts so.
struct Lead {
  std::size_t length = 0;
  char32_t bits = 0;
  char32_t smallest = 0;
};

[[nodiscard]] Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xc2 && byte <= 0xdf) return {2, byte & 0x1fU, 0x80};
  if (byte >= 0xe0 && byte <= 0xef) return {3, byte & 0x0fU, 0x800};
  if (byte >= 0xf0 && byte <= 0xf4) return {4, byte & 0x07U, 0x10000};
  return {};
}

[[nodiscard]] bool is_scalar(char32_t code_point) {
  return code_point <= 0x10ffff && (code_point < 0xd800 || code_point > 0xdfff);
}

[[nodiscard]] char low_six(char32_t bits) { return static_cast<char>(0x80U | (bits & 0x3fU)); }

}  // namespace

std::optional<char32_t> take_code_point(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  const Lead lead = lead_of(static_cast<unsigned char>(text.front()));
  if (lead.length == 0 || text.size() < lead.length) return std::nullopt;
  char32_t code_point = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xc0U) != 0x80U) return std::nullopt;
    code_point = code_point << 6 | (byte & 0x3fU);
  }
  if (code_point < lead.smallest || !is_scalar(code_point)) return std::nullopt;
  text.remove_prefix(lead.length);
  return code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
  const char32_t c = is_scalar(code_point) ? code_point : kReplacement;
  if (c < 0x80) {
    text += static_cast<char>(c);
    return;
  }
  if (c < 0x800) {
    text += static_cast<char>(0xc0U | c >> 6);
  } else {
    if (c < 0x10000) {
      text += static_cast<char>(0xe0U | c >> 12);
    } else {
      text += static_cast<char>(0xf0U | c >> 18);
      text += low_six(c >> 12);
    }
    text += low_six(c >> 6);
  }
  text += low_six(c);
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    if (!take_code_point(text)) return false;
  }
  return true;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto code_point = take_code_point(text);
    if (!code_point) text.remove_prefix(1);
    out += code_point.value_or(kReplacement);
  }
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size());
  for (const char32_t code_point : code_points) append_code_point(out, code_point);
  return out;
}

}  // namespace cardea
