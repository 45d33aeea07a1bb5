#include "own_columns.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "countries.hpp"
#include "dates.hpp"

namespace cardea::lists {
namespace {

using watchlist::Alert;
using watchlist::AliasQuality;
using watchlist::Craft;

constexpr std::string_view kFine = {};

/// Several values in one field stand between bars.
template <class Take>
std::string_view each_value(std::string_view field, Take take) {
  for (const auto value : split(field, '|')) {
    if (trim(value).empty()) continue;
    if (const std::string_view reason = take(trim(value)); !reason.empty()) return reason;
  }
  return kFine;
}

template <std::string Alert::* member>
std::string_view take_text(std::string_view field, Alert& alert) {
  alert.*member = trim(field);
  return kFine;
}

template <std::vector<std::string> Alert::* member>
std::string_view take_texts(std::string_view field, Alert& alert) {
  return each_value(field, [&alert](std::string_view value) {
    add_once(alert.*member, std::string(value));
    return kFine;
  });
}

template <std::optional<Date> Alert::* member>
std::string_view take_date(std::string_view field, Alert& alert) {
  if (trim(field).empty()) return kFine;
  alert.*member = parse_date(trim(field));
  return alert.*member ? kFine : "bad_date";
}

template <std::string Craft::* member>
std::string_view take_craft(std::string_view field, Alert& alert) {
  if (trim(field).empty()) return kFine;
  if (!alert.craft) alert.craft.emplace();
  (*alert.craft).*member = trim(field);
  return kFine;
}

/// `Primary, Secondary`, or a name that is not divided.
watchlist::Alias alias_of(std::string_view name, AliasQuality quality) {
  watchlist::Alias alias{std::string(name), {}, {}, {}, quality};
  const std::size_t comma = name.find(", ");
  if (comma == std::string_view::npos) return alias;
  alias.primary = trim(name.substr(0, comma));
  alias.secondary = trim(name.substr(comma + 2));
  return alias;
}

template <AliasQuality quality>
std::string_view take_names(std::string_view field, Alert& alert) {
  return each_value(field, [&alert](std::string_view value) {
    add_name(alert, alias_of(value, quality));
    return kFine;
  });
}

std::string_view take_kind(std::string_view field, Alert& alert) {
  return parse(trim(field), alert.kind) ? kFine : "unknown_kind";
}

std::string_view take_action(std::string_view field, Alert& alert) {
  return parse(trim(field), alert.action) ? kFine : "unknown_action";
}

std::string_view take_sex(std::string_view field, Alert& alert) {
  return trim(field).empty() || parse(trim(field), alert.sex) ? kFine : "unknown_sex";
}

std::string_view take_birth_dates(std::string_view field, Alert& alert) {
  return each_value(field, [&alert](std::string_view value) -> std::string_view {
    const auto born = parse_birth_date(value);
    if (!born) return "bad_birth_date";
    add_birth(alert, *born);
    return kFine;
  });
}

std::string_view take_nationalities(std::string_view field, Alert& alert) {
  return each_value(field, [&alert](std::string_view value) {
    add_once(alert.nationalities, alpha3_or_name(value));
    return kFine;
  });
}

/// `type:number` or `type:number:issuer`.
std::string_view take_documents(std::string_view field, Alert& alert) {
  return each_value(field, [&alert](std::string_view value) -> std::string_view {
    const auto parts = split(value, ':');
    if (parts.size() < 2 || parts.size() > 3 || trim(parts[0]).empty() || trim(parts[1]).empty())
      return "bad_document";
    const std::string_view issuer = parts.size() == 3 ? trim(parts[2]) : std::string_view{};
    alert.documents.push_back(
        {std::string(trim(parts[0])), std::string(trim(parts[1])), std::string(issuer), {}});
    return kFine;
  });
}

struct Column {
  std::string_view name;
  TakeField take;
};

constexpr std::array<Column, 31> kColumns = {{
    {"id", take_text<&Alert::source_id>},
    {"kind", take_kind},
    {"category", take_text<&Alert::category>},
    {"action", take_action},
    {"owner", take_text<&Alert::owner>},
    {"legal_basis", take_text<&Alert::legal_basis>},
    {"name", take_names<AliasQuality::primary>},
    {"aliases", take_names<AliasQuality::strong>},
    {"weak_aliases", take_names<AliasQuality::weak>},
    {"original_names", take_names<AliasQuality::original_script>},
    {"birth_dates", take_birth_dates},
    {"nationalities", take_nationalities},
    {"sex", take_sex},
    {"documents", take_documents},
    {"imo_number", take_craft<&Craft::imo_number>},
    {"mmsi", take_craft<&Craft::mmsi>},
    {"call_sign", take_craft<&Craft::call_sign>},
    {"flag", take_craft<&Craft::flag>},
    {"craft_type", take_craft<&Craft::type>},
    {"tail_number", take_craft<&Craft::tail_number>},
    {"serial_number", take_craft<&Craft::serial_number>},
    {"plate", take_craft<&Craft::plate>},
    {"vin", take_craft<&Craft::vin>},
    {"birth_places", take_texts<&Alert::birth_places>},
    {"addresses", take_texts<&Alert::addresses>},
    {"warnings", take_texts<&Alert::warnings>},
    {"linked_to", take_texts<&Alert::linked_to>},
    {"remarks", take_text<&Alert::remarks>},
    {"listed_on", take_date<&Alert::listed_on>},
    {"review_on", take_date<&Alert::review_on>},
    {"expires_on", take_date<&Alert::expires_on>},
}};

}  // namespace

TakeField find_own_column(std::string_view name) {
  const auto found = std::ranges::find(kColumns, name, &Column::name);
  return found == kColumns.end() || name.empty() ? nullptr : found->take;
}

bool is_required_own_column(std::string_view name) {
  const auto required = std::span(kColumns).first<kRequiredOwnColumns>();
  return std::ranges::find(required, name, &Column::name) != required.end();
}

}  // namespace cardea::lists
