#include "cardea/watchlist/hits.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/hash.hpp"

namespace cardea::watchlist {
namespace {

constexpr std::array<std::string_view, 5> kStateWords{"potential", "confirmed", "false_positive",
                                                      "unresolved", "closed"};
constexpr std::uint32_t kOfAll = 10000;
constexpr unsigned kBitsPerByte = 8;

}  // namespace

std::string_view name(HitState state) { return kStateWords.at(static_cast<std::size_t>(state)); }

bool parse(std::string_view word, HitState& state) {
  const auto at = std::ranges::find(kStateWords, word);
  if (at == kStateWords.end()) return false;
  state = static_cast<HitState>(at - kStateWords.begin());
  return true;
}

Result<HitState> judge(HitState state, HitState judgement) {
  if (judgement == HitState::potential || judgement == HitState::closed) {
    return fail(ErrorKind::malformed, "judgement_unknown");
  }
  if (state == HitState::closed) return fail(ErrorKind::conflict, "hit_closed");
  return judgement;
}

std::vector<std::string> missing_fields(std::span<const std::string> form,
                                        std::span<const std::string> filled) {
  std::vector<std::string> missing;
  for (const std::string& field : form) {
    if (std::ranges::find(filled, field) == filled.end()) missing.push_back(field);
  }
  return missing;
}

Done may_close(HitState state, std::span<const std::string> missing) {
  switch (state) {
    case HitState::potential:
      return fail(ErrorKind::conflict, "hit_not_judged");
    case HitState::closed:
      return fail(ErrorKind::conflict, "hit_closed");
    case HitState::false_positive:
      return {};
    case HitState::confirmed:
    case HitState::unresolved:
      if (missing.empty()) return {};
      return fail(ErrorKind::conflict, "hit_form_incomplete", missing.front());
  }
  __builtin_unreachable();
}

bool is_drawn(const IdBytes& draw, int per_10000) {
  const Digest digest = sha256(uuid_text(draw));
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number = (number << kBitsPerByte) | digest.at(i);
  return static_cast<int>(number % kOfAll) < per_10000;
}

}  // namespace cardea::watchlist
