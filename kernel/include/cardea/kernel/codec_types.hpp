#pragma once

#include <array>
#include <boost/describe.hpp>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/kernel/json.hpp"

// What kinds of types the codec knows (codec.hpp says what maps to what).

namespace cardea::codec {

/// Where in the document the reader is: a chain on the stack, turned into a JSON pointer (RFC 6901) only on
/// failure.
struct Place {
  const Place* outer = nullptr;
  std::string_view key;
  std::optional<std::size_t> index;

  [[nodiscard]] std::string pointer() const;
  [[nodiscard]] Place at(std::string_view member) const { return {this, member, std::nullopt}; }
  [[nodiscard]] Place at(std::size_t element) const { return {this, {}, element}; }
};

/// How a type is written as one string: `write(value)`, `read(text)` giving an optional, and
/// `annotate(schema)`. Specialise it for a value type of your own.
template <class T>
struct TextForm;

template <>
struct TextForm<Date> {
  [[nodiscard]] static std::string write(Date date) { return to_text(date); }
  [[nodiscard]] static std::optional<Date> read(std::string_view text) { return parse_date(text); }
  static void annotate(json::object& schema) { schema["format"] = "date"; }
};

template <>
struct TextForm<PartialDate> {
  [[nodiscard]] static std::string write(const PartialDate& date) { return to_text(date); }
  [[nodiscard]] static std::optional<PartialDate> read(std::string_view text) {
    return parse_partial_date(text);
  }
  static void annotate(json::object& schema) { schema["pattern"] = "^([0-9]{4}|XXXX)(-([0-9]{2}|XX)){0,2}$"; }
};

template <>
struct TextForm<Instant> {
  [[nodiscard]] static std::string write(Instant at) { return to_text(at); }
  [[nodiscard]] static std::optional<Instant> read(std::string_view text) { return parse_instant(text); }
  static void annotate(json::object& schema) { schema["format"] = "date-time"; }
};

template <class Tag>
struct TextForm<Id<Tag>> {
  [[nodiscard]] static std::string write(const Id<Tag>& id) { return to_text(id); }
  [[nodiscard]] static std::optional<Id<Tag>> read(std::string_view text) { return parse_id<Id<Tag>>(text); }
  static void annotate(json::object& schema) { schema["format"] = "uuid"; }
};

template <std::size_t N>
struct TextForm<std::array<std::uint8_t, N>> {
  using Value = std::array<std::uint8_t, N>;
  [[nodiscard]] static std::string write(const Value& value) { return to_hex(value); }
  [[nodiscard]] static std::optional<Value> read(std::string_view text) {
    const auto bytes = parse_hex(text);
    if (!bytes || bytes->size() != N) return std::nullopt;
    Value value{};
    for (std::size_t i = 0; i < N; ++i) value[i] = (*bytes)[i];
    return value;
  }
  static void annotate(json::object& schema) {
    schema["pattern"] = "^[0-9a-f]{" + std::to_string(2 * N) + "}$";
  }
};

template <class T>
concept Text = requires(const T& value, std::string_view text) {
  { TextForm<T>::write(value) } -> std::convertible_to<std::string>;
  { TextForm<T>::read(text) } -> std::same_as<std::optional<T>>;
};

template <class E>
concept Word = std::is_enum_v<E> && requires(E& word, std::string_view text) {
  { name(word) } -> std::convertible_to<std::string_view>;
  { parse(text, word) } -> std::same_as<bool>;
};

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool>;

template <class T>
concept AsItIs =
    std::same_as<T, json::value> || std::same_as<T, json::object> || std::same_as<T, json::array>;

template <class T>
struct OptionalTraits : std::false_type {};
template <class T>
struct OptionalTraits<std::optional<T>> : std::true_type {};
template <class T>
concept Optional = OptionalTraits<T>::value;

template <class T>
struct ListTraits : std::false_type {};
template <class T>
struct ListTraits<std::vector<T>> : std::true_type {};
template <class T>
concept List = ListTraits<T>::value;

template <class T>
struct DictionaryTraits : std::false_type {};
template <class T>
struct DictionaryTraits<std::map<std::string, T>> : std::true_type {};
template <class T>
concept Dictionary = DictionaryTraits<T>::value;

template <class T>
inline constexpr bool kNoJsonForm = false;

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T, class Member>
using FieldOf = std::remove_cvref_t<decltype(std::declval<T&>().*Member::pointer)>;

}  // namespace cardea::codec
