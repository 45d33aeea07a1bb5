#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/date.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/sql/driver.hpp"

namespace cardea::sql {

/// What the program wrote itself may be long: a list's entry names every row it could not read.
inline constexpr JsonLimits kStoredJsonLimits{.depth_max = 64, .bytes_max = std::size_t{1} << 30};

/// The columns of a row as values of the domain. A cell that cannot be read gives an empty value and marks
/// the row as damaged, so that readers stay one expression long.
class Cells {
 public:
  explicit Cells(const Row& row) : row_{row} {}

  [[nodiscard]] bool damaged() const { return damaged_; }
  [[nodiscard]] bool is_null(int column) const { return row_.is_null(column); }
  [[nodiscard]] std::int64_t integer(int column) const { return row_.integer(column); }
  [[nodiscard]] bool boolean(int column) const { return row_.boolean(column); }
  [[nodiscard]] std::string text(int column) const { return std::string{row_.text(column)}; }
  [[nodiscard]] Instant instant(int column) const { return Instant{row_.integer(column)}; }

  template <class IdType>
  [[nodiscard]] IdType id(int column) {
    const auto parsed = parse_id<IdType>(row_.text(column));
    damaged_ |= !parsed;
    return parsed.value_or(IdType{IdBytes{}});
  }

  template <std::size_t N>
  [[nodiscard]] std::array<std::uint8_t, N> bytes(int column) {
    std::array<std::uint8_t, N> out{};
    const auto stored = row_.bytes(column);
    damaged_ |= stored.size() != N;
    if (stored.size() == N) std::ranges::copy(stored, out.begin());
    return out;
  }
  [[nodiscard]] Digest digest(int column) { return bytes<32>(column); }

  [[nodiscard]] Date date(int column) {
    const auto parsed = parse_date(row_.text(column));
    damaged_ |= !parsed;
    return parsed.value_or(Date::from_days(0));
  }

  [[nodiscard]] json::value json(int column) {
    auto parsed = parse_json(row_.text(column), kStoredJsonLimits);
    damaged_ |= !parsed;
    return parsed ? std::move(*parsed) : json::value{};
  }

  template <class T>
  [[nodiscard]] T described(int column) {
    auto read = from_json<T>(json(column));
    damaged_ |= !read;
    return read ? std::move(*read) : T{};
  }

 private:
  const Row& row_;
  bool damaged_ = false;
};

inline Failure damaged_row() { return Failure(to_error(SqlError::damaged, "a row cannot be read")); }

/// All rows of a query; `read` turns Cells into a T.
template <class T, class Read>
[[nodiscard]] Result<std::vector<T>> read_many(Connection& connection, std::string_view sql,
                                               std::initializer_list<Param> params, const Read& read) {
  std::vector<T> rows;
  bool damaged = false;
  const auto done = connection.each(sql, params, [&](const Row& row) {
    Cells cells{row};
    rows.push_back(read(cells));
    damaged = cells.damaged();
    return !damaged;
  });
  if (!done) return pass_on(done);
  if (damaged) return damaged_row();
  return rows;
}

/// All rows of a query whose reader may find a row damaged.
template <class T, class Read>
[[nodiscard]] Result<std::vector<T>> read_whole(Connection& connection, std::string_view sql,
                                                std::initializer_list<Param> params, const Read& read) {
  auto found = read_many<std::optional<T>>(connection, sql, params, read);
  if (!found) return pass_on(found);
  std::vector<T> rows;
  for (auto& row : *found) {
    if (!row) return damaged_row();
    rows.push_back(*std::move(row));
  }
  return rows;
}

/// The first row of a query, if any.
template <class T, class Read>
[[nodiscard]] Result<std::optional<T>> read_one(Connection& connection, std::string_view sql,
                                                std::initializer_list<Param> params, const Read& read) {
  std::optional<T> found;
  bool damaged = false;
  const auto done = connection.each(sql, params, [&](const Row& row) {
    Cells cells{row};
    found.emplace(read(cells));
    damaged = cells.damaged();
    return false;
  });
  if (!done) return pass_on(done);
  if (damaged) return damaged_row();
  return found;
}

/// `RETURN` for statements whose count of rows nobody needs.
[[nodiscard]] inline Done without_count(const Result<std::int64_t>& ran) {
  return ran ? Done{} : Done{pass_on(ran)};
}

}  // namespace cardea::sql
