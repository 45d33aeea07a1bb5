#pragma once

#include <charconv>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/text.hpp"
#include "cardea/screening/query.hpp"
#include "cardea/watchlist/alert.hpp"

// Reads the small extracts of real lists and the query files in tests/data (see its README.md).
namespace cardea::screening::testing {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline std::vector<std::string_view> values(std::string_view field) {
  return field.empty() ? std::vector<std::string_view>{} : split(field, '|');
}

inline watchlist::BirthDate birth_from(std::string_view text) {
  watchlist::BirthDate birth;
  birth.approximate = text.starts_with('~');
  text.remove_prefix(birth.approximate ? 1 : 0);
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) {
    birth.to_year = static_cast<std::int16_t>(parse_number(text.substr(slash + 1)).value_or(0));
    text = text.substr(0, slash);
  }
  birth.date = parse_partial_date(text).value_or(PartialDate{});
  return birth;
}

inline watchlist::Alias alias_from(std::string_view text) {
  using enum watchlist::AliasQuality;
  watchlist::Alias alias;
  alias.quality = text[0] == 'P'   ? primary
                  : text[0] == 'S' ? strong
                  : text[0] == 'W' ? weak
                                   : original_script;
  alias.name = std::string(text.substr(1));
  return alias;
}

inline watchlist::Alert alert_from(std::string_view source, const std::vector<std::string_view>& fields) {
  watchlist::Alert alert;
  alert.source = std::string(source);
  alert.source_id = std::string(fields[0]);
  alert.category = "sanctions";
  static_cast<void>(parse(fields[1], alert.kind));
  static_cast<void>(parse(fields[2], alert.sex));
  for (const std::string_view nationality : values(fields[3])) {
    alert.nationalities.emplace_back(nationality);
  }
  for (const std::string_view birth : values(fields[4])) {
    alert.birth_dates.push_back(birth_from(birth));
  }
  for (const std::string_view document : values(fields[5])) {
    const auto colon = document.find(':');
    alert.documents.push_back(
        {"passport", std::string(document.substr(colon + 1)), std::string(document.substr(0, colon)), ""});
  }
  for (const std::string_view name : values(fields[6])) {
    alert.names.push_back(alias_from(name));
  }
  return alert;
}

inline void add_alerts(std::vector<watchlist::Alert>& alerts, std::string_view source,
                       const std::string& path) {
  const std::string text = read_file(path);
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) {
      alerts.push_back(alert_from(source, split(line, '\t')));
    }
  }
}

inline std::vector<watchlist::Alert> un_list(const std::string& folder) {
  std::vector<watchlist::Alert> alerts;
  add_alerts(alerts, "un_consolidated", folder + "/un.tsv");
  return alerts;
}

inline std::vector<watchlist::Alert> un_and_ofac_lists(const std::string& folder) {
  std::vector<watchlist::Alert> alerts = un_list(folder);
  add_alerts(alerts, "ofac_sdn", folder + "/ofac.tsv");
  return alerts;
}

/// One line of comma-separated values; a field may stand in double quotes.
inline std::vector<std::string> csv_fields(std::string_view line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back().push_back(c);
    }
  }
  return fields;
}

/// Rows below the heading, or below `skip` lines.
inline std::vector<std::vector<std::string>> csv_rows(const std::string& path, std::size_t skip = 1) {
  std::vector<std::vector<std::string>> rows;
  const std::string text = read_file(path);
  for (const std::string_view line : split(text, '\n')) {
    if (skip > 0) {
      --skip;
    } else if (!trim(line).empty() && line.front() != '#') {
      rows.push_back(csv_fields(line));
    }
  }
  return rows;
}

/// full_name, first_name, middle_name, last_name, gender, date_of_birth, place_of_birth, nationality.
inline Query person_query(const std::vector<std::string>& row) {
  Query query;
  query.names = {row[0]};
  query.birth_date = parse_partial_date(row[5]);
  query.sex = row[4] == "male" || row[4] == "female" ? row[4] : "";
  query.nationalities = row[7].empty() ? std::vector<std::string>{} : std::vector{row[7]};
  return query;
}

}  // namespace cardea::screening::testing
