#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace cardea::screening {

/// One addend of a score, in bits (log2 odds): the terms of a hit sum to its score exactly.
struct Term {
  std::string name;    ///< stable word: "bias", "token", "birth_date", "nationality", "sex", "document", ...
  std::string detail;  ///< stable word for the kind: "exact", "spelling", "day_month_swapped", ...
  std::string query;   ///< what the traveller presented, for the officer's eyes
  std::string record;  ///< what the list holds
  double bits = 0;
  friend bool operator==(const Term&, const Term&) = default;
};
BOOST_DESCRIBE_STRUCT(Term, (), (name, detail, query, record, bits))

/// How one field of the traveller stands to the record: `same`, `close`, `different`, `not_recorded`.
struct FieldEvidence {
  std::string field;  ///< "name", "birth_date", "nationality", "document", "sex"
  std::string traveller;
  std::string record;
  std::string relation;
  friend bool operator==(const FieldEvidence&, const FieldEvidence&) = default;
};
BOOST_DESCRIBE_STRUCT(FieldEvidence, (), (field, traveller, record, relation))

/// One alert that may be this person: the best of its aliases and birth dates, with the reasons.
struct Hit {
  std::string source;     ///< list, e.g. "un_consolidated"
  std::string source_id;  ///< entry of that list
  std::string matched_name;
  std::string category;
  std::string action;
  double score = 0;  ///< bits; the sum of `terms`
  int percent = 0;   ///< 0 to 100 for display: logistic of the distance to the threshold; 100 at stage 4 only
  int stage = 0;     ///< 1 weak, 2 possible, 3 strong, 4 confirmed by document number
  std::vector<Term> terms;
  std::vector<FieldEvidence> fields;
  friend bool operator==(const Hit&, const Hit&) = default;
};
BOOST_DESCRIBE_STRUCT(Hit, (),
                      (source, source_id, matched_name, category, action, score, percent, stage, terms,
                       fields))

}  // namespace cardea::screening
