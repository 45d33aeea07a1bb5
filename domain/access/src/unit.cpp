#include "cardea/access/unit.hpp"

#include <algorithm>

#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::access {
namespace {

constexpr std::size_t kHashCharacters = 8;

bool is_step(std::string_view step) {
  return !step.empty() && std::all_of(step.begin(), step.end(), [](char c) {
    return is_ascii_lower(c) || is_ascii_digit(c) || c == '_';
  });
}

/// How far down the tree a kind stands.
int rank(UnitKind kind) {
  switch (kind) {
    case UnitKind::headquarters_department:
      return 0;
    case UnitKind::regional_centre:
      return 1;
    case UnitKind::post:
    case UnitKind::inspection_point:
    case UnitKind::inland_control_station:
      return 2;
    case UnitKind::lane:
      return 3;
    case UnitKind::workstation:
      return 4;
  }
  __builtin_unreachable();
}

}  // namespace

bool parse(std::string_view word, UnitKind& kind) {
  const auto at = std::find(kUnitKindWords.begin(), kUnitKindWords.end(), word);
  if (at == kUnitKindWords.end()) return false;
  kind = static_cast<UnitKind>(at - kUnitKindWords.begin());
  return true;
}

std::string unit_word(std::string_view unit_name) {
  std::string word;
  for (const char c : unit_name) {
    if (is_ascii_alnum(c)) {
      word += ascii_lower(c);
    } else if (!word.empty() && word.back() != '_') {
      word += '_';
    }
  }
  if (!word.empty() && word.back() == '_') word.pop_back();
  return word.empty() ? "unit_" + to_hex(sha256(unit_name)).substr(0, kHashCharacters) : word;
}

Done check_unit_path(std::string_view path) {
  const auto steps = split(path, '/');
  const bool sizes = path.size() <= kUnitPathMax && steps.size() <= kUnitDepthMax;
  if (sizes && std::all_of(steps.begin(), steps.end(), is_step)) return {};
  return fail(ErrorKind::malformed, "unit_path_invalid");
}

std::string_view unit_above(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

bool may_stand_below(UnitKind kind, UnitKind above) {
  const int below = rank(kind);
  return rank(above) < below || (rank(above) == below && below < rank(UnitKind::post));
}

}  // namespace cardea::access
