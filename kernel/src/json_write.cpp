#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/json.hpp"
#include "digits.hpp"

namespace cardea {
namespace {

enum class KeyOrder : std::uint8_t { as_is, sorted };

constexpr std::string_view kHexDigits = "0123456789abcdef";

/// RFC 8785 section 3.2.2.2.
void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  if (byte >= 0x20) {
    out += c;
    return;
  }
  out += "\\u00";
  out += kHexDigits[byte >> 4];
  out += kHexDigits[byte & 0x0fU];
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) append_escaped(out, c);
  out += '"';
}

/// A number as significant digits and the place of the decimal point counted from their front: 0.00123 is 123
/// and -2.
struct Decimal {
  std::string digits;
  int point = 0;
};

[[nodiscard]] Decimal shortest_decimal(double positive) {
  std::array<char, 32> buffer{};
  char* end = buffer.data() + buffer.size();
  const auto written = std::to_chars(buffer.data(), end, positive, std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  const std::size_t e = text.find('e');
  Decimal decimal;
  for (const char c : text.substr(0, e)) {
    if (c != '.') decimal.digits += c;
  }
  const int exponent = read_digits(text.substr(e + 2)).value_or(0);
  decimal.point = 1 + (text[e + 1] == '-' ? -exponent : exponent);
  return decimal;
}

void append_exponential(std::string& out, const Decimal& decimal) {
  out += decimal.digits.front();
  if (decimal.digits.size() > 1) {
    out += '.';
    out.append(decimal.digits, 1);
  }
  const int exponent = decimal.point - 1;
  out += exponent < 0 ? "e-" : "e+";
  out += std::to_string(exponent < 0 ? -exponent : exponent);
}

/// ECMA-262, Number::toString, as RFC 8785 section 3.2.2.3 requires.
void append_double(std::string& out, double number) {
  CARDEA_INVARIANT(std::isfinite(number));
  if (number == 0) {
    out += '0';
    return;
  }
  if (number < 0) out += '-';
  const Decimal decimal = shortest_decimal(std::fabs(number));
  const int length = static_cast<int>(decimal.digits.size());
  if (decimal.point > 21 || decimal.point < -5) {
    append_exponential(out, decimal);
  } else if (decimal.point >= length) {
    out += decimal.digits;
    out.append(static_cast<std::size_t>(decimal.point - length), '0');
  } else if (decimal.point > 0) {
    out.append(decimal.digits, 0, static_cast<std::size_t>(decimal.point));
    out += '.';
    out.append(decimal.digits, static_cast<std::size_t>(decimal.point));
  } else {
    out += "0.";
    out.append(static_cast<std::size_t>(-decimal.point), '0');
    out += decimal.digits;
  }
}

/// Bytes of UTF-8 in the order of UTF-16: they differ only where a character beyond U+FFFF, whose first byte
/// is 0xf0 or more, meets one from U+E000 on, whose first byte is 0xee or 0xef. Surrogates come before the
/// latter.
[[nodiscard]] constexpr int utf16_rank(char c) {
  const int byte = static_cast<unsigned char>(c);
  if (byte >= 0xf0) return byte - 2;
  return byte >= 0xee ? byte + 8 : byte;
}

[[nodiscard]] bool before_in_utf16(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return utf16_rank(x) < utf16_rank(y); });
}

void append_value(std::string& out, const json::value& value, KeyOrder order);

void append_member(std::string& out, const json::key_value_pair& member, KeyOrder order) {
  append_string(out, member.key());
  out += ':';
  append_value(out, member.value(), order);
}

[[nodiscard]] std::vector<const json::key_value_pair*> members_of(const json::object& object,
                                                                  KeyOrder order) {
  std::vector<const json::key_value_pair*> members;
  members.reserve(object.size());
  for (const auto& member : object) members.push_back(&member);
  if (order == KeyOrder::as_is) return members;
  std::sort(members.begin(), members.end(),
            [](const auto* a, const auto* b) { return before_in_utf16(a->key(), b->key()); });
  return members;
}

void append_object(std::string& out, const json::object& object, KeyOrder order) {
  out += '{';
  const char* separator = "";
  for (const auto* member : members_of(object, order)) {
    out += separator;
    append_member(out, *member, order);
    separator = ",";
  }
  out += '}';
}

void append_array(std::string& out, const json::array& array, KeyOrder order) {
  out += '[';
  const char* separator = "";
  for (const auto& element : array) {
    out += separator;
    append_value(out, element, order);
    separator = ",";
  }
  out += ']';
}

void append_value(std::string& out, const json::value& value, KeyOrder order) {
  switch (value.kind()) {
    case json::kind::null:
      out += "null";
      return;
    case json::kind::bool_:
      out += value.get_bool() ? "true" : "false";
      return;
    case json::kind::int64:
      out += std::to_string(value.get_int64());
      return;
    case json::kind::uint64:
      out += std::to_string(value.get_uint64());
      return;
    case json::kind::double_:
      append_double(out, value.get_double());
      return;
    case json::kind::string:
      append_string(out, value.get_string());
      return;
    case json::kind::array:
      append_array(out, value.get_array(), order);
      return;
    case json::kind::object:
      append_object(out, value.get_object(), order);
      return;
  }
}

}  // namespace

std::string canonical_json(const json::value& value) {
  std::string out;
  append_value(out, value, KeyOrder::sorted);
  return out;
}

std::string canonical_json(const json::object& object) {
  std::string out;
  append_object(out, object, KeyOrder::sorted);
  return out;
}

std::string json_text(const json::value& value) {
  std::string out;
  append_value(out, value, KeyOrder::as_is);
  return out;
}

}  // namespace cardea
