#include "circumstances.hpp"

#include <algorithm>
#include <cmath>

#include "cardea/screening/normalise.hpp"
#include "cardea/screening/weights.hpp"

namespace cardea::screening {

namespace {

void judge_birth(Circumstances& out, const ListIndex& index, const QueryFacts& facts, const Card& card) {
  for (std::uint32_t i = 0; facts.birth_date && i < card.births.size(); ++i) {
    const auto relation = compare_birth_dates(*facts.birth_date, card.births[i]);
    if (relation == BirthDateRelation::not_recorded) {
      continue;
    }
    const double share =
        relation == BirthDateRelation::exact ? index.statistics.date_share(*facts.birth_date) : 1.0;
    const double bits = birth_date_bits(relation, card.births[i], share);
    if (out.birth_relation == BirthDateRelation::not_recorded || bits > out.birth_bits) {
      out.birth_relation = relation;
      out.birth = i;
      out.birth_bits = bits;
    }
  }
}

double nationality_bits(const QueryFacts& facts, const Card& card) {
  if (facts.states.empty() || card.states.empty()) {
    return 0;
  }
  double best = kNationalityDifferent;
  for (std::size_t i = 0; i < facts.states.size(); ++i) {
    if (std::ranges::find(card.states, facts.states[i]) != card.states.end()) {
      best = std::max(best, facts.state_bits[i]);
    }
  }
  return best;
}

bool is_subject_of_another_kind(const QueryFacts& facts, const Card& card) {
  using enum watchlist::SubjectKind;
  return facts.person && card.kind != person && card.kind != document;
}

double document_bits(DocumentRelation relation) {
  switch (relation) {
    case DocumentRelation::same:
      return kDocument;
    case DocumentRelation::issuer_unknown:
      return kDocumentIssuerUnknown;
    case DocumentRelation::different_issuer:
    case DocumentRelation::different:
      return 0;
  }
  return 0;
}

}  // namespace

QueryFacts::QueryFacts(const Query& query, const ListStatistics& statistics)
    : birth_date{query.birth_date}, documents{query.documents} {
  if (!parse(query.sex, sex)) {
    sex = people::Sex::unspecified;
  }
  for (const std::string& nationality : query.nationalities) {
    if (std::string state = normalise_state(nationality); !state.empty()) {
      const double share = statistics.state_share(state);
      state_bits.push_back(std::max(0.0, kNationalityWeight * std::log2(kNationalityShare / share)));
      states.push_back(std::move(state));
    }
  }
  most_bits = birth_date ? kBirthDateMax : 0.0;
  most_bits += state_bits.empty() ? 0.0 : std::ranges::max(state_bits);
  person = birth_date.has_value() || sex != people::Sex::unspecified;
}

Circumstances judge_circumstances(const ListIndex& index, const QueryFacts& facts, const Card& card) {
  Circumstances out;
  judge_birth(out, index, facts, card);
  out.nationality_bits = nationality_bits(facts, card);
  const bool sexes_known = facts.sex != people::Sex::unspecified && card.sex != people::Sex::unspecified;
  out.sex_bits = sexes_known && facts.sex != card.sex ? kSexDifferent : 0;
  out.subject_bits = is_subject_of_another_kind(facts, card) ? kNotAPerson : 0;
  return out;
}

void judge_document(Circumstances& circumstances, const QueryFacts& facts, const Card& card,
                    std::uint32_t query_document, std::uint32_t listed_document) {
  const QueryDocument& asked = facts.documents[query_document];
  const watchlist::ListedDocument& listed = card.documents[listed_document];
  const auto relation = match_documents(asked.number, asked.issuer, listed.number, listed.issuer);
  if (document_bits(relation) > circumstances.document_bits) {
    circumstances.document = relation;
    circumstances.document_bits = document_bits(relation);
    circumstances.query_document = query_document;
    circumstances.listed_document = listed_document;
  }
}

void add_circumstance_terms(RawTerms& terms, const Circumstances& circumstances) {
  if (circumstances.birth_relation != BirthDateRelation::not_recorded) {
    terms.add(TermKind::birth_date, circumstances.birth_bits);
  }
  if (circumstances.nationality_bits != 0) {
    terms.add(TermKind::nationality, circumstances.nationality_bits);
  }
  if (circumstances.sex_bits != 0) {
    terms.add(TermKind::sex, circumstances.sex_bits);
  }
  if (circumstances.subject_bits != 0) {
    terms.add(TermKind::subject, circumstances.subject_bits);
  }
  if (circumstances.document_found()) {
    terms.add(TermKind::document, circumstances.document_bits);
  }
}

}  // namespace cardea::screening
