// Runs tests/decisions/procedure_versions.txt, procedure_steps.txt, directives.txt and certificates.txt: each
// line is one case in words.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cardea/kernel/text.hpp"
#include "cardea/procedures/certificate.hpp"
#include "cardea/procedures/directive.hpp"
#include "cardea/procedures/procedure.hpp"

namespace cardea::procedures {
namespace {

constexpr std::int64_t kHour = 3600;

using Row = std::vector<std::string>;

std::vector<Row> rows_of(const std::string& file) {
  std::ifstream stream(std::string(CARDEA_SOURCE_DIR) + "/tests/decisions/" + file);
  std::vector<Row> rows;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream words(line);
    Row row;
    for (std::string word; words >> word;) {
      if (word != "=>") row.push_back(word);
    }
    if (!row.empty()) rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << file;
  return rows;
}

Row parts_of(const std::string& cell, char separator = ',') {
  Row parts;
  if (cell == "-") return parts;
  for (const auto part : split(cell, separator)) parts.emplace_back(part);
  return parts;
}

std::string cell_of(const Row& parts) { return parts.empty() ? "-" : join(parts, ","); }

Date day(const std::string& text) { return parse_date(text).value(); }
Instant noon(const std::string& text) { return parse_instant(text + "T12:00:00.000000Z").value(); }

VersionLife life_of(const std::string& cell) {
  const Row parts = parts_of(cell, '/');
  VersionLife life{static_cast<int>(parse_number(parts[0]).value()), day(parts[1])};
  if (parts[2] != "-") life.approved_at = noon(parts[2]);
  if (parts[3] != "-") life.withdrawn = Moment{noon(parts[3]), day(parts[3])};
  return life;
}

// REQ: F-L01
TEST(ProcedureVersions, AreInForceAsTheTableSays) {
  for (const Row& row : rows_of("procedure_versions.txt")) {
    ASSERT_EQ(row.size(), 4U) << row.front();
    std::vector<VersionLife> versions;
    for (const std::string& cell : parts_of(row[0])) versions.push_back(life_of(cell));
    const Moment moment{noon(row[1]), day(row[1])};
    const auto number = version_in_force(versions, moment);
    EXPECT_EQ(number ? std::to_string(*number) : "-", row[2]) << row[0] << " on " << row[1];
    Row states;
    for (const VersionLife& one : versions) states.emplace_back(name(state_of(one, versions, moment)));
    EXPECT_EQ(cell_of(states), row[3]) << row[0] << " on " << row[1];
  }
}

// REQ: F-L01
TEST(ProcedureSteps, AreCoveredAsTheTableSays) {
  for (const Row& row : rows_of("procedure_steps.txt")) {
    ASSERT_EQ(row.size(), 6U) << row.front();
    std::vector<Step> steps;
    for (const std::string& cell : parts_of(row[0])) {
      const bool required = cell.ends_with('!');
      steps.push_back({required ? cell.substr(0, cell.size() - 1) : cell, required, {}, {}});
    }
    std::vector<Deviation> deviations;
    for (const std::string& cell : parts_of(row[2])) {
      const auto colon = cell.find(':');
      deviations.push_back({cell.substr(0, colon), cell.substr(colon + 1)});
    }
    const Row done = parts_of(row[1]);
    const Done said = check_steps(steps, done, deviations);
    EXPECT_EQ(said ? "allowed" : said.error().reason, row[3]) << row[1] << ' ' << row[2];
    const Coverage coverage = coverage_of(steps, done, deviations);
    EXPECT_EQ(cell_of(coverage.missing), row[4]) << row[1] << ' ' << row[2];
    EXPECT_EQ(cell_of(coverage.deviating), row[5]) << row[1] << ' ' << row[2];
  }
}

std::optional<Instant> hours(const std::string& cell) {
  if (cell == "-") return std::nullopt;
  return plus_seconds(noon("2026-11-23"), parse_number(cell).value() * kHour);
}

// REQ: F-A03, F-B11
TEST(Directives, AreReadAsTheTableSays) {
  for (const Row& row : rows_of("directives.txt")) {
    ASSERT_EQ(row.size(), 10U) << row.front();
    const DirectiveTerms terms{noon("2026-11-23"), *hours(row[0]), *hours(row[1]), hours(row[2]),
                               hours(row[3])};
    const Instant now = *hours(row[6]);
    const Reader reader = reader_of(terms, {hours(row[4]), hours(row[5])}, now);
    EXPECT_EQ(name(state_at(terms, now)), row[7]) << row[6];
    EXPECT_EQ(name(reader.state), row[8]) << row[6];
    EXPECT_EQ(reader.overdue ? "yes" : "no", row[9]) << row[6];
  }
}

TEST(Directives, HaveADeadlineAheadAndEndLast) {
  const auto reason = [](const DirectiveTerms& terms) {
    const Done checked = check_terms(terms);
    return checked ? std::string_view() : checked.error().reason;
  };
  EXPECT_EQ(reason({*hours("0"), *hours("0"), *hours("24")}), "");
  EXPECT_EQ(reason({*hours("0"), *hours("0"), *hours("0")}), "directive_deadline_passed");
  EXPECT_EQ(reason({*hours("0"), *hours("5"), *hours("2"), hours("4")}), "directive_dates_disordered");
  EXPECT_EQ(reason({*hours("0"), *hours("1"), *hours("5"), hours("4")}), "directive_dates_disordered");
}

// REQ: F-A03
TEST(Directives, AreForRolesInUnitsBelowAndAbove) {
  const std::vector<Post> leader{{"shift_leader", "hq/gate"}};
  const std::vector<Post> far{{"officer", "hq/port/lane_1"}};
  EXPECT_TRUE(is_addressed({}, leader));
  EXPECT_TRUE(is_addressed({{"hq/gate/lane_1"}, {}}, leader));
  EXPECT_TRUE(is_addressed({{"hq"}, {"officer"}}, far));
  EXPECT_FALSE(is_addressed({{"hq/gate"}, {}}, far));
  EXPECT_FALSE(is_addressed({{"hq"}, {"officer"}}, leader));
  EXPECT_FALSE(is_addressed({{"hq/ga"}, {}}, leader));
  EXPECT_FALSE(is_addressed({}, {}));
}

// REQ: F-A09
TEST(Certificates, CountAsTheTableSays) {
  for (const Row& row : rows_of("certificates.txt")) {
    ASSERT_EQ(row.size(), 6U) << row.front();
    const CertificateTerms terms{"alert_handling", day(row[0]), day(row[1]), row[2] == "yes"};
    EXPECT_EQ(name(state_on(terms, day(row[3]), standard_certificate_rules())), row[4]) << row[3];
    EXPECT_EQ(is_certified({terms}, "alert_handling", day(row[3])) ? "yes" : "no", row[5]) << row[3];
    EXPECT_FALSE(is_certified({terms}, "document_examination", day(row[3])));
  }
}

TEST(Certificates, AreGivenForKnownKindsAndNotForTooLong) {
  const auto reason = [](std::string kind, const char* from, const char* until) {
    const Done checked = check_certificate({std::move(kind), day(from), day(until), false},
                                           standard_certificate_rules(), day("2026-11-23"));
    return checked ? std::string_view() : checked.error().reason;
  };
  EXPECT_EQ(reason("alert_handling", "2026-11-20", "2028-11-20"), "");
  EXPECT_EQ(reason("juggling", "2026-11-20", "2028-11-20"), "certificate_kind_unknown");
  EXPECT_EQ(reason("alert_handling", "2026-11-24", "2028-11-20"), "certificate_dates_invalid");
  EXPECT_EQ(reason("alert_handling", "2026-11-20", "2026-11-22"), "certificate_dates_invalid");
  EXPECT_EQ(reason("alert_handling", "2026-11-20", "2029-11-20"), "certificate_dates_invalid");
  EXPECT_EQ(parse_certificate_rules("{}").error().reason, "json_missing_field");
}

Procedure procedure() {
  Procedure one;
  one.language = "en";
  one.title = {{"en", "Refusal of entry"}};
  one.bindings = {{BindingKind::task, "refusal"}};
  one.legal_source = "Regulation (EU) 2016/399, Article 14";
  one.steps = {{"told_grounds", true, {{"en", "Tell the grounds"}, {"fr", "Dire les motifs"}}, ""}};
  return one;
}

std::string_view refused(const Procedure& one) {
  const Done checked = check_procedure(one);
  return checked ? "" : checked.error().reason;
}

// REQ: F-L02
TEST(Procedures, NameTheirLawTheirWorkAndTheirSteps) {
  EXPECT_EQ(refused(procedure()), "");
  const auto with = [](const auto& change) {
    Procedure one = procedure();
    change(one);
    return refused(one);
  };
  EXPECT_EQ(with([](Procedure& one) { one.legal_source = " "; }), "procedure_source_missing");
  EXPECT_EQ(with([](Procedure& one) { one.language = "xx"; }), "procedure_language_unknown");
  EXPECT_EQ(with([](Procedure& one) { one.language = "fr"; }), "procedure_text_missing");
  EXPECT_EQ(with([](Procedure& one) { one.title["xx"] = "?"; }), "procedure_language_unknown");
  EXPECT_EQ(with([](Procedure& one) { one.bindings.clear(); }), "procedure_binding_unknown");
  EXPECT_EQ(with([](Procedure& one) { one.bindings.front().word = "lunch"; }), "procedure_binding_unknown");
  EXPECT_EQ(with([](Procedure& one) { one.steps.clear(); }), "procedure_steps_invalid");
  EXPECT_EQ(with([](Procedure& one) { one.steps.front().id = "Tell!"; }), "procedure_steps_invalid");
  EXPECT_EQ(with([](Procedure& one) { one.steps.push_back(one.steps.front()); }), "procedure_steps_invalid");
  EXPECT_EQ(with([](Procedure& one) { one.steps.front().text["en"] = ""; }), "procedure_text_missing");
}

TEST(Procedures, AreShownBesideTheWorkTheyAreBoundTo) {
  Procedure one = procedure();
  one.bindings.push_back({BindingKind::lane, "4"});
  EXPECT_TRUE(is_bound(one, {{BindingKind::task, "second_line"}, {BindingKind::task, "refusal"}}));
  EXPECT_TRUE(is_bound(one, {{BindingKind::lane, "4"}}));
  EXPECT_FALSE(is_bound(one, {{BindingKind::task, "4"}, {BindingKind::lane, "refusal"}}));
  BindingKind kind{};
  for (const auto word : kBindingKindWords) {
    EXPECT_TRUE(parse(word, kind));
    EXPECT_EQ(name(kind), word);
  }
  EXPECT_FALSE(parse("moon", kind));
}

}  // namespace
}  // namespace cardea::procedures
