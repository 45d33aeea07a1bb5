#pragma once

#include <string>
#include <string_view>

#include "cardea/kernel/codec_read.hpp"
#include "cardea/kernel/codec_schema.hpp"
#include "cardea/kernel/codec_write.hpp"
#include "cardea/kernel/json.hpp"

// One codec for described structs. `BOOST_DESCRIBE_STRUCT(Person, (), (name, born))` beside a struct is all
// it needs: from it come the reader (strict, with JSON-pointer errors), the writer and the JSON Schema.
//
//   auto person = from_json<Person>(value);        // Result<Person>
//   auto person = read_json<Person>(text);         // Result<Person>, with the limits of parse_json
//   json::value out = to_json(person);
//   std::string text = write_json(person);         // compact, fields in their order
//   json::object schema = json_schema<Person>();   // JSON Schema 2020-12
//
// What maps to what:
//   bool, integers, double  number / boolean         std::string            string
//   std::optional<T>        absent or null; written only when present
//   std::vector<T>          array                    std::map<string, T>    object
//   Date, PartialDate       "2026-11-23", "1974-08"  Instant                RFC 3339 text
//   Id<Tag>                 UUID text                Digest                 64 hexadecimal digits
//   array of bytes          hexadecimal digits, two for each byte (Digest is one)
//   enum with name(E) and a `parse(std::string_view, E&)` found by ADL: the enumerator's word
//   json::value, json::object, json::array: as they are
// A type of your own that is written as one string: specialise codec::TextForm (codec_types.hpp).
//
// Fields may be of types without a default constructor (Id, Date); then the struct must be an aggregate whose
// described members are its first members, in their order. Only the struct's own members are described, not
// its bases. Unknown fields are refused; a missing field that is not optional is refused. Integers are read
// from JSON integers only (`1.0` is not one).
//
// All words of an enumeration, as the schema lists them, come from its constexpr `name()` alone: values are
// tried from 0 up, and one for which `name()` has no constant answer (it runs into `__builtin_unreachable`)
// is not an enumerator. Enumerators therefore lie between 0 and 63. Nothing else has to be declared.
//
// Errors: `malformed/json_missing_field`, `malformed/json_unknown_field`, `malformed/json_wrong_type`,
// `malformed/json_out_of_range`, `malformed/json_bad_value`; the detail is the JSON pointer, never the value.
//
// Templates only: include it in sources, not in headers.

namespace cardea {

template <class T>
[[nodiscard]] Result<T> from_json(const json::value& value) {
  return codec::read<T>(value, codec::Place{});
}

/// Fails like parse_json and from_json.
template <class T>
[[nodiscard]] Result<T> read_json(std::string_view text, JsonLimits limits = {}) {
  const Result<json::value> value = parse_json(text, limits);
  if (!value) return pass_on(value);
  return from_json<T>(*value);
}

template <class T>
[[nodiscard]] json::value to_json(const T& value) {
  return codec::write(value);
}

template <class T>
[[nodiscard]] std::string write_json(const T& value) {
  return json_text(codec::write(value));
}

/// The schema of what `write_json` gives. `from_json` reads all of that, and null for an optional field.
template <class T>
[[nodiscard]] json::object json_schema() {
  json::object schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
  for (auto& member : codec::schema<T>()) schema[member.key()] = std::move(member.value());
  return schema;
}

}  // namespace cardea
