#include "explain.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "cardea/screening/weights.hpp"

namespace cardea::screening {

namespace {

std::string row_word(const ListIndex& index, const NameRow& row, std::uint8_t at) {
  return at == kNoWord ? std::string{} : std::string(index.vocabulary.text(index.words_of(row)[at]));
}

std::string join_states(const std::vector<std::string>& states) { return join(states, " "); }

std::string birth_text(const watchlist::BirthDate& birth) {
  std::string text = birth.approximate ? "about " : "";
  text += to_text(birth.date);
  return birth.to_year ? text + " to " + std::to_string(*birth.to_year) : text;
}

/// Everything the words of a hit are taken from.
struct Source {
  const ListIndex& index;
  const Query& query;
  const QueryFacts& facts;
  const QueryName* name;
  const Candidate& candidate;
  const Circumstances& circumstances;

  [[nodiscard]] const Card& card() const { return index.cards[candidate.alert]; }
};

void word_term(Term& term, const RawTerm& raw, const Source& source) {
  const NameRow& row = source.index.rows[source.candidate.row];
  term.detail = raw.kind == TermKind::word ? name(raw.word) : name(raw.kind);
  if (raw.query != kNoWord) {
    term.query = source.name->word(raw.query);
  }
  term.record = row_word(source.index, row, raw.row);
}

void joined_term(Term& term, const RawTerm& raw, const Source& source, const Pairing& pairing) {
  const NameRow& row = source.index.rows[source.candidate.row];
  word_term(term, raw, source);
  if (pairing.query_joined[raw.query]) {
    term.detail = "joined_on_list";
    term.query += " " + std::string(source.name->word(raw.query + 1U));
  } else {
    term.detail = "split_on_list";
    term.record += " " + row_word(source.index, row, static_cast<std::uint8_t>(raw.row + 1));
  }
}

void birth_term(Term& term, const Source& source) {
  term.detail = name(source.circumstances.birth_relation);
  term.query = to_text(*source.facts.birth_date);
  term.record = birth_text(source.card().births[source.circumstances.birth]);
}

void document_term(Term& term, const Source& source) {
  const auto& asked = source.facts.documents[source.circumstances.query_document];
  term.detail = name(source.circumstances.document);
  term.query = asked.number;
  term.record = source.card().documents[source.circumstances.listed_document].number;
}

void circumstance_term(Term& term, TermKind kind, const Source& source) {
  switch (kind) {
    case TermKind::birth_date:
      return birth_term(term, source);
    case TermKind::document:
      return document_term(term, source);
    case TermKind::nationality:
      term.detail = source.circumstances.nationality_bits < 0 ? "different" : "same";
      term.query = join_states(source.facts.states);
      term.record = join_states(source.card().states);
      return;
    case TermKind::sex:
      term.detail = "different";
      term.query = name(source.facts.sex);
      term.record = name(source.card().sex);
      return;
    case TermKind::subject:
      term.detail = "not_a_person";
      term.record = name(source.card().kind);
      return;
    default:
      term.detail = name(kind);
      return;
  }
}

Term make_term(const RawTerm& raw, const Source& source, const Pairing& pairing) {
  Term term{std::string(name(raw.kind)), {}, {}, {}, raw.bits};
  switch (raw.kind) {
    case TermKind::word:
    case TermKind::unmatched_pair:
    case TermKind::extra_query_word:
    case TermKind::extra_list_word:
      word_term(term, raw, source);
      break;
    case TermKind::joined:
      joined_term(term, raw, source, pairing);
      break;
    default:
      circumstance_term(term, raw.kind, source);
      break;
  }
  return term;
}

/// Titles and particles left out of matching: nothing in bits, but the officer should see them gone.
void add_left_out(std::vector<Term>& terms, const QueryName* name) {
  if (name == nullptr || name->expansion.native) {
    return;
  }
  if (!name->normal.honorifics.empty()) {
    terms.push_back({"left_out", "honorific", join(name->normal.honorifics, " "), {}, 0.0});
  }
  if (!name->normal.particles.empty()) {
    terms.push_back({"left_out", "particle", join(name->normal.particles, " "), {}, 0.0});
  }
}

std::string_view name_relation(const Source& source, const Pairing& pairing) {
  const NameRow& row = source.index.rows[source.candidate.row];
  if (is_full_exact(source.name->expansion, row, pairing)) {
    return "same";
  }
  const bool half = 2 * pairing.matched_queries >= static_cast<int>(source.name->expansion.count) &&
                    pairing.matched_queries > 0;
  return half ? "close" : "different";
}

FieldEvidence name_field(const Source& source, const Pairing& pairing) {
  if (source.candidate.row == kNoRow) {
    const Card& card = source.card();
    const bool both = !source.query.names.empty() && card.rows > 0;
    return {"name", source.query.names.empty() ? "" : source.query.names.front(),
            card.rows == 0 ? "" : source.index.aliases[source.index.rows[card.first_row].alias],
            both ? "different" : "not_recorded"};
  }
  const NameRow& row = source.index.rows[source.candidate.row];
  return {"name", source.name->text, source.index.aliases[row.alias],
          std::string(name_relation(source, pairing))};
}

FieldEvidence birth_field(const Source& source) {
  const auto& births = source.card().births;
  FieldEvidence field{"birth_date", "", "", std::string(evidence_of(source.circumstances.birth_relation))};
  field.traveller = source.facts.birth_date ? to_text(*source.facts.birth_date) : "";
  field.record = births.empty() ? "" : birth_text(births[source.circumstances.birth]);
  return field;
}

FieldEvidence nationality_field(const Source& source) {
  const bool known = !source.facts.states.empty() && !source.card().states.empty();
  const std::string_view relation = !known                                      ? "not_recorded"
                                    : source.circumstances.nationality_bits < 0 ? "different"
                                                                                : "same";
  return {"nationality", join_states(source.facts.states), join_states(source.card().states),
          std::string(relation)};
}

FieldEvidence sex_field(const Source& source) {
  const auto unknown = people::Sex::unspecified;
  const bool known = source.facts.sex != unknown && source.card().sex != unknown;
  const auto word = [&](people::Sex sex) { return sex == unknown ? std::string{} : std::string(name(sex)); };
  const std::string_view relation = !known                                  ? "not_recorded"
                                    : source.facts.sex == source.card().sex ? "same"
                                                                            : "different";
  return {"sex", word(source.facts.sex), word(source.card().sex), std::string(relation)};
}

FieldEvidence document_field(const Source& source) {
  const Card& card = source.card();
  FieldEvidence field{"document", "", "", "not_recorded"};
  if (source.facts.documents.empty() || card.documents.empty()) {
    field.traveller = source.facts.documents.empty() ? "" : source.facts.documents.front().number;
    field.record = card.documents.empty() ? "" : card.documents.front().number;
    return field;
  }
  const bool found = source.circumstances.document_found();
  field.traveller = source.facts.documents[source.circumstances.query_document].number;
  field.record = card.documents[source.circumstances.listed_document].number;
  field.relation = !found ? "different" : field.traveller == field.record ? "same" : "close";
  return field;
}

}  // namespace

RawTerms terms_of(const ListIndex& index, const QueryName* name, const Candidate& candidate,
                  const Circumstances& circumstances) {
  RawTerms terms;
  if (candidate.row == kNoRow) {
    terms.add(TermKind::bias, kBias);
  } else {
    const Pairing pairing = pair_words(index, name->expansion, candidate.row);
    add_name_terms(terms, index, name->expansion, candidate.row, pairing);
  }
  add_circumstance_terms(terms, circumstances);
  return terms;
}

Hit explain(const ListIndex& index, const Query& query, const QueryFacts& facts, const QueryName* name,
            const Candidate& candidate, const Circumstances& circumstances) {
  const Source source{index, query, facts, name, candidate, circumstances};
  const Card& card = source.card();
  const Pairing pairing =
      candidate.row == kNoRow ? Pairing{} : pair_words(index, name->expansion, candidate.row);
  Hit hit{card.source, card.source_id, "", card.category, card.action};
  hit.matched_name = candidate.row == kNoRow ? "" : index.aliases[index.rows[candidate.row].alias];
  for (const RawTerm& raw : terms_of(index, name, candidate, circumstances)) {
    hit.terms.push_back(make_term(raw, source, pairing));
  }
  add_left_out(hit.terms, candidate.row == kNoRow ? nullptr : name);
  hit.fields = {name_field(source, pairing), birth_field(source), nationality_field(source),
                document_field(source), sex_field(source)};
  return hit;
}

}  // namespace cardea::screening
