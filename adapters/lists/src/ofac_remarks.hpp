#pragma once

#include <string_view>

#include "cardea/watchlist/alert.hpp"

namespace cardea::lists {

/// Sorts OFAC's remarks, pieces separated by ";", into the fields of the alert: birth dates and places,
/// nationalities, sex, weak aliases in quotes, documents, numbers of craft, links. What has no field stays in
/// `remarks`.
void read_ofac_remarks(std::string_view remarks, watchlist::Alert& alert);

}  // namespace cardea::lists
