#include "cardea/procedures/procedure.hpp"

#include <algorithm>
#include <set>

#include "cardea/kernel/text.hpp"

namespace cardea::procedures {
namespace {

constexpr std::size_t kStepIdMax = 64;

Failure malformed(std::string_view reason, std::string detail = {}) {
  return fail(ErrorKind::malformed, reason, std::move(detail));
}

template <class Words>
bool among(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != std::ranges::end(words);
}

bool is_step_id(std::string_view id) {
  return !id.empty() && id.size() <= kStepIdMax &&
         std::ranges::all_of(id, [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '_'; });
}

/// There in the language it was written in, and in known languages only.
Done check_texts(const Texts& texts, const std::string& language, const std::string& place) {
  for (const auto& [each, text] : texts) {
    if (!among(kLanguages, each)) return malformed("procedure_language_unknown", each);
  }
  const auto own = texts.find(language);
  const bool there = own != texts.end() && !trim(own->second).empty();
  return there ? Done{} : Done{malformed("procedure_text_missing", place)};
}

Done check_bindings(const std::vector<Binding>& bindings) {
  if (bindings.empty()) return malformed("procedure_binding_unknown");
  for (const Binding& binding : bindings) {
    const bool known =
        binding.kind == BindingKind::task ? among(kTasks, binding.word) : !binding.word.empty();
    if (!known) return malformed("procedure_binding_unknown", binding.word);
  }
  return {};
}

Done check_step_list(const Procedure& procedure) {
  if (procedure.steps.empty()) return malformed("procedure_steps_invalid");
  std::set<std::string> ids;
  for (const Step& step : procedure.steps) {
    if (!is_step_id(step.id) || !ids.insert(step.id).second)
      return malformed("procedure_steps_invalid", step.id);
    if (const Done texts = check_texts(step.text, procedure.language, step.id); !texts) return texts;
  }
  return {};
}

bool has_begun(const VersionLife& life, const Moment& moment) {
  const bool approved = life.approved_at && *life.approved_at <= moment.at;
  const bool withdrawn_before = life.withdrawn && life.withdrawn->on < life.in_force_from;
  return approved && life.in_force_from <= moment.on && !withdrawn_before;
}

}  // namespace

bool parse(std::string_view word, BindingKind& kind) {
  const auto found = std::ranges::find(kBindingKindWords, word);
  if (found == kBindingKindWords.end()) return false;
  kind = static_cast<BindingKind>(found - kBindingKindWords.begin());
  return true;
}

Done check_procedure(const Procedure& procedure) {
  if (!among(kLanguages, procedure.language))
    return malformed("procedure_language_unknown", procedure.language);
  if (trim(procedure.legal_source).empty()) return malformed("procedure_source_missing");
  return check_texts(procedure.title, procedure.language, "title")
      .and_then([&] { return check_bindings(procedure.bindings); })
      .and_then([&] { return check_step_list(procedure); });
}

VersionState state_of(const VersionLife& one, const std::vector<VersionLife>& versions,
                      const Moment& moment) {
  if (one.withdrawn && one.withdrawn->at <= moment.at) return VersionState::withdrawn;
  if (!one.approved_at || moment.at < *one.approved_at) return VersionState::draft;
  const bool superseded = std::ranges::any_of(versions, [&](const VersionLife& other) {
    return other.version > one.version && has_begun(other, moment);
  });
  if (superseded) return VersionState::superseded;
  return has_begun(one, moment) ? VersionState::in_force : VersionState::approved;
}

std::optional<int> version_in_force(const std::vector<VersionLife>& versions, const Moment& moment) {
  for (const VersionLife& one : versions) {
    if (state_of(one, versions, moment) == VersionState::in_force) return one.version;
  }
  return std::nullopt;
}

Done check_steps(const std::vector<Step>& steps, const std::vector<std::string>& done,
                 const std::vector<Deviation>& deviations) {
  std::vector<std::string> said = done;
  for (const Deviation& deviation : deviations) {
    if (trim(deviation.reason).empty()) return malformed("deviation_needs_reason", deviation.step);
    said.push_back(deviation.step);
  }
  std::set<std::string> seen;
  for (const std::string& step : said) {
    if (std::ranges::find(steps, step, &Step::id) == steps.end()) return malformed("step_unknown");
    if (!seen.insert(step).second) return malformed("step_twice", step);
  }
  return {};
}

Coverage coverage_of(const std::vector<Step>& steps, const std::vector<std::string>& done,
                     const std::vector<Deviation>& deviations) {
  Coverage coverage;
  for (const Step& step : steps) {
    if (among(done, step.id)) continue;
    const bool explained = std::ranges::find(deviations, step.id, &Deviation::step) != deviations.end();
    if (explained) {
      coverage.deviating.push_back(step.id);
    } else if (step.required) {
      coverage.missing.push_back(step.id);
    }
  }
  return coverage;
}

bool is_bound(const Procedure& procedure, const std::vector<Binding>& work) {
  return std::ranges::any_of(procedure.bindings, [&](const Binding& binding) {
    return std::ranges::find(work, binding) != work.end();
  });
}

}  // namespace cardea::procedures
