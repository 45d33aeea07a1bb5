#include "contract.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "cardea/kernel/text.hpp"

namespace cardea::test {
namespace {

using valijson::adapters::BoostJsonAdapter;

json::value scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return json::value(text);
  if (text == "true" || text == "false") return json::value(text == "true");
  if (text == "null") return json::value(nullptr);
  std::int64_t number = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end ? json::value(number) : json::value(text);
}

json::value to_json(const YAML::Node& node) {
  if (node.IsMap()) {
    json::object object;
    for (const auto& member : node) object[member.first.Scalar()] = to_json(member.second);
    return object;
  }
  if (node.IsSequence()) {
    json::array array;
    for (const auto& item : node) array.push_back(to_json(item));
    return array;
  }
  return node.IsScalar() ? scalar(node) : json::value(nullptr);
}

constexpr std::string_view kSampleId = "019ab000-0000-7000-8000-000000000000";
constexpr std::string_view kSampleInstant = "2026-11-23T12:00:00.000000Z";

/// What a schema of this name stands for, where its pattern could not be turned into a value.
std::string_view sample_of(std::string_view schema_name) {
  if (schema_name == "Uuid") return kSampleId;
  if (schema_name == "Instant") return kSampleInstant;
  if (schema_name == "Date" || schema_name == "PartialDate") return kSampleInstant.substr(0, 10);
  return {};
}

std::string upper(std::string_view method) { return to_ascii_upper(method); }

}  // namespace

struct Contract::State {
  json::object document;
  std::map<std::string, json::object> operations;
  std::map<std::string, json::object> responses;  ///< by operation: status or "default" to response object
  std::set<std::string> seen;

  const json::object& follow(const json::object& object) const {
    const auto* reference = object.if_contains("$ref");
    if (!reference) return object;
    const json::value* at = nullptr;
    const json::object* inside = &document;
    for (const std::string_view step : split(std::string_view(reference->as_string()).substr(2), '/')) {
      at = &inside->at(step);
      inside = at->if_object();
    }
    return at->as_object();
  }

  /// A value that keeps the schema; its `example` when it has one.
  json::value sample(const json::object& schema) const {
    if (const auto* reference = schema.if_contains("$ref")) {
      const std::string_view path = reference->as_string();
      const auto known = sample_of(path.substr(path.rfind('/') + 1));
      return known.empty() ? sample(follow(schema)) : json::value(known);
    }
    if (const auto* example = schema.if_contains("example")) return *example;
    if (const auto* words = schema.if_contains("enum")) return words->as_array().at(0);
    if (const auto* all = schema.if_contains("allOf")) return sample(all->as_array().at(0).as_object());
    const auto* type = schema.if_contains("type");
    const std::string_view word = type && type->is_string() ? std::string_view(type->as_string()) : "string";
    if (word == "object") return sample_object(schema);
    if (word == "array") return sample_array(schema);
    if (word == "boolean") return true;
    if (word == "integer" || word == "number") return schema.contains("minimum") ? schema.at("minimum") : 1;
    return "sample";
  }

  json::value sample_object(const json::object& schema) const {
    json::object object;
    const auto* required = schema.if_contains("required");
    if (!required) return object;
    for (const auto& member : required->as_array()) {
      const auto& properties = schema.at("properties").as_object();
      object[member.as_string()] = sample(properties.at(member.as_string()).as_object());
    }
    return object;
  }

  json::value sample_array(const json::object& schema) const {
    json::array array;
    const auto* least = schema.if_contains("minItems");
    for (std::int64_t i = least ? least->as_int64() : 0; i > 0; --i) {
      array.push_back(sample(schema.at("items").as_object()));
    }
    return array;
  }

  std::string validate(const json::value& schema, const json::value& value) const {
    const json::value root =
        json::object{{"allOf", json::array{schema}}, {"components", document.at("components")}};
    valijson::Schema compiled;
    valijson::SchemaParser parser;
    parser.populateSchema(BoostJsonAdapter(root), compiled);
    valijson::ValidationResults results;
    if (valijson::Validator().validate(compiled, BoostJsonAdapter(value), &results)) return {};
    valijson::ValidationResults::Error error;
    std::string text;
    while (results.popError(error)) {
      for (const auto& step : error.context) text += step;
      text += ": " + error.description + "\n";
    }
    return text;
  }
};

