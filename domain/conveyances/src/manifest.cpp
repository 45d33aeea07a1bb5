#include "cardea/conveyances/manifest.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "cardea/conveyances/words.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/people/sex.hpp"

namespace cardea::conveyances {
namespace {

bool is_state(std::string_view code) {
  return !code.empty() && code.size() <= 3 && std::ranges::all_of(code, is_ascii_upper);
}

// Carriers write the letter of the document as well as the word.
bool read_sex(std::string_view cell, std::string& sex) {
  people::Sex read = people::Sex::unspecified;
  const auto letter = cell.size() == 1 ? people::sex_from_mrz(ascii_upper(cell.front())) : std::nullopt;
  const bool known = cell.empty() || letter || people::parse(to_ascii_lower(cell), read);
  if (letter) read = *letter;
  sex = std::string(name(read));
  return known;
}

std::string_view check(const ExpectedPerson& person, std::string_view birth_date, bool sex_known) {
  if (person.surname.empty()) return "surname_missing";
  if (!birth_date.empty() && !person.birth_date) return "birth_date_invalid";
  if (!sex_known) return "sex_unknown";
  if (!person.nationality.empty() && !is_state(person.nationality)) return "nationality_invalid";
  if (!person.issuing_state.empty() && !is_state(person.issuing_state)) return "issuing_state_invalid";
  if (!person.document_number.empty() && person.issuing_state.empty()) return "document_without_state";
  if (!is_word_of(kOccupantRoles, person.role)) return "role_unknown";
  if (person.document_number.empty() && !person.birth_date) return "person_not_identified";
  return {};
}

// What optical readers and typists leave out or put in does not count.
std::string number_key(std::string_view number) {
  std::string key;
  for (const char c : number) {
    if (is_ascii_alnum(c)) key += ascii_upper(c);
  }
  return key;
}

// The MRZ writes Germany as `D`; states are named by alpha-3 everywhere else.
std::string state_key(std::string_view state) { return state == "D" ? "DEU" : std::string(state); }

bool is_same_name(const ExpectedPerson& person, const SeenPerson& seen) {
  const auto expected = people::name_from_visual_zone(person.surname, person.given_names);
  return compare_names(expected, seen.name) != people::NameAgreement::differs;
}

bool is_born_on(const SeenPerson& seen, Date date) {
  return std::ranges::find(seen.birth_dates, PartialDate::of(date)) != seen.birth_dates.end();
}

class Matching {
 public:
  Matching(std::span<const ExpectedPerson> lines, std::span<const SeenPerson> seen)
      : lines_{lines}, seen_{seen}, taken_(seen.size(), false) {
    for (const ExpectedPerson& person : lines) matches_.push_back({person.line, {}, {}});
  }

  std::vector<LineMatch> run() && {
    by_officer();
    by_document();
    by_name();
    return std::move(matches_);
  }

 private:
  void take(std::size_t line, std::size_t person, std::string_view how) {
    if (matches_[line].person || taken_[person]) return;
    matches_[line].person = person;
    matches_[line].how = how;
    taken_[person] = true;
  }

  void by_officer() {
    for (std::size_t person = 0; person < seen_.size(); ++person) {
      if (!seen_[person].line) continue;
      const auto found = std::ranges::find(lines_, *seen_[person].line, &ExpectedPerson::line);
      if (found == lines_.end()) continue;
      take(static_cast<std::size_t>(found - lines_.begin()), person, "confirmed");
    }
  }

  void by_document() {
    std::map<std::pair<std::string, std::string>, std::size_t> by_number;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      const std::string number = number_key(lines_[line].document_number);
      if (!number.empty()) by_number.try_emplace({number, lines_[line].issuing_state}, line);
    }
    for (std::size_t person = 0; person < seen_.size(); ++person) {
      if (taken_[person]) continue;
      const auto found =
          by_number.find({number_key(seen_[person].document_number), state_key(seen_[person].issuer)});
      if (found != by_number.end()) take(found->second, person, "document");
    }
  }

  void by_name() {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (matches_[line].person || !lines_[line].birth_date) continue;
      for (std::size_t person = 0; person < seen_.size(); ++person) {
        if (taken_[person] || !is_born_on(seen_[person], *lines_[line].birth_date)) continue;
        if (is_same_name(lines_[line], seen_[person])) take(line, person, "proposed");
      }
    }
  }

  std::span<const ExpectedPerson> lines_;
  std::span<const SeenPerson> seen_;
  std::vector<bool> taken_;
  std::vector<LineMatch> matches_;
};

}  // namespace

ReadLine read_line(std::int64_t line, const CellOf& cell) {
  const auto text = [&](std::string_view column) { return std::string(trim(cell(column))); };
  ReadLine read;
  ExpectedPerson& person = read.person;
  person.line = line;
  person.surname = text("surname");
  person.given_names = text("given_names");
  const std::string birth_date = text("birth_date");
  person.birth_date = parse_date(birth_date);
  const bool sex_known = read_sex(trim(cell("sex")), person.sex);
  person.nationality = state_key(to_ascii_upper(text("nationality")));
  person.document_type = to_ascii_upper(text("document_type"));
  person.document_number = to_ascii_upper(text("document_number"));
  person.issuing_state = state_key(to_ascii_upper(text("issuing_state")));
  person.role = to_ascii_lower(text("role"));
  if (person.role.empty()) person.role = "passenger";
  read.reason = check(person, birth_date, sex_known);
  return read;
}

std::vector<LineMatch> match(std::span<const ExpectedPerson> lines, std::span<const SeenPerson> seen) {
  return Matching(lines, seen).run();
}

}  // namespace cardea::conveyances
