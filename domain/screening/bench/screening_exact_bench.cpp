// Searches of the exact engine over the extracts of the OFAC and UN lists, beside a naive baseline in the
// same run: unit edit distance of every query word with every word of every alias. Prints JSON lines.

#include <algorithm>
#include <chrono>
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

  std::vector<double> times;
  std::size_t hits = 0;
  for (const Query& query : queries) {
    const auto start = SteadyClock::now();
    hits += screener.search(query, {}).hits.size();
    times.push_back(ns_since(start));
  }
  std::ranges::sort(times);
  const double median = times[times.size() / 2];

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
         {"searches", times.size()},
         {"hits", hits},
         {"ns_p50", whole(median)},
         {"ns_p99", whole(times[times.size() * 99 / 100])},
         {"naive_ns", whole(naive_ns)},
         {"naive_check", check},
         {"naive_ratio", naive_ns / median}});
  print_quality(screener, folder, queries);
  return 0;
}
