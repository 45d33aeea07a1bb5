#include "cardea/travellers/links.hpp"

#include <algorithm>

#include "cardea/people/identity_relation.hpp"

namespace cardea::travellers {
namespace {

constexpr int kCandidatesMax = 32;

people::KnownIdentity identity_of(const ports::TravellerRecord& traveller) {
  people::KnownIdentity known;
  known.identity.name = {traveller.primary_identifier, traveller.secondary_identifier, false};
  known.identity.birth_dates = traveller.birth_dates;
  static_cast<void>(parse(traveller.sex, known.identity.sex));  // written by us
  if (!traveller.nationality.empty()) known.identity.nationalities = {traveller.nationality};
  return known;
}

// Day and month changed places, as happens where a form asks for them in the other order.
std::string swapped(const PartialDate& born) {
  if (!born.full() || *born.day > 12) return to_text(born);
  PartialDate other = born;
  other.month = *born.day;
  other.day = *born.month;
  return to_text(other);
}

ports::CandidateKeys keys_of(const ports::TravellerRecord& traveller) {
  const auto& births = traveller.birth_dates;
  ports::CandidateKeys keys{{to_text(births.front()), swapped(births.front()), to_text(births.back())},
                            people::name_key(traveller.primary_identifier),
                            people::name_key(traveller.secondary_identifier)};
  // An absent name must not find everybody else who has none.
  if (keys.primary.empty()) keys.primary = keys.secondary;
  if (keys.secondary.empty()) keys.secondary = keys.primary;
  return keys;
}

ports::LikenessRecord record_of(const people::IdentityRelation& relation) {
  return {std::string(name(relation.name)),        std::string(name(relation.birth_date)),
          std::string(name(relation.sex)),         std::string(name(relation.nationality)),
          std::string(name(relation.birth_place)), std::string(name(relation.whole))};
}

struct Compared {
  const ports::CandidateRow* candidate;
  people::IdentityRelation relation;
};

int rank(const people::IdentityRelation& relation) {
  return (relation.whole == people::Likeness::same ? 0 : 4) +
         (relation.name == people::Likeness::same ? 0 : 2) +
         (relation.nationality == people::Likeness::same ? 0 : 1);
}

std::vector<Compared> alike(const people::KnownIdentity& holder,
                            const std::vector<ports::CandidateRow>& candidates) {
  std::vector<Compared> found;
  for (const ports::CandidateRow& candidate : candidates) {
    const auto relation = people::identity_relation(holder, identity_of(candidate.traveller));
    const bool is_alike =
        relation.whole == people::Likeness::same || relation.whole == people::Likeness::similar;
    if (is_alike) found.push_back({&candidate, relation});
  }
  std::ranges::stable_sort(found, {}, [](const Compared& each) { return rank(each.relation); });
  return found;
}

}  // namespace

std::pair<TravellerId, TravellerId> in_order(TravellerId a, TravellerId b) {
  return to_text(a) < to_text(b) ? std::pair{a, b} : std::pair{b, a};
}

std::string subject_of_link(TravellerId first, TravellerId second) {
  return to_text(first) + "/" + to_text(second);
}

Result<std::vector<ports::LinkProposed>> proposed_links(const ports::TravellerRecords& records,
                                                        const ports::InspectionOpened& opened) {
  const ports::TravellerRecord& traveller = opened.traveller;
  if (traveller.birth_dates.empty()) return std::vector<ports::LinkProposed>{};
  const ports::CandidateKeys keys = keys_of(traveller);
  if (keys.primary.empty()) return std::vector<ports::LinkProposed>{};
  const auto candidates = records.candidates(keys, kCandidatesMax);
  if (!candidates) return pass_on(candidates);
  const auto holder = identity_of(traveller);
  const auto found = alike(holder, *candidates);
  const people::DocumentSeries later{opened.document.issuer, opened.document.code, opened.document.number,
                                     opened.document.expires_on};
  std::vector<ports::LinkProposed> links;
  for (const Compared& each : found) {
    const ports::TravelDocumentRow& document = each.candidate->document;
    const auto colour = people::proposed_colour(
        each.relation, holder, later, {document.issuer, document.code, document.number, document.expires_on},
        static_cast<int>(found.size()) - 1);
    if (!colour || links.size() == kProposalsMax) break;
    const auto [first, second] = in_order(traveller.traveller_id, each.candidate->traveller.traveller_id);
    links.push_back(
        {first, second, std::string(name(*colour)), record_of(each.relation), opened.inspection_id});
  }
  return links;
}

}  // namespace cardea::travellers
