#pragma once

#include <string>
#include <string_view>

#include "cardea/kernel/json.hpp"
#include "cardea/kernel/result.hpp"
#include "cardea/screening/screener.hpp"

namespace cardea::screening {

/// One line of `cardea screen`: a query and the caller's own name for it.
struct CommandQuery {
  std::string id;
  Query query;
};

/// Reads `{id, names[], birth_date, sex, nationality, documents[]}`. Only `names` or `documents` must be
/// there, one of them not empty. `birth_date` may be partial (`1974`, `1974-08`, `1974-XX-12`); `nationality`
/// is a text or a list of texts; a document is its number or `{number, issuer}`; `sex` is `female`, `male`,
/// `F`, `M`, `X`, `unspecified` or empty; `truncated` is a bool. null stands for absent. `id` may be a
/// number.
///
/// Fails, all `malformed`, with the field in the detail, never its value: `json_unknown_field`,
/// `json_wrong_type`, `query_without_name_or_document`, `birth_date_invalid`, `sex_invalid`,
/// `query_too_large` (more than 32 names, nationalities or documents, or a text longer than 4,096 bytes).
[[nodiscard]] Result<CommandQuery> parse_command_query(const json::object& line);

/// `{id, threshold, capped, hits: [{alert, source, name, category, action, score, percent, stage, terms,
/// fields}]}`: `alert` is the entry of the list, `score` in bits and equal to the sum of the terms' `bits`.
[[nodiscard]] json::object to_command_json(std::string_view id, const SearchResult& result);

}  // namespace cardea::screening
