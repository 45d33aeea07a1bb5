#include "cardea/statistics/figures.hpp"

#include <algorithm>
#include <tuple>

namespace cardea::statistics {
namespace {

constexpr int kYouth = 15;
constexpr int kAdult = 25;
constexpr int kPension = 65;
constexpr int kPercent = 100;

bool is_small(std::int64_t count) { return count > 0 && count < kSmallestCell; }

// With one cell hidden, total minus the others gives it away: the smallest of the others goes too.
void hide_complement(std::vector<Figure>& figures) {
  Figure* smallest = nullptr;
  for (Figure& figure : figures) {
    if (!figure.count || *figure.count == 0) continue;
    if (smallest == nullptr || *figure.count < *smallest->count) smallest = &figure;
  }
  if (smallest != nullptr) smallest->count.reset();
}

int years_between(Date birth, Date on) {
  const bool before_birthday = std::tuple(on.month(), on.day()) < std::tuple(birth.month(), birth.day());
  return on.year() - birth.year() - (before_birthday ? 1 : 0);
}

}  // namespace

std::vector<Figure> suppressed(const Counts& counts) {
  std::vector<Figure> figures = unsuppressed(counts);
  std::ptrdiff_t hidden = 0;
  for (Figure& figure : figures) {
    if (!is_small(*figure.count)) continue;
    figure.count.reset();
    ++hidden;
  }
  if (hidden == 1) hide_complement(figures);
  return figures;
}

std::vector<Figure> unsuppressed(const Counts& counts) {
  std::vector<Figure> figures;
  for (const auto& [word, count] : counts) figures.push_back({word, count});
  return figures;
}

std::string_view age_group_of(const std::optional<PartialDate>& birth, Date on) {
  if (!birth || !birth->year) return "unknown";
  const auto first_day = Date::create(*birth->year, birth->month.value_or(1), birth->day.value_or(1));
  if (!first_day || *first_day > on) return "unknown";
  const int years = years_between(*first_day, on);
  if (years < kYouth) return "0-14";
  if (years < kAdult) return "15-24";
  return years < kPension ? "25-64" : "65+";
}

std::optional<std::int64_t> quantile(std::vector<std::int64_t> values, int percent) {
  if (values.empty()) return std::nullopt;
  const auto size = std::ssize(values);
  const std::ptrdiff_t rank = std::max<std::ptrdiff_t>(1, (size * percent + kPercent - 1) / kPercent);
  const auto place = values.begin() + std::min(rank, size) - 1;
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

}  // namespace cardea::statistics
