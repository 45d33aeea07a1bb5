#pragma once

#include <boost/mp11.hpp>
#include <tuple>

#include "cardea/kernel/codec_types.hpp"

// The reading half of codec.hpp.

namespace cardea::codec {

[[nodiscard]] Failure missing_field(const Place& at);
[[nodiscard]] Failure unknown_field(const Place& at);
[[nodiscard]] Failure wrong_type(const Place& at);
[[nodiscard]] Failure out_of_range(const Place& at);
[[nodiscard]] Failure bad_value(const Place& at);

template <class T>
[[nodiscard]] Result<T> read(const json::value& value, const Place& at);

template <Integer T>
[[nodiscard]] Result<T> read_integer(const json::value& value, const Place& at) {
  if (const auto* number = value.if_int64()) {
    if (!std::in_range<T>(*number)) return out_of_range(at);
    return static_cast<T>(*number);
  }
  if (const auto* number = value.if_uint64()) {
    if (!std::in_range<T>(*number)) return out_of_range(at);
    return static_cast<T>(*number);
  }
  return wrong_type(at);
}

[[nodiscard]] Result<double> read_double(const json::value& value, const Place& at);
[[nodiscard]] Result<bool> read_bool(const json::value& value, const Place& at);
[[nodiscard]] Result<std::string_view> read_text(const json::value& value, const Place& at);

template <Text T>
[[nodiscard]] Result<T> read_text_form(const json::value& value, const Place& at) {
  const auto text = read_text(value, at);
  if (!text) return pass_on(text);
  auto read = TextForm<T>::read(*text);
  if (!read) return bad_value(at);
  return std::move(*read);
}

template <Word E>
[[nodiscard]] Result<E> read_word(const json::value& value, const Place& at) {
  const auto text = read_text(value, at);
  if (!text) return pass_on(text);
  E word{};
  if (!parse(*text, word)) return bad_value(at);
  return word;
}

template <class T>
[[nodiscard]] Result<std::vector<T>> read_list(const json::value& value, const Place& at) {
  const auto* array = value.if_array();
  if (array == nullptr) return wrong_type(at);
  std::vector<T> out;
  out.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    auto element = read<T>((*array)[i], at.at(i));
    if (!element) return pass_on(element);
    out.push_back(std::move(*element));
  }
  return out;
}

template <class T>
[[nodiscard]] Result<std::map<std::string, T>> read_dictionary(const json::value& value, const Place& at) {
  const auto* object = value.if_object();
  if (object == nullptr) return wrong_type(at);
  std::map<std::string, T> out;
  for (const auto& member : *object) {
    auto element = read<T>(member.value(), at.at(member.key()));
    if (!element) return pass_on(element);
    out.emplace(member.key(), std::move(*element));
  }
  return out;
}

template <class T>
[[nodiscard]] Result<T> read_field(const json::object& object, std::string_view key, const Place& outer) {
  const Place at = outer.at(key);
  const json::value* value = object.if_contains(key);
  if constexpr (Optional<T>) {
    if (value == nullptr) return T{};
  } else {
    if (value == nullptr) return missing_field(at);
  }
  return read<T>(*value, at);
}

/// Every key must be the name of a described member.
template <Described T>
[[nodiscard]] Done refuse_unknown_fields(const json::object& object, const Place& at) {
  for (const auto& member : object) {
    bool known = false;
    boost::mp11::mp_for_each<MembersOf<T>>(
        [&](auto described) { known = known || member.key() == described.name; });
    if (!known) return unknown_field(at.at(member.key()));
  }
  return {};
}

/// Makes the struct of its fields. The assignments put each field into its place by name, so that the order
/// of the description cannot put a value into a neighbour of the same type.
template <Described T, class... Members, class Fields>
[[nodiscard]] T assemble(boost::mp11::mp_list<Members...>, Fields& fields) {
  return std::apply(
      [](auto&... field) {
        const auto start = [&] {
          if constexpr (std::is_default_constructible_v<T>) {
            return T{};
          } else {
            return T{*field...};
          }
        };
        T out = start();
        ((out.*Members::pointer = std::move(*field)), ...);
        return out;
      },
      fields);
}

template <Described T, class... Members>
[[nodiscard]] Result<T> read_members(boost::mp11::mp_list<Members...> members, const json::object& object,
                                     const Place& at) {
  std::tuple<std::optional<FieldOf<T, Members>>...> fields;
  std::optional<Error> error;
  const auto take = [&]<class Field>(std::optional<Field>& field, std::string_view key) {
    auto read = read_field<Field>(object, key, at);
    if (!read) {
      error = std::move(read.error());
      return false;
    }
    field.emplace(std::move(*read));
    return true;
  };
  const bool complete =
      std::apply([&](auto&... field) { return (take(field, Members::name) && ...); }, fields);
  if (!complete) return Failure(std::move(*error));
  return assemble<T>(members, fields);
}

template <Described T>
[[nodiscard]] Result<T> read_described(const json::value& value, const Place& at) {
  const auto* object = value.if_object();
  if (object == nullptr) return wrong_type(at);
  const Done known = refuse_unknown_fields<T>(*object, at);
  if (!known) return pass_on(known);
  return read_members<T>(boost::mp11::mp_rename<MembersOf<T>, boost::mp11::mp_list>{}, *object, at);
}

template <AsItIs T>
[[nodiscard]] Result<T> read_as_it_is(const json::value& value, const Place& at) {
  if constexpr (std::same_as<T, json::value>) {
    return value;
  } else if constexpr (std::same_as<T, json::object>) {
    if (!value.is_object()) return wrong_type(at);
    return value.get_object();
  } else {
    if (!value.is_array()) return wrong_type(at);
    return value.get_array();
  }
}

template <class T>
Result<T> read(const json::value& value, const Place& at) {
  if constexpr (Described<T>) {
    return read_described<T>(value, at);
  } else if constexpr (Text<T>) {
    return read_text_form<T>(value, at);
  } else if constexpr (Word<T>) {
    return read_word<T>(value, at);
  } else if constexpr (Optional<T>) {
    if (value.is_null()) return T{};
    return read<typename T::value_type>(value, at).map(
        [](auto&& inner) { return T{std::forward<decltype(inner)>(inner)}; });
  } else if constexpr (List<T>) {
    return read_list<typename T::value_type>(value, at);
  } else if constexpr (Dictionary<T>) {
    return read_dictionary<typename T::mapped_type>(value, at);
  } else if constexpr (std::same_as<T, std::string>) {
    return read_text(value, at).map([](std::string_view text) { return std::string(text); });
  } else if constexpr (std::same_as<T, bool>) {
    return read_bool(value, at);
  } else if constexpr (Integer<T>) {
    return read_integer<T>(value, at);
  } else if constexpr (std::same_as<T, double>) {
    return read_double(value, at);
  } else if constexpr (AsItIs<T>) {
    return read_as_it_is<T>(value, at);
  } else {
    static_assert(kNoJsonForm<T>, "this type cannot be read from JSON; see cardea/kernel/codec.hpp");
  }
}

}  // namespace cardea::codec
