#include "ofac_remarks.hpp"

#include <array>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "countries.hpp"
#include "dates.hpp"
#include "ofac_documents.hpp"

namespace cardea::lists {
namespace {

using watchlist::Alert;
using watchlist::AliasQuality;
using watchlist::Craft;

/// Each takes what follows its words; false when it cannot be made sense of.
bool take_birth_date(std::string_view rest, Alert& alert) {
  const auto born = parse_birth_date(rest);
  if (born) add_birth(alert, *born);
  return born.has_value();
}

bool take_birth_place(std::string_view rest, Alert& alert) {
  add_once(alert.birth_places, std::string(rest));
  return true;
}

bool take_nationality(std::string_view rest, Alert& alert) {
  add_once(alert.nationalities, alpha3_or_name(rest));
  return true;
}

bool take_sex(std::string_view rest, Alert& alert) {
  if (rest != "Male" && rest != "Female") return false;
  alert.sex = rest == "Male" ? people::Sex::male : people::Sex::female;
  return true;
}

bool take_link(std::string_view rest, Alert& alert) {
  add_once(alert.linked_to, std::string(rest));
  return true;
}

/// `'X'`, as weak aliases and former names stand in the remarks.
bool take_name(std::string_view rest, Alert& alert, AliasQuality quality) {
  if (rest.size() < 3 || rest.front() != '\'' || rest.back() != '\'') return false;
  add_name(alert, {std::string(trim(rest.substr(1, rest.size() - 2))), {}, {}, {}, quality});
  return true;
}

bool take_weak_alias(std::string_view rest, Alert& alert) {
  return take_name(rest, alert, AliasQuality::weak);
}

bool take_former_name(std::string_view rest, Alert& alert) {
  return take_name(rest, alert, AliasQuality::strong);
}

template <std::string Craft::* field>
bool take_craft(std::string_view rest, Alert& alert) {
  if (!alert.craft) alert.craft.emplace();
  std::string& value = (*alert.craft).*field;
  if (!value.empty()) return value == rest;
  value = rest;
  return true;
}

bool take_flag(std::string_view rest, Alert& alert) {
  return take_craft<&Craft::flag>(alpha3_or_name(rest), alert);
}

struct Mark {
  std::string_view words;
  bool (*take)(std::string_view, Alert&);
};

constexpr std::array<Mark, 16> kMarks = {{
    {"DOB ", take_birth_date},
    {"POB ", take_birth_place},
    {"nationality ", take_nationality},
    {"citizen ", take_nationality},
    {"Gender ", take_sex},
    {"Linked To: ", take_link},
    {"a.k.a. ", take_weak_alias},
    {"f.k.a. ", take_former_name},
    {"Vessel Registration Identification IMO ", take_craft<&Craft::imo_number>},
    {"MMSI ", take_craft<&Craft::mmsi>},
    {"Vessel Call Sign ", take_craft<&Craft::call_sign>},
    {"Vessel Flag ", take_flag},
    {"Vessel Type ", take_craft<&Craft::type>},
    {"Aircraft Tail Number ", take_craft<&Craft::tail_number>},
    {"Aircraft Model ", take_craft<&Craft::type>},
    {"Aircraft Manufacturer's Serial Number (MSN) ", take_craft<&Craft::serial_number>},
}};

bool take_document(std::string_view piece, Alert& alert) {
  auto document = read_ofac_document(piece);
  if (!document) return false;
  alert.documents.push_back(std::move(*document));
  return true;
}

bool take_piece(std::string_view piece, Alert& alert) {
  if (piece.starts_with("alt. ")) piece.remove_prefix(5);
  for (const Mark& mark : kMarks) {
    if (piece.starts_with(mark.words)) return mark.take(trim(piece.substr(mark.words.size())), alert);
  }
  return take_document(piece, alert);
}

}  // namespace

void read_ofac_remarks(std::string_view remarks, Alert& alert) {
  remarks = trim(remarks);
  if (remarks.ends_with('.')) remarks.remove_suffix(1);
  for (auto piece : split(remarks, ';')) {
    piece = trim(piece);
    if (!piece.empty() && !take_piece(piece, alert)) add_remark(alert, piece);
  }
}

}  // namespace cardea::lists
