#pragma once

#include <boost/mp11.hpp>
#include <limits>

#include "cardea/kernel/codec_types.hpp"

// The describing half of codec.hpp.

namespace cardea::codec {

template <class E, std::size_t Value>
concept Enumerator = requires { typename std::bool_constant<(name(static_cast<E>(Value)).size() > 0)>; };

template <class E>
inline constexpr std::size_t kEnumeratorsMax = 64;

/// The words of all enumerators, in the order of their values.
template <Word E>
[[nodiscard]] json::array all_words() {
  json::array words;
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<kEnumeratorsMax<E>>>([&](auto value) {
    if constexpr (Enumerator<E, decltype(value)::value>) {
      words.emplace_back(json::string(std::string_view(name(static_cast<E>(decltype(value)::value)))));
    }
  });
  return words;
}

template <class T>
[[nodiscard]] json::object schema();

template <Integer T>
[[nodiscard]] json::object integer_schema() {
  json::object out{{"type", "integer"}};
  if constexpr (sizeof(T) < 8 || std::is_unsigned_v<T>) out["minimum"] = std::numeric_limits<T>::min();
  if constexpr (sizeof(T) < 8) out["maximum"] = std::numeric_limits<T>::max();
  return out;
}

template <class T>
void describe_field(json::object& properties, json::array& required, std::string_view key) {
  if constexpr (Optional<T>) {
    properties.emplace(key, schema<typename T::value_type>());
  } else {
    properties.emplace(key, schema<T>());
    required.emplace_back(json::string(key));
  }
}

template <Described T>
[[nodiscard]] json::object object_schema() {
  json::object properties;
  json::array required;
  boost::mp11::mp_for_each<MembersOf<T>>(
      [&](auto member) { describe_field<FieldOf<T, decltype(member)>>(properties, required, member.name); });
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

template <Text T>
[[nodiscard]] json::object text_schema() {
  json::object out{{"type", "string"}};
  TextForm<T>::annotate(out);
  return out;
}

template <class T>
json::object schema() {
  if constexpr (Described<T>) {
    return object_schema<T>();
  } else if constexpr (Text<T>) {
    return text_schema<T>();
  } else if constexpr (Word<T>) {
    return {{"type", "string"}, {"enum", all_words<T>()}};
  } else if constexpr (List<T>) {
    return {{"type", "array"}, {"items", schema<typename T::value_type>()}};
  } else if constexpr (Dictionary<T>) {
    return {{"type", "object"}, {"additionalProperties", schema<typename T::mapped_type>()}};
  } else if constexpr (std::same_as<T, std::string>) {
    return {{"type", "string"}};
  } else if constexpr (std::same_as<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (Integer<T>) {
    return integer_schema<T>();
  } else if constexpr (std::same_as<T, double>) {
    return {{"type", "number"}};
  } else if constexpr (std::same_as<T, json::object>) {
    return {{"type", "object"}};
  } else if constexpr (std::same_as<T, json::array>) {
    return {{"type", "array"}};
  } else if constexpr (std::same_as<T, json::value>) {
    return {};
  } else {
    static_assert(kNoJsonForm<T>, "this type has no JSON form; see cardea/kernel/codec.hpp");
  }
}

}  // namespace cardea::codec
