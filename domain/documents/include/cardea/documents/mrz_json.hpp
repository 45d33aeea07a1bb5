#pragma once

#include "cardea/documents/mrz_writer.hpp"
#include "cardea/kernel/json.hpp"

namespace cardea::documents {

/// What `cardea mrz read` prints: format, valid, document_code, issuing_state, document_number, nationality,
/// birth_date, sex, expiry_date, optional_data, optional_data_2, primary_identifier, secondary_identifier,
/// findings[{reason, field, line, column}], proposals[{field, ground, substitutions[{line, column, from,
/// to}], agreeing[]}]; nothing else.
///
/// format is the standard's name ("TD3", "MRV-A"); dates are the best candidate as `YYYY-MM-DD`, unknown
/// parts `XX`; sex is F, M or X; a field that the layout has but that is empty is "", one that it lacks is
/// null. The French identity card names its bearer's nationality as FRA (it is issued to nationals only), its
/// two office codes as optional data.
[[nodiscard]] json::object to_command_json(const Reading& reading);

/// What `cardea mrz write` takes: the fields above, of which `valid`, `findings` and `proposals` are ignored,
/// and the national fields `administrative_code`, `pin_code`, `version_number`. Dates may be partial. A
/// personal number's or long number's digit is computed; an optional_data that begins with the rest and digit
/// of a long number, as read prints it, is understood.
///
/// Fails `malformed/json_missing_field` (format), `malformed/json_unknown_field`,
/// `malformed/json_wrong_type`, `malformed/json_bad_value`; the detail is the field's JSON pointer.
[[nodiscard]] Result<MrzContent> parse_command_json(const json::object& object);

}  // namespace cardea::documents
