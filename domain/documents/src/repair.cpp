#include "repair.hpp"

#include <algorithm>

#include "dates.hpp"
#include "optical_twins.hpp"

// How proposals are found:
//  1. A character that cannot stand at its place is replaced by its optical twin that can (a letter O in a
//  date),
//     wherever some digit watches the place. What is left is the base.
//  2. For each digit of a field that still fails in the base, all single substitutions by optical twins that
//  make it
//     agree are listed.
//  3. One substitution per failing digit is tried in every combination; those after which every digit of the
//  zone
//     agrees, the composite among them, are proposed. Nothing is proposed that leaves a digit failing.
//  4. If there are none, 2 and 3 are repeated with any character, where a composite digit judges them too. It
//  judges
//     a number with the same weights as the number's own digit and tells nothing new: more than a handful of
//     answers is none, and nothing is proposed.

namespace cardea::documents {
namespace {

using layout::DigitSpec;

constexpr std::string_view kAllCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
constexpr std::size_t kCandidatesMax = 48;
constexpr int kCombinationsMax = 4096;
constexpr std::size_t kAnswersMax = 5;  // as many characters as a digit cannot tell apart

struct Candidate {
  int offset;
  char to;
  RepairGround ground;
  friend bool operator==(const Candidate&, const Candidate&) = default;
};
using Candidates = std::vector<Candidate>;
using Offsets = std::vector<int>;

void add_range(Offsets& offsets, int begin, int length) {
  for (int i = 0; i < length; ++i) offsets.push_back(begin + i);
}

// The places a digit watches, its own first. Of a long number the part in the optional data too.
Offsets watched(const Zone& zone, const DigitSpec& digit) {
  const DigitVerdict verdict = zone.verdict(digit);
  Offsets offsets{verdict.at};
  for (std::size_t i = 0; i < digit.range_count; ++i) {
    add_range(offsets, digit.ranges[i].begin, digit.ranges[i].length);
  }
  if (verdict.remainder > 0) {
    add_range(offsets, zone.layout().find(FieldName::optional_data)->begin, verdict.remainder - 1);
  }
  return offsets;
}

bool is_composite(const DigitSpec& digit) { return digit.over == FieldName::composite_check; }

bool satisfied(const Zone& zone, const DigitSpec& digit) {
  const DigitVerdict verdict = zone.verdict(digit);
  if (verdict.state == CheckState::agrees) return true;
  const auto range = digit.ranges[0];
  const bool empty = zone.view(range.begin, range.length).find_first_not_of('<') == std::string_view::npos;
  return verdict.state == CheckState::absent && digit.filler == layout::FillerRule::empty_field && empty;
}

class Repair {
 public:
  explicit Repair(const Zone& zone) : original_{zone}, base_{zone}, layout_{zone.layout()} {}

  [[nodiscard]] std::vector<Proposal> run();

 private:
  void make_base();
  void find_open_digits();
  void find_candidates(RepairGround ground);
  [[nodiscard]] Candidates candidates_for(const DigitSpec& digit, RepairGround ground) const;
  [[nodiscard]] Candidates unreadable_for(const DigitSpec& digit, const Offsets& places) const;
  void try_place(const DigitSpec& digit, int offset, std::string_view characters, RepairGround ground,
                 Candidates& found) const;
  [[nodiscard]] Offsets places_of(const DigitSpec& digit) const;
  [[nodiscard]] bool dates_possible(const Zone& zone, const DigitSpec& digit, int changed) const;
  [[nodiscard]] bool all_satisfied(const Zone& zone) const;
  void combine(std::size_t level, Zone& zone);
  void keep_chosen();
  [[nodiscard]] bool tells_something() const;
  [[nodiscard]] std::vector<Proposal> proposals() const;
  [[nodiscard]] Proposal proposal(FieldName field, const Offsets& forced, const Candidate* chosen) const;
  void add_agreeing(Proposal& proposal) const;
  [[nodiscard]] FieldName field_of(int offset) const;
  [[nodiscard]] Substitution substitution(int offset, char to) const;

