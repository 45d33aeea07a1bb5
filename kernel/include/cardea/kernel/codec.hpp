#pragma once

// One codec for described structs. `BOOST_DESCRIBE_STRUCT(Person, (), (name, born))` beside a struct is all it needs:
// from it come the reader (strict, with JSON-pointer errors), the writer and the JSON Schema.
//
//   auto person = from_json<Person>(value);        // Result<Person>
//   json::value out = to_json(person);
//   json::object schema = json_schema<Person>();
//
// What maps to what:
//   bool, integers, double  number / boolean         std::string            string
//   std::optional<T>        absent or null; written only when present
//   std::vector<T>          array                    std::map<string, T>    object
//   Date, PartialDate       "2026-11-23", "1974-08"  Instant                RFC 3339 text
//   Id<Tag>                 UUID text                Digest                 64 hexadecimal digits
//   enum with name(E) and a `parse(std::string_view, E&)` found by ADL: the enumerator's word
//   json::value, json::object: as they are
// Unknown fields are refused; a missing field that is not optional is refused.
// Errors: `malformed/json_missing_field`, `malformed/json_unknown_field`, `malformed/json_wrong_type`,
// `malformed/json_out_of_range`, `malformed/json_bad_value`; the detail is the JSON pointer, never the value.
//
// Templates only: include it in sources, not in headers.
