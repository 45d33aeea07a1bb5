#include "cardea/system/clock.hpp"

#include <date/tz.h>

#include <chrono>
#include <stdexcept>

namespace cardea::system {

// A zone of the library's table, which lives as long as the process.
struct SystemClock::Zone {
  const date::time_zone* rules;
};

namespace {

/// The library throws for a name it does not know and for a table it cannot read; both stop here.
[[nodiscard]] const date::tzdb* load_table() {
  try {
    return &date::get_tzdb();
  } catch (const std::exception&) {
    return nullptr;
  }
}

[[nodiscard]] const date::time_zone* find_zone(std::string_view zone) {
  try {
    return date::locate_zone(zone);
  } catch (const std::exception&) {
    return nullptr;
  }
}

}  // namespace

SystemClock::SystemClock(std::unique_ptr<const Zone> zone) : zone_{std::move(zone)} {}
SystemClock::~SystemClock() = default;

Result<std::unique_ptr<SystemClock>> SystemClock::create(std::string_view zone) {
  const date::tzdb* table = load_table();
  if (table == nullptr || table->zones.empty()) return fail(ErrorKind::unavailable, "time_zones_missing");
  const date::time_zone* rules = find_zone(zone);
  if (rules == nullptr) return fail(ErrorKind::malformed, "time_zone_unknown", std::string(zone));
  auto held = std::make_unique<const Zone>(Zone{rules});
  return std::unique_ptr<SystemClock>(new SystemClock(std::move(held)));
}

Instant SystemClock::now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count()};
}

Date SystemClock::local_date(Instant at) const {
  const date::sys_time<std::chrono::microseconds> point{std::chrono::microseconds{at.us}};
  const auto local = date::floor<date::days>(zone_->rules->to_local(point));
  return Date::from_days(static_cast<std::int32_t>(local.time_since_epoch().count()));
}

}  // namespace cardea::system
