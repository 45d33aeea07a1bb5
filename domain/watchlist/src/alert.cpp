#include "cardea/watchlist/alert.hpp"

#include <algorithm>

#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/json.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::watchlist {
namespace {

bool has_number(const Alert& alert) {
  const auto numbered = [](const ListedDocument& document) { return !document.number.empty(); };
  if (std::ranges::any_of(alert.documents, numbered)) return true;
  if (!alert.craft) return false;
  const Craft& craft = *alert.craft;
  return !(craft.imo_number.empty() && craft.mmsi.empty() && craft.call_sign.empty() &&
           craft.tail_number.empty() && craft.serial_number.empty() && craft.plate.empty() &&
           craft.vin.empty());
}

bool has_identifier(const Alert& alert) {
  const auto named = [](const Alias& alias) { return !alias.name.empty(); };
  return std::ranges::any_of(alert.names, named) || has_number(alert);
}

/// An alert nobody has to look at again stays for ever; a published list is looked after by its publisher.
bool has_review(const Alert& alert) {
  return alert.source != kOwnSource || alert.review_on.has_value() || alert.expires_on.has_value();
}

bool dates_in_order(const Alert& alert) {
  const auto not_before = [](const std::optional<Date>& first, const std::optional<Date>& then) {
    return !first || !then || *first <= *then;
  };
  return not_before(alert.listed_on, alert.review_on) && not_before(alert.listed_on, alert.expires_on) &&
         not_before(alert.review_on, alert.expires_on);
}

bool all_utf8(const std::vector<std::string>& texts) { return std::ranges::all_of(texts, is_valid_utf8); }

bool names_utf8(const Alert& alert) {
  return std::ranges::all_of(alert.names, [](const Alias& alias) {
    return is_valid_utf8(alias.name) && is_valid_utf8(alias.primary) && is_valid_utf8(alias.secondary);
  });
}

bool documents_utf8(const Alert& alert) {
  return std::ranges::all_of(alert.documents, [](const ListedDocument& document) {
    return is_valid_utf8(document.type) && is_valid_utf8(document.number) && is_valid_utf8(document.issuer) &&
           is_valid_utf8(document.note);
  });
}

bool is_utf8(const Alert& alert) {
  return all_utf8({alert.source, alert.source_id, alert.category, alert.owner, alert.legal_basis,
                   alert.remarks}) &&
         all_utf8(alert.nationalities) && all_utf8(alert.birth_places) && all_utf8(alert.addresses) &&
         all_utf8(alert.warnings) && all_utf8(alert.linked_to) && names_utf8(alert) && documents_utf8(alert);
}

}  // namespace

Done check(const Alert& alert) {
  const auto refuse = [](std::string_view reason) { return fail(ErrorKind::malformed, reason); };
  if (alert.source.empty() || alert.source_id.empty()) return refuse("alert_without_source");
  if (alert.category.empty()) return refuse("alert_without_category");
  if (alert.owner.empty()) return refuse("alert_without_owner");
  if (alert.legal_basis.empty()) return refuse("alert_without_legal_basis");
  if (!has_identifier(alert)) return refuse("alert_without_identifier");
  if (!has_review(alert)) return refuse("alert_without_review");
  if (!dates_in_order(alert)) return refuse("alert_dates_disordered");
  if (!is_utf8(alert)) return refuse("alert_not_utf8");
  return {};
}

Digest digest_of(const Alert& alert) { return sha256(canonical_json(to_json(alert))); }

}  // namespace cardea::watchlist
