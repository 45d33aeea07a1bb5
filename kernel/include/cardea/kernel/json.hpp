#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "cardea/kernel/result.hpp"

namespace cardea {

namespace json = boost::json;

/// Limits on JSON from outside. Depth and size are checked while parsing.
struct JsonLimits {
  std::size_t depth_max = 32;
  std::size_t bytes_max = 4u << 20;
};

/// Parses UTF-8 JSON text. Fails `malformed/json_invalid` (detail: byte offset and what was wrong),
/// `malformed/json_too_large`, `malformed/json_too_deep`; duplicate keys are `malformed/json_duplicate_key`.
[[nodiscard]] Result<json::value> parse_json(std::string_view text, JsonLimits limits = {});

/// The canonical form of RFC 8785 (JCS): sorted keys by UTF-16 code unit, shortest numbers as ECMAScript
/// prints them, no white space. What is hashed or signed is this text. Integers beyond 2^53 are outside RFC
/// 8785: they are written exactly, so that nothing is lost, but do not use them where others must reproduce
/// the text. A number that is not finite breaks an invariant.
[[nodiscard]] std::string canonical_json(const json::value& value);
[[nodiscard]] std::string canonical_json(const json::object& object);

/// The same text, but the keys stay in the order they have: for people and for answers, not for hashing.
[[nodiscard]] std::string json_text(const json::value& value);

}  // namespace cardea
