#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/screening/birth_date_match.hpp"
#include "cardea/screening/document_match.hpp"
#include "cardea/screening/query.hpp"
#include "list_index.hpp"
#include "row_score.hpp"

namespace cardea::screening {

/// What of the query is not a name, made comparable once.
struct QueryFacts {
  QueryFacts(const Query& query, const ListStatistics& statistics);

  std::optional<PartialDate> birth_date;
  people::Sex sex = people::Sex::unspecified;
  std::vector<std::string> states;
  std::vector<double> state_bits;  ///< what sharing each of the states earns
  std::vector<QueryDocument> documents;
  bool person = false;  ///< states a birth date or a sex

  double most_bits = 0;  ///< what an alert can earn at most, its documents aside

  [[nodiscard]] bool any_document() const { return !documents.empty(); }
};

/// How one alert stands to the query in everything but the name, with its bits.
struct Circumstances {
  BirthDateRelation birth_relation = BirthDateRelation::not_recorded;
  std::uint32_t birth = 0;  ///< which of the alert's birth dates is meant
  double birth_bits = 0;
  double nationality_bits = 0;
  double sex_bits = 0;
  double subject_bits = 0;
  double document_bits = 0;
  DocumentRelation document = DocumentRelation::different;
  std::uint32_t query_document = 0;
  std::uint32_t listed_document = 0;

  [[nodiscard]] bool document_found() const { return document_bits > 0; }
  [[nodiscard]] double bits() const {
    return birth_bits + nationality_bits + sex_bits + subject_bits + document_bits;
  }
};

/// Everything but the documents.
[[nodiscard]] Circumstances judge_circumstances(const ListIndex& index, const QueryFacts& facts,
                                                const Card& card);
/// Takes a document of the alert into account, when it is better than what was found before.
void judge_document(Circumstances& circumstances, const QueryFacts& facts, const Card& card,
                    std::uint32_t query_document, std::uint32_t listed_document);

/// Adds the terms that are not nil.
void add_circumstance_terms(RawTerms& terms, const Circumstances& circumstances);

}  // namespace cardea::screening
