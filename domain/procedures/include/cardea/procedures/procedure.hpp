#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::procedures {

/// What a procedure is shown beside, and may hold up.
enum class BindingKind : std::uint8_t {
  task,          ///< a word of kTasks
  lane,          ///< a lane of the post
  alert_action,  ///< what an alert asks for
};

/// The words, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> kBindingKindWords{"task", "lane", "alert_action"};

[[nodiscard]] constexpr std::string_view name(BindingKind kind) {
  return kBindingKindWords.at(static_cast<std::size_t>(kind));
}
[[nodiscard]] bool parse(std::string_view word, BindingKind& kind);

inline constexpr std::array<std::string_view, 5> kTasks{"first_line", "second_line", "refusal",
                                                        "hit_comparison", "vehicle"};

struct Binding {
  BindingKind kind = BindingKind::task;
  std::string word;
  friend bool operator==(const Binding&, const Binding&) = default;
};
BOOST_DESCRIBE_STRUCT(Binding, (), (kind, word))

/// One text in the languages of the service, by their two letters.
using Texts = std::map<std::string, std::string>;
inline constexpr std::array<std::string_view, 5> kLanguages{"ar", "en", "es", "fr", "pt"};

struct Step {
  std::string id;
  bool required = false;  ///< otherwise advised
  Texts text;
  std::string legal_source;
};
BOOST_DESCRIBE_STRUCT(Step, (), (id, required, text, legal_source))

/// What one version says.
struct Procedure {
  std::string language;  ///< the one it was written in; every text is there in it
  Texts title;
  std::vector<Binding> bindings;
  bool required_before_decision = false;  ///< the decision of that work waits for the required steps
  std::string legal_source;
  std::vector<Step> steps;
  Date in_force_from = Date::from_days(0);
};
BOOST_DESCRIBE_STRUCT(Procedure, (),
                      (language, title, bindings, required_before_decision, legal_source, steps,
                       in_force_from))

/// Whether it can be put before a second person. Fails `malformed/procedure_language_unknown`,
/// `malformed/procedure_text_missing` (detail: the step, or `title`), `malformed/procedure_binding_unknown`
/// (none, or a task that is none), `malformed/procedure_source_missing`, `malformed/procedure_steps_invalid`
/// (none, an id that is not a-z 0-9 _, or one that stands twice; detail: the id).
[[nodiscard]] Done check_procedure(const Procedure& procedure);

/// An instant with the date it falls on at the post.
struct Moment {
  Instant at;
  Date on;
};

/// The life of one version, as far as it is known.
struct VersionLife {
  int version = 1;
  Date in_force_from = Date::from_days(0);
  std::optional<Instant> approved_at = {};
  std::optional<Moment> withdrawn = {};
};

enum class VersionState : std::uint8_t { draft, approved, in_force, superseded, withdrawn };

inline constexpr std::array<std::string_view, 5> kVersionStateWords{"draft", "approved", "in_force",
                                                                    "superseded", "withdrawn"};

[[nodiscard]] constexpr std::string_view name(VersionState state) {
  return kVersionStateWords.at(static_cast<std::size_t>(state));
}

/// What `one`, which is among `versions` of the same procedure, was or will be at that moment.
[[nodiscard]] VersionState state_of(const VersionLife& one, const std::vector<VersionLife>& versions,
                                    const Moment& moment);
/// The number of the version in force, if any.
[[nodiscard]] std::optional<int> version_in_force(const std::vector<VersionLife>& versions,
                                                  const Moment& moment);

/// A step that was left out, and why.
struct Deviation {
  std::string step;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Deviation, (), (step, reason))

/// Whether what is said of the steps can be: each step of the version at most once, deviations with a reason.
/// Fails `malformed/step_unknown`, `malformed/step_twice`, `malformed/deviation_needs_reason` (detail: step).
[[nodiscard]] Done check_steps(const std::vector<Step>& steps, const std::vector<std::string>& done,
                               const std::vector<Deviation>& deviations);

struct Coverage {
  std::vector<std::string> missing;    ///< required, neither done nor explained
  std::vector<std::string> deviating;  ///< left out for a reason
};
[[nodiscard]] Coverage coverage_of(const std::vector<Step>& steps, const std::vector<std::string>& done,
                                   const std::vector<Deviation>& deviations);

/// Whether a procedure is shown beside work of these kinds.
[[nodiscard]] bool is_bound(const Procedure& procedure, const std::vector<Binding>& work);

}  // namespace cardea::procedures