  const Zone& original_;
  Zone base_;
  const layout::Layout& layout_;
  Offsets forced_;
  std::vector<const DigitSpec*> open_;  // digits that still fail in the base
  std::vector<Candidates> candidates_;  // one list for each of them
  std::vector<Candidate> chosen_;       // the combination being tried
  std::vector<Candidates> kept_;        // those of each list that occur in a combination that holds
  bool solved_ = false;
  int tried_ = 0;
};

void Repair::make_base() {
  for (std::size_t i = 0; i < layout_.digit_count; ++i) {
    for (const int offset : watched(original_, layout_.digits[i])) {
      if (base_.fits(offset)) continue;
      const char twin = forced_twin(base_[offset], layout_.allowed[static_cast<std::size_t>(offset)]);
      if (twin == '\0') continue;
      base_.set(offset, twin);
      forced_.push_back(offset);
    }
  }
}

// The composite is open by itself only when no other digit is: it fails with each of them.
void Repair::find_open_digits() {
  for (std::size_t i = 0; i < layout_.digit_count; ++i) {
    const DigitSpec& digit = layout_.digits[i];
    if (satisfied(base_, digit)) continue;
    if (!is_composite(digit) || open_.empty()) open_.push_back(&digit);
  }
  kept_.resize(open_.size());
}

void Repair::find_candidates(RepairGround ground) {
  candidates_.clear();
  for (const DigitSpec* digit : open_) candidates_.push_back(candidates_for(*digit, ground));
  tried_ = 0;
}

// Where a digit's error may lie: for the composite only what no agreeing digit watches.
Offsets Repair::places_of(const DigitSpec& digit) const {
  Offsets places = watched(base_, digit);
  if (!is_composite(digit)) return places;
  for (std::size_t i = 0; i < layout_.digit_count; ++i) {
    if (is_composite(layout_.digits[i])) continue;
    for (const int seen : watched(base_, layout_.digits[i])) std::erase(places, seen);
  }
  return places;
}

void Repair::try_place(const DigitSpec& digit, int offset, std::string_view characters, RepairGround ground,
                       Candidates& found) const {
  const std::uint8_t allowed = layout_.allowed[static_cast<std::size_t>(offset)];
  Zone zone = base_;
  for (const char c : characters) {
    if ((kinds_of(c) & allowed) == 0 || c == base_[offset] || found.size() >= kCandidatesMax) continue;
    zone.set(offset, c);
    if (satisfied(zone, digit) && dates_possible(zone, digit, offset)) found.push_back({offset, c, ground});
  }
}

// A place whose character is none of the MRZ's is where the error lies; with two of them nothing is proved.
Candidates Repair::unreadable_for(const DigitSpec& digit, const Offsets& places) const {
  Candidates found;
  Offsets unreadable;
  std::copy_if(places.begin(), places.end(), std::back_inserter(unreadable),
               [&](int at) { return !base_.fits(at); });
  if (unreadable.size() == 1) {
    try_place(digit, unreadable[0], kAllCharacters, RepairGround::digit_arithmetic, found);
  }
  return found;
}

Candidates Repair::candidates_for(const DigitSpec& digit, RepairGround ground) const {
  const Offsets places = places_of(digit);
  if (std::any_of(places.begin(), places.end(), [&](int at) { return !base_.fits(at); })) {
    return unreadable_for(digit, places);
  }
  Candidates found;
  for (const int offset : places) {
    const std::string twins = optical_twins(base_[offset], layout_.allowed[static_cast<std::size_t>(offset)]);
    try_place(digit, offset, twins, RepairGround::optical_twin, found);
  }
  const bool judged_twice = !is_composite(digit) && layout_.find_digit(FieldName::composite_check) != nullptr;
  if (ground != RepairGround::digit_arithmetic || !judged_twice) return found;
  for (const int offset : places) {
    try_place(digit, offset, kAllCharacters, RepairGround::digit_arithmetic, found);
  }
  return found;
}

// That there may be such a day in some century, for a date under this digit or at the changed place.
bool Repair::dates_possible(const Zone& zone, const DigitSpec& digit, int changed) const {
  static const Date kLate = *Date::create(2099, 12, 31);
  for (const FieldName name : {FieldName::birth_date, FieldName::expiry_date}) {
    const layout::FieldSpec* field = layout_.find(name);
    if (field == nullptr) continue;
    const bool concerned =
        digit.over == name || (changed >= field->begin && changed < field->begin + field->length);
    if (concerned && read_birth_date(zone.view(field->begin, field->length), kLate).candidates.empty())
      return false;
  }
  return true;
}

bool Repair::all_satisfied(const Zone& zone) const {
  return std::all_of(layout_.digits.begin(), layout_.digits.begin() + layout_.digit_count,
                     [&](const DigitSpec& digit) { return satisfied(zone, digit); });
}

void Repair::combine(std::size_t level, Zone& zone) {
  if (level == open_.size()) {
    ++tried_;
    if (all_satisfied(zone)) keep_chosen();
    return;
  }
  for (const Candidate& candidate : candidates_[level]) {
    if (tried_ >= kCombinationsMax) return;
    const char before = zone[candidate.offset];
    zone.set(candidate.offset, candidate.to);
    chosen_.push_back(candidate);
    combine(level + 1, zone);
    chosen_.pop_back();
    zone.set(candidate.offset, before);
  }
}

void Repair::keep_chosen() {
  solved_ = true;
  for (std::size_t i = 0; i < chosen_.size(); ++i) {
    const bool known = std::find(kept_[i].begin(), kept_[i].end(), chosen_[i]) != kept_[i].end();
    if (!known) kept_[i].push_back(chosen_[i]);
  }
}

bool Repair::tells_something() const {
  return solved_ && std::all_of(kept_.begin(), kept_.end(), [](const Candidates& list) {
           const bool by_arithmetic = !list.empty() && list.back().ground == RepairGround::digit_arithmetic;
           return !by_arithmetic || list.size() <= kAnswersMax;
         });
}

std::vector<Proposal> Repair::run() {
  make_base();
  find_open_digits();
  if (forced_.empty() && open_.empty()) return {};
  Zone zone = base_;
  for (const RepairGround ground : {RepairGround::optical_twin, RepairGround::digit_arithmetic}) {
    if (solved_) break;
    find_candidates(ground);
    combine(0, zone);
  }
  return tells_something() ? proposals() : std::vector<Proposal>{};
}

Substitution Repair::substitution(int offset, char to) const {
  const Position at = layout_.position(offset);
  return {at.line, at.column, original_[offset], to};
}

// A field and its digit are repaired together; what only the composite watches goes by its own field.
FieldName Repair::field_of(int offset) const {
  for (std::size_t i = 0; i < layout_.digit_count; ++i) {
    const DigitSpec& digit = layout_.digits[i];
    if (is_composite(digit)) continue;
    const Offsets places = watched(base_, digit);
    if (std::find(places.begin(), places.end(), offset) != places.end()) return digit.over;
  }
  const layout::FieldSpec* field = layout_.field_at(offset);
  return field == nullptr ? FieldName::composite_check : field->name;
}

// The digits over any of the substituted places: all of them agree once everything proposed is substituted.
void Repair::add_agreeing(Proposal& proposal) const {
  for (std::size_t i = 0; i < layout_.digit_count; ++i) {
    const DigitSpec& digit = layout_.digits[i];
    const Offsets places = watched(base_, digit);
    const bool over = std::any_of(places.begin(), places.end(), [&](int offset) {
      const Position at = layout_.position(offset);
      return std::any_of(
          proposal.substitutions.begin(), proposal.substitutions.end(),
          [&](const Substitution& one) { return one.line == at.line && one.column == at.column; });
    });
    if (over) proposal.agreeing.push_back(digit.place);
  }
}

Proposal Repair::proposal(FieldName field, const Offsets& forced, const Candidate* chosen) const {
  Proposal proposal{field, chosen ? chosen->ground : RepairGround::field_type, {}, {}};
  for (const int offset : forced) proposal.substitutions.push_back(substitution(offset, base_[offset]));
  if (chosen) proposal.substitutions.push_back(substitution(chosen->offset, chosen->to));
  add_agreeing(proposal);
  return proposal;
}

std::vector<Proposal> Repair::proposals() const {
  std::vector<Proposal> all;
  for (int number = 0; number < kFieldNameCount; ++number) {
    const auto field = static_cast<FieldName>(number);
    Offsets forced;
    std::copy_if(forced_.begin(), forced_.end(), std::back_inserter(forced),
                 [&](int offset) { return field_of(offset) == field; });
    bool chosen = false;
    for (const Candidates& list : kept_) {
      for (const Candidate& candidate : list) {
        if (field_of(candidate.offset) != field) continue;
        all.push_back(proposal(field, forced, &candidate));
        chosen = true;
      }
    }
    if (!chosen && !forced.empty()) all.push_back(proposal(field, forced, nullptr));
  }
  return all;
}

}  // namespace

std::vector<Proposal> propose_repairs(const Zone& zone) { return Repair(zone).run(); }

}  // namespace cardea::documents
