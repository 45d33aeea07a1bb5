#include "cardea/screening/command.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"

namespace cardea::screening {

namespace {

constexpr std::size_t kEntriesMax = 32;
constexpr std::size_t kTextMax = 4'096;
constexpr std::array<std::string_view, 8> kFields{"id",          "names",     "birth_date", "sex",
                                                  "nationality", "documents", "truncated",  "nationalities"};

Failure bad(std::string_view reason, std::string_view field) {
  return fail(ErrorKind::malformed, reason, std::string(field));
}

Result<std::string> read_text(const json::value& value, std::string_view field) {
  if (!value.is_string()) {
    return bad("json_wrong_type", field);
  }
  if (value.as_string().size() > kTextMax) {
    return bad("query_too_large", field);
  }
  return std::string(value.as_string());
}

/// A text or a list of texts; null and absence are an empty list.
Result<std::vector<std::string>> read_texts(const json::object& line, std::string_view field) {
  std::vector<std::string> texts;
  const json::value* value = line.if_contains(field);
  if (value == nullptr || value->is_null()) {
    return texts;
  }
  const json::array one{*value};
  const json::array& all = value->is_array() ? value->as_array() : one;
  if (all.size() > kEntriesMax) {
    return bad("query_too_large", field);
  }
  for (const json::value& entry : all) {
    auto text = read_text(entry, field);
    if (!text) {
      return pass_on(text);
    }
    if (!trim(*text).empty()) {
      texts.push_back(std::move(*text));
    }
  }
  return texts;
}

Result<QueryDocument> read_document(const json::value& value) {
  if (!value.is_object()) {
    auto number = read_text(value, "documents");
    return number ? Result<QueryDocument>(QueryDocument{std::move(*number), {}}) : pass_on(number);
  }
  QueryDocument document;
  for (const auto& [key, entry] : value.as_object()) {
    if (key != "number" && key != "issuer") {
      return bad("json_unknown_field", "documents/" + std::string(key));
    }
    if (entry.is_null()) {
      continue;
    }
    auto text = read_text(entry, "documents");
    if (!text) {
      return pass_on(text);
    }
    (key == "number" ? document.number : document.issuer) = std::move(*text);
  }
  return document;
}

Done read_documents(const json::object& line, Query& query) {
  const json::value* value = line.if_contains("documents");
  if (value == nullptr || value->is_null()) {
    return {};
  }
  if (!value->is_array()) {
    return bad("json_wrong_type", "documents");
  }
  if (value->as_array().size() > kEntriesMax) {
    return bad("query_too_large", "documents");
  }
  for (const json::value& entry : value->as_array()) {
    auto document = read_document(entry);
    if (!document) {
      return pass_on(document);
    }
    if (!trim(document->number).empty()) {
      query.documents.push_back(std::move(*document));
    }
  }
  return {};
}

/// One optional text; empty when absent.
Result<std::string> read_one(const json::object& line, std::string_view field) {
  const json::value* value = line.if_contains(field);
  return value == nullptr || value->is_null() ? Result<std::string>(std::string{}) : read_text(*value, field);
}

Done read_birth_date(const json::object& line, Query& query) {
  const auto text = read_one(line, "birth_date");
  if (!text) {
    return pass_on(text);
  }
  if (trim(*text).empty()) {
    return {};
  }
  query.birth_date = parse_partial_date(trim(*text));
  return query.birth_date ? Done{} : Done(bad("birth_date_invalid", "birth_date"));
}

Done read_sex(const json::object& line, Query& query) {
  const auto text = read_one(line, "sex");
  if (!text) {
    return pass_on(text);
  }
  const std::string word = to_ascii_lower(trim(*text));
  if (word == "f" || word == "female") {
    query.sex = "female";
  } else if (word == "m" || word == "male") {
    query.sex = "male";
  } else if (!word.empty() && word != "x" && word != "unspecified" && word != "<") {
    return bad("sex_invalid", "sex");
  }
  return {};
}

Done read_truncated(const json::object& line, Query& query) {
  const json::value* value = line.if_contains("truncated");
  if (value != nullptr && !value->is_null()) {
    if (!value->is_bool()) {
      return bad("json_wrong_type", "truncated");
    }
    query.truncated = value->as_bool();
  }
  return {};
}

Result<std::string> read_id(const json::object& line) {
  const json::value* value = line.if_contains("id");
  if (value != nullptr && (value->is_int64() || value->is_uint64())) {
    return json::serialize(*value);
  }
  return read_one(line, "id");
}

Done check_fields(const json::object& line) {
  for (const auto& [key, value] : line) {
    if (std::ranges::find(kFields, std::string_view(key)) == kFields.end()) {
      return bad("json_unknown_field", key);
    }
  }
  return {};
}

Done read_names(const json::object& line, Query& query) {
  auto names = read_texts(line, "names");
  if (!names) {
    return pass_on(names);
  }
  query.names = std::move(*names);
  for (const std::string_view field : {"nationality", "nationalities"}) {
    auto states = read_texts(line, field);
    if (!states) {
      return pass_on(states);
    }
    query.nationalities.insert(query.nationalities.end(), states->begin(), states->end());
  }
  return {};
}

json::object term_json(const Term& term) {
  json::object out{{"name", term.name}, {"detail", term.detail}};
  if (!term.query.empty()) {
    out["query"] = term.query;
  }
  if (!term.record.empty()) {
    out["record"] = term.record;
  }
  out["bits"] = term.bits;
  return out;
}

json::object field_json(const FieldEvidence& field) {
  return {{"field", field.field},
          {"traveller", field.traveller},
          {"record", field.record},
          {"relation", field.relation}};
}

json::object hit_json(const Hit& hit) {
  json::array terms;
  for (const Term& term : hit.terms) {
    terms.push_back(term_json(term));
  }
  json::array fields;
  for (const FieldEvidence& field : hit.fields) {
    fields.push_back(field_json(field));
  }
  return {{"alert", hit.source_id},     {"source", hit.source}, {"name", hit.matched_name},
          {"category", hit.category},   {"action", hit.action}, {"score", hit.score},
          {"percent", hit.percent},     {"stage", hit.stage},   {"terms", std::move(terms)},
          {"fields", std::move(fields)}};
}

}  // namespace

Result<CommandQuery> parse_command_query(const json::object& line) {
  CommandQuery out;
  if (const auto known = check_fields(line); !known) {
    return pass_on(known);
  }
  auto id = read_id(line);
  if (!id) {
    return pass_on(id);
  }
  out.id = std::move(*id);
  for (const auto read : {read_names, read_documents, read_birth_date, read_sex, read_truncated}) {
    if (const auto done = read(line, out.query); !done) {
      return pass_on(done);
    }
  }
  if (out.query.names.empty() && out.query.documents.empty()) {
    return bad("query_without_name_or_document", "names");
  }
  return out;
}

json::object to_command_json(std::string_view id, const SearchResult& result) {
  json::array hits;
  for (const Hit& hit : result.hits) {
    hits.push_back(hit_json(hit));
  }
  return {{"id", id}, {"threshold", result.threshold}, {"capped", result.capped}, {"hits", std::move(hits)}};
}

}  // namespace cardea::screening
