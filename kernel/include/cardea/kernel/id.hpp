#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cardea/kernel/date.hpp"

namespace cardea {

using IdBytes = std::array<std::uint8_t, 16>;

/// An identifier that cannot be taken for one of another kind: explicit to make, ordered, no arithmetic, no
/// conversion. The bytes are a UUID version 7 (RFC 9562), so ids sort by the time they were made.
template <class Tag>
class Id {
 public:
  explicit constexpr Id(IdBytes bytes) : bytes_{bytes} {}
  [[nodiscard]] constexpr const IdBytes& bytes() const { return bytes_; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;

 private:
  IdBytes bytes_;
};

/// The usual 36-character form, lower case.
[[nodiscard]] std::string uuid_text(const IdBytes& bytes);
[[nodiscard]] std::optional<IdBytes> parse_uuid(std::string_view text);
/// RFC 9562 version 7: 48 bits of milliseconds, then random bits. Pure: time and randomness are handed in.
[[nodiscard]] IdBytes uuid_v7(Instant at, const std::array<std::uint8_t, 10>& random);

template <class Tag>
[[nodiscard]] std::string to_text(const Id<Tag>& id) {
  return uuid_text(id.bytes());
}

template <class IdType>
[[nodiscard]] std::optional<IdType> parse_id(std::string_view text) {
  const auto bytes = parse_uuid(text);
  return bytes ? std::optional<IdType>(IdType{*bytes}) : std::nullopt;
}

/// Where ids come from. Implementations must be thread-safe.
class IdSource {
 public:
  virtual ~IdSource() = default;
  [[nodiscard]] virtual IdBytes next() = 0;
  template <class IdType>
  [[nodiscard]] IdType make() {
    return IdType{next()};
  }
};

}  // namespace cardea
