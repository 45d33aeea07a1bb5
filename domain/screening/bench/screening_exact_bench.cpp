// Searches of the exact engine over the extracts of the OFAC and UN lists, beside two baselines in the same
// run: the same engine scoring every row, and the unit edit distance of every query word with every word of
// every alias. Then the same with 100,000 identities and the memory it takes. Prints JSON lines.

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "cardea/kernel/json.hpp"
#include "cardea/screening/exact_engine.hpp"
#include "cardea/screening/normalise.hpp"
#include "list_files.hpp"

#ifndef CARDEA_SCREENING_DATA
#define CARDEA_SCREENING_DATA "domain/screening/tests/data"
#endif

namespace {

using namespace cardea;
using namespace cardea::screening;
using namespace cardea::screening::testing;
using SteadyClock = std::chrono::steady_clock;

double ns_since(SteadyClock::time_point start) {
  return std::chrono::duration<double, std::nano>(SteadyClock::now() - start).count();
}

std::int64_t whole(double ns) { return static_cast<std::int64_t>(ns); }

void print(const json::object& line) { std::cout << json::serialize(line) << "\n"; }

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t best = std::min({diagonal + (a[i] == b[j] ? 0U : 1U), row[j] + 1, row[j + 1] + 1});
      diagonal = std::exchange(row[j + 1], best);
    }
  }
  return row.back();
}

std::vector<std::vector<std::string>> words_of(const std::vector<watchlist::Alert>& alerts) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& alert : alerts) {
    for (const auto& alias : alert.names) {
      auto& row = rows.emplace_back();
      for (const NameToken& token : normalise_name(alias.name).tokens) {
        row.push_back(token.text);
      }
    }
  }
  return rows;
}

/// The least mean distance of the query's words to the nearest words of a row.
std::size_t naive_search(const std::vector<std::vector<std::string>>& rows, const Query& query) {
  std::size_t best = 1'000;
  const NormalName name = normalise_name(query.names.front());
  for (const auto& row : rows) {
    std::size_t sum = 0;
    for (const NameToken& token : name.tokens) {
      std::size_t nearest = token.text.size();
      for (const std::string& word : row) {
        nearest = std::min(nearest, edit_distance(token.text, word));
      }
      sum += nearest;
    }
    best = std::min(best, sum);
  }
  return best;
}

std::vector<Query> read_queries(const std::string& folder) {
  std::vector<Query> queries;
  for (const std::string_view file : {"/negatives_global_1000.csv", "/negatives_us_1000.csv"}) {
    for (const auto& row : csv_rows(folder + std::string(file))) {
      queries.push_back(person_query(row));
    }
  }
  return queries;
}

struct Timed {
  double p50 = 0;
  double p99 = 0;
  std::size_t hits = 0;
};

/// One search for each `every`th query.
Timed time_searches(const ExactScreener& screener, const std::vector<Query>& queries, std::size_t every) {
  Timed timed;
  std::vector<double> times;
  for (std::size_t i = 0; i < queries.size(); i += every) {
    const auto start = SteadyClock::now();
    timed.hits += screener.search(queries[i], {}).hits.size();
    times.push_back(ns_since(start));
  }
  std::ranges::sort(times);
  timed.p50 = times[times.size() / 2];
  timed.p99 = times[times.size() * 99 / 100];
  return timed;
}

std::size_t resident_kb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) {
      return std::stoul(line.substr(6));
    }
  }
  return 0;
}

ExactOptions exhaustive() {
  ExactOptions options;
  options.exhaustive = true;
  return options;
}

