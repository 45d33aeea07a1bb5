#pragma once

#include <span>
#include <string>

#include "cardea/screening/hit.hpp"
#include "cardea/screening/query.hpp"
#include "circumstances.hpp"
#include "row_score.hpp"

namespace cardea::screening {

/// One name of the query with what it became.
struct QueryName {
  std::string text;
  NormalName normal;
  Expansion expansion;

  /// A word as the officer knows it.
  [[nodiscard]] std::string_view word(std::size_t at) const {
    return expansion.native ? std::string_view(normal.native[at]) : std::string_view(normal.tokens[at].text);
  }
};

/// A row that stands for its alert, scored.
struct Candidate {
  std::uint32_t alert = 0;
  std::uint32_t row = kNoRow;  ///< none for a document without a name
  std::uint32_t name = 0;      ///< which name of the query
  double score = 0;
  bool policy = false;  ///< an alert whatever the score
};

/// Words the terms and the fields of a hit; score, percent and stage are the caller's.
[[nodiscard]] Hit explain(const ListIndex& index, const Query& query, const QueryFacts& facts,
                          const QueryName* name, const Candidate& candidate,
                          const Circumstances& circumstances);

/// The terms of a candidate, in the order they are summed.
[[nodiscard]] RawTerms terms_of(const ListIndex& index, const QueryName* name, const Candidate& candidate,
                                const Circumstances& circumstances);

}  // namespace cardea::screening
