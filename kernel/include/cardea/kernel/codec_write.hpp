#pragma once

#include <boost/mp11.hpp>

#include "cardea/kernel/codec_types.hpp"

// The writing half of codec.hpp.

namespace cardea::codec {

template <class T>
[[nodiscard]] json::value write(const T& value);

template <class T>
void write_field(json::object& object, std::string_view key, const T& value) {
  if constexpr (Optional<T>) {
    if (value) object.emplace(key, write(*value));
  } else {
    object.emplace(key, write(value));
  }
}

template <Described T>
[[nodiscard]] json::object write_described(const T& value) {
  json::object object;
  object.reserve(boost::mp11::mp_size<MembersOf<T>>::value);
  boost::mp11::mp_for_each<MembersOf<T>>(
      [&](auto member) { write_field(object, member.name, value.*member.pointer); });
  return object;
}

template <class T>
[[nodiscard]] json::array write_list(const std::vector<T>& values) {
  json::array array;
  array.reserve(values.size());
  for (const auto& value : values) array.push_back(write<T>(value));
  return array;
}

template <class T>
[[nodiscard]] json::object write_dictionary(const std::map<std::string, T>& values) {
  json::object object;
  object.reserve(values.size());
  for (const auto& [key, value] : values) object.emplace(key, write(value));
  return object;
}

template <class T>
json::value write(const T& value) {
  if constexpr (Described<T>) {
    return write_described(value);
  } else if constexpr (Text<T>) {
    return json::value(json::string(TextForm<T>::write(value)));
  } else if constexpr (Word<T>) {
    return json::value(json::string(std::string_view(name(value))));
  } else if constexpr (Optional<T>) {
    return value ? write(*value) : json::value(nullptr);
  } else if constexpr (List<T>) {
    return write_list(value);
  } else if constexpr (Dictionary<T>) {
    return write_dictionary(value);
  } else if constexpr (std::same_as<T, std::string> || std::same_as<T, std::string_view>) {
    return json::value(json::string(value));
  } else if constexpr (std::is_arithmetic_v<T> || AsItIs<T>) {
    return json::value(value);
  } else {
    static_assert(kNoJsonForm<T>, "this type has no JSON form; see cardea/kernel/codec.hpp");
  }
}

}  // namespace cardea::codec
