#pragma once

#include "cardea/kernel/codec.hpp"
#include "cardea/ports/request.hpp"
#include "cardea/travellers/person.hpp"
#include "cardea/travellers/travellers.hpp"

namespace cardea::travellers {

inline constexpr std::size_t kReasonBytesMax = 4000;
inline constexpr std::size_t kWordBytesMax = 200;

/// As check_text; an empty one fails `malformed/reason_required`.
[[nodiscard]] Done check_reason(std::string_view text);
/// Fails `malformed/state_code_invalid`.
[[nodiscard]] Done check_state_code(std::string_view code);

/// Fails `not_found/traveller_unknown`.
[[nodiscard]] Result<ports::TravellerRow> the_traveller(const ports::Records& records, TravellerId id);

/// Somebody's data was looked at; before it is shown. `traveller` is who was looked at, when it is one.
[[nodiscard]] Done record_read(const Parts& parts, const ports::Caller& caller, const std::string& what,
                               const std::string& subject, std::int64_t records,
                               std::optional<TravellerId> traveller = {});

/// What an act records: an entry type with its subject and payload.
struct Recorded {
  journal::EntryType type;
  std::string subject;
  json::object payload;
};
using Act = std::function<Result<std::vector<Recorded>>(const ports::Records& now)>;

/// One piece of work on the writer, once for each idempotency key. What it was about, then and now.
[[nodiscard]] Result<std::string> perform(const Parts& parts, const ports::Caller& caller,
                                          const Request& request, const std::string& subject, const Act& act);

/// What is shown of a traveller, on the day of the post.
[[nodiscard]] Result<TravellerView> view_of(const Parts& parts, TravellerId id);
/// The count as if the person entered on `on`, or as things stand when that is today.
[[nodiscard]] Result<Standing> standing_on(const Parts& parts, const ports::TravellerRow& row, Date on);

}  // namespace cardea::travellers