/// The list with people added whose names mix the words of two others, until it holds `count`.
void grow(std::vector<watchlist::Alert>& alerts, std::size_t count) {
  const std::size_t real = alerts.size();
  for (std::size_t i = 0; alerts.size() < count; ++i) {
    watchlist::Alert alert = alerts[i % real];
    const watchlist::Alert& other = alerts[(i * 7'919 + i / real + 1) % real];
    alert.source_id += "-" + std::to_string(i);
    alert.names.resize(std::min<std::size_t>(alert.names.size(), 1));
    alert.documents.clear();
    alert.birth_dates = other.birth_dates;
    if (!alert.names.empty() && !other.names.empty()) {
      const std::string& given = other.names.front().name;
      std::string& name = alert.names.front().name;
      name = name.substr(0, name.find(' ')) + " " + given.substr(given.find(' ') + 1);
    }
    alerts.push_back(std::move(alert));
  }
}

void print_large(std::vector<watchlist::Alert> alerts, const std::vector<Query>& queries) {
  grow(alerts, 100'000);
  const std::size_t before = resident_kb();
  const ExactScreener screener(alerts);
  const std::size_t after = resident_kb();
  const Timed pruned = time_searches(screener, queries, 1);
  const ExactScreener every_row(alerts, exhaustive());
  const Timed all = time_searches(every_row, queries, 20);
  print({{"bench", "screening_exact_100k"},
         {"alerts", screener.alert_count()},
         {"rows", screener.row_count()},
         {"index_rss_mb", static_cast<double>(after - before) / 1024},
         {"ns_p50", whole(pruned.p50)},
         {"ns_p99", whole(pruned.p99)},
         {"exhaustive_ns_p50", whole(all.p50)},
         {"exhaustive_ratio", all.p50 / pruned.p50}});
}

/// How many of the queries raise an alert.
std::size_t alerted(const ExactScreener& screener, const std::vector<Query>& queries, Mode mode) {
  return static_cast<std::size_t>(std::ranges::count_if(queries, [&](const Query& query) {
    const auto hits = screener.search(query, {mode, 20}).hits;
    return std::ranges::any_of(hits, [](const Hit& hit) { return hit.stage >= 2; });
  }));
}

void print_quality(const ExactScreener& screener, const std::string& folder,
                   const std::vector<Query>& unlisted) {
  std::vector<Query> listed;
  for (const auto& row : csv_rows(folder + "/positives_un_untreated.csv")) {
    listed.push_back(person_query(row));
  }
  for (const Mode mode : {Mode::high_recall, Mode::balanced, Mode::high_precision}) {
    print({{"bench", "screening_exact_quality"},
           {"mode", name(mode)},
           {"threshold", screener.threshold(mode)},
           {"listed", listed.size()},
           {"found", alerted(screener, listed, mode)},
           {"unlisted", unlisted.size()},
           {"false_alerts", alerted(screener, unlisted, mode)}});
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::string folder = count > 1 ? arguments[1] : CARDEA_SCREENING_DATA;
  const auto alerts = un_and_ofac_lists(folder);
  const auto queries = read_queries(folder);
  if (alerts.empty() || queries.empty()) {
    std::cerr << "no lists in " << folder << ": name the folder with the extracts as first argument\n";
    return 2;
  }
  const auto build_start = SteadyClock::now();
  const ExactScreener screener(alerts);
  const double build_ns = ns_since(build_start);

  const Timed pruned = time_searches(screener, queries, 1);
  const Timed all = time_searches(ExactScreener(alerts, exhaustive()), queries, 1);

  const auto rows = words_of(alerts);
  constexpr std::size_t kNaiveQueries = 40;
  std::size_t check = 0;
  const auto naive_start = SteadyClock::now();
  for (std::size_t i = 0; i < kNaiveQueries; ++i) {
    check += naive_search(rows, queries[i * queries.size() / kNaiveQueries]);
  }
  const double naive_ns = ns_since(naive_start) / kNaiveQueries;

  print({{"bench", "screening_exact_build"},
         {"alerts", screener.alert_count()},
         {"rows", screener.row_count()},
         {"ns", whole(build_ns)}});
  print({{"bench", "screening_exact_search"},
         {"searches", queries.size()},
         {"hits", pruned.hits},
         {"ns_p50", whole(pruned.p50)},
         {"ns_p99", whole(pruned.p99)},
         {"exhaustive_hits", all.hits},
         {"exhaustive_ns_p50", whole(all.p50)},
         {"exhaustive_ratio", all.p50 / pruned.p50},
         {"naive_ns", whole(naive_ns)},
         {"naive_check", check},
         {"naive_ratio", naive_ns / pruned.p50}});
  print_quality(screener, folder, queries);
  print_large(alerts, queries);
  return 0;
}