Contract::Contract() : state_{std::make_unique<State>()} {
  state_->document = to_json(YAML::LoadFile(CARDEA_SOURCE_DIR "/api/openapi.yaml")).as_object();
  for (const auto& path : state_->document.at("paths").as_object()) {
    for (const auto& operation : path.value().as_object()) {
      state_->operations[upper(operation.key()) + " " + std::string(path.key())] =
          operation.value().as_object();
      state_->responses[upper(operation.key()) + " " + std::string(path.key())] =
          operation.value().as_object().at("responses").as_object();
    }
  }
}
Contract::~Contract() = default;

std::set<std::string> Contract::operations() const {
  std::set<std::string> all;
  for (const auto& [operation, responses] : state_->responses) all.insert(operation);
  return all;
}

std::set<std::string> Contract::answers() const {
  std::set<std::string> all;
  for (const auto& [operation, responses] : state_->responses) {
    for (const auto& response : responses) {
      if (response.key() != "default") all.insert(operation + " " + std::string(response.key()));
    }
  }
  return all;
}

std::set<std::string> Contract::answers_with(int status) const {
  std::set<std::string> all;
  for (const auto& [operation, responses] : state_->responses) {
    if (responses.contains(std::to_string(status))) all.insert(operation);
  }
  return all;
}

std::string Contract::action_of(const std::string& operation) const {
  const auto* action = state_->operations.at(operation).if_contains("x-action");
  return action && action->is_string() ? std::string(action->as_string()) : std::string();
}

std::string Contract::sample_body(const std::string& operation) const {
  const auto* taken = state_->operations.at(operation).if_contains("requestBody");
  if (!taken) return {};
  const auto& content = state_->follow(taken->as_object()).at("content").as_object();
  const auto* json_body = content.if_contains("application/json");
  if (!json_body) return "sample";
  return json::serialize(state_->sample(json_body->as_object().at("schema").as_object()));
}

std::string Contract::sample_target(const std::string& operation) const {
  std::string target = operation.substr(operation.find(' ') + 1);
  std::string query;
  const auto* parameters = state_->operations.at(operation).if_contains("parameters");
  for (const auto& each : parameters ? parameters->as_array() : json::array()) {
    const json::object& parameter = state_->follow(each.as_object());
    const std::string name(parameter.at("name").as_string());
    const auto& schema = parameter.contains("example") ? parameter : parameter.at("schema").as_object();
    const json::value value = state_->sample(schema);
    const std::string text = value.is_string() ? std::string(value.as_string()) : json::serialize(value);
    const auto hole = target.find("{" + name + "}");
    if (hole != std::string::npos) target.replace(hole, name.size() + 2, text);
    const auto* required = parameter.if_contains("required");
    if (parameter.at("in") == "query" && required && required->as_bool()) {
      query.append(query.empty() ? "?" : "&").append(name).append("=").append(text);
    }
  }
  return target + query;
}

std::string Contract::judge(const std::string& operation, const Answer& answer) {
  const std::string status = std::to_string(answer.status);
  state_->seen.insert(operation + " " + status);
  const auto found = state_->responses.find(operation);
  if (found == state_->responses.end()) return "no such operation: " + operation;
  const json::value* response = found->second.if_contains(status);
  if (!response) response = found->second.if_contains("default");
  if (!response) return operation + " does not answer " + status;
  const json::object& described = state_->follow(response->as_object());
  const auto* content = described.if_contains("content");
  if (!content) return answer.body.empty() ? "" : operation + " " + status + " has no body";
  const std::string type(trim(split(answer.header("content-type"), ';').front()));
  const auto* media = content->as_object().if_contains(type);
  if (!media)
    return operation + " " + status + " does not answer " + type + ": " + answer.body.substr(0, 300);
  if (!type.ends_with("json")) return {};
  const std::string wrong = state_->validate(media->at("schema"), answer.json());
  return wrong.empty() ? wrong : operation + " " + status + "\n" + wrong + answer.body.substr(0, 2000);
}

std::set<std::string> Contract::not_seen() const {
  const auto all = answers();
  std::set<std::string> left;
  std::set_difference(all.begin(), all.end(), state_->seen.begin(), state_->seen.end(),
                      std::inserter(left, left.end()));
  return left;
}

}  // namespace cardea::test
