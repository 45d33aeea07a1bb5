// The one question of access: against a table in words, and against a model that is slow and plain.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "cardea/access/permission.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::access {
namespace {

constexpr std::int64_t kHour = 3'600'000'000;

Instant hour(std::int64_t number) { return Instant{1'795'000'000'000'000 + number * kHour}; }
const Instant kNoon = hour(12);

std::string result_of(const Done& done) { return done ? "allowed" : std::string(done.error().reason); }

// ---- the table ----

Role role_named(std::string_view word) {
  Role role{};
  EXPECT_TRUE(parse(word, role)) << word;
  return role;
}

std::optional<Instant> hour_named(std::string_view text) {
  const auto number = parse_number(text);
  return number ? std::optional(hour(*number)) : std::nullopt;
}

Grant grant_of(std::string_view text) {
  const auto parts = split(text, '@');
  const auto span = parts.at(3);
  const auto dots = span.find("..");
  return {role_named(parts.at(0)), std::string(parts.at(1)), std::string(parts.at(2)),
          hour_named(span.substr(0, dots)).value_or(Instant{0}), hour_named(span.substr(dots + 2))};
}

Officer officer_of(const std::string& enrolled, const std::string& active, const std::string& granted) {
  Officer officer{{}, active == "yes"};
  if (enrolled != "-") {
    for (const auto word : split(enrolled, ',')) officer.roles.push_back(role_named(word));
  }
  if (granted != "-") {
    for (const auto text : split(granted, ',')) officer.grants.push_back(grant_of(text));
  }
  return officer;
}

// REQ: F-A01, F-Q01
TEST(May, AnswersAsTheTableSays) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/access.txt");
  int rows = 0;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("#") || trim(line).empty()) continue;
    std::istringstream words(line);
    std::string enrolled, active, granted, action_word, subject, purpose, arrow, result;
    words >> enrolled >> active >> granted >> action_word >> subject >> purpose >> arrow >> result;
    ASSERT_EQ(arrow, "=>") << line;
    Action action{};
    ASSERT_TRUE(parse(action_word, action)) << line;
    const auto at = subject.find('@');
    const Done done =
        may(standard_policy(), officer_of(enrolled, active, granted), action,
            {subject.substr(0, at), subject.substr(at + 1)}, purpose == "-" ? "" : purpose, kNoon);
    EXPECT_EQ(result_of(done), result) << line;
    ++rows;
  }
  EXPECT_GE(rows, 30);
}

// ---- the model ----

/// Everything that stands above a unit, itself included, and the whole service.
std::vector<std::string> places_above(const std::string& unit) {
  std::vector<std::string> places{"", unit};
  for (std::size_t i = 0; i < unit.size(); ++i) {
    if (unit[i] == '/') places.push_back(unit.substr(0, i));
  }
  return places;
}

std::string model(const Officer& officer, Action action, const Subject& subject, const std::string& purpose,
                  Instant now) {
  const auto& purposes = standard_policy().purposes;
  const auto stated = std::find_if(purposes.purposes.begin(), purposes.purposes.end(),
                                   [&](const Purpose& each) { return each.word == purpose; });
  if (!purpose.empty() && stated == purposes.purposes.end()) return "purpose_unknown";
  if (!officer.active) return "officer_inactive";
  std::vector<Grant> all = officer.grants;
  for (const Role role : officer.roles) all.push_back({role, "", "", Instant{INT64_MIN}, std::nullopt});
  std::erase_if(all, [&](const Grant& grant) { return !grants(grant.role, action) || grant.from > now; });
  const auto over = [&](const Grant& grant) { return grant.until.has_value() && grant.until->us <= now.us; };
  const bool some_over = std::any_of(all.begin(), all.end(), over);
  std::erase_if(all, over);
  const auto places = places_above(subject.unit);
  const auto here = [&](const Grant& grant) {
    return (grant.agency.empty() || grant.agency == subject.agency) &&
           std::find(places.begin(), places.end(), grant.unit) != places.end();
  };
  if (std::none_of(all.begin(), all.end(), here)) {
    if (!all.empty()) return "outside_jurisdiction";
    return some_over ? "grant_expired" : "role_missing";
  }
  if (purpose.empty()) return "allowed";
  const auto listed = [action](const std::vector<Action>& actions) {
    return std::find(actions.begin(), actions.end(), action) != actions.end();
  };
  return listed(stated->actions) || listed(purposes.for_every_purpose) ? "allowed" : "purpose_not_allowed";
}

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_{seed} {}

  std::size_t below(std::size_t count) { return random_() % count; }
  template <class T>
  const T& one_of(const std::vector<T>& all) {
    return all[below(all.size())];
  }
  Role role() { return static_cast<Role>(below(kRoleWords.size())); }
  Action action() { return static_cast<Action>(below(kActionWords.size())); }
  std::string agency() { return one_of(std::vector<std::string>{"", "immigration", "customs", "police"}); }
  std::string unit() {
    return one_of(std::vector<std::string>{"", "hq", "hq/north", "hq/north/north_gate",
                                           "hq/north/north_gate/1", "hq/northeast", "hq/south/south_gate",
                                           "other"});
  }
  Grant grant() {
    Grant grant{role(), agency(), unit(), hour(static_cast<std::int64_t>(below(24)))};
    if (below(3) != 0) grant.until = hour(static_cast<std::int64_t>(below(30)));
    return grant;
  }
  Officer officer() {
    Officer officer{{}, below(12) != 0};
    for (std::size_t i = below(3); i > 0; --i) officer.roles.push_back(role());
    for (std::size_t i = below(5); i > 0; --i) officer.grants.push_back(grant());
    return officer;
  }
  std::string purpose() {
    if (below(3) == 0) return "";
    if (below(12) == 0) return "curiosity";
    return one_of(standard_policy().purposes.purposes).word;
  }

 private:
  std::mt19937 random_;
};

// REQ: F-Q01
TEST(May, AgreesWithAPlainModelOnRandomOfficers) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  Dice dice(seed);
  std::map<std::string, int> seen;
  for (int i = 0; i < 20'000; ++i) {
    const Officer officer = dice.officer();
    const Action action = dice.action();
    const Subject subject{dice.agency(), dice.unit()};
    const std::string purpose = dice.purpose();
    const Instant now = hour(static_cast<std::int64_t>(dice.below(30)));
    const std::string expected = model(officer, action, subject, purpose, now);
    ASSERT_EQ(result_of(may(standard_policy(), officer, action, subject, purpose, now)), expected)
        << name(action) << ' ' << subject.unit << ' ' << purpose;
    ++seen[expected];
  }
  EXPECT_EQ(seen.size(), 7U);
}

TEST(RolesNow, AreThoseOfTheEnrolmentAndOfGrantsThatReachHere) {
  const Officer officer{{Role::officer},
                        true,
                        {{Role::shift_leader, "", "hq/north", hour(0), hour(20)},
                         {Role::auditor, "", "hq/south", hour(0), {}},
                         {Role::second_line, "", "", hour(13), {}},
                         {Role::officer, "", "", hour(0), {}}}};
  const std::vector<Role> expected{Role::officer, Role::shift_leader};
  EXPECT_EQ(roles_now(officer, {"immigration", "hq/north/north_gate"}, kNoon), expected);
}

}  // namespace
}  // namespace cardea::access
