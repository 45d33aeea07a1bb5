#include "common.hpp"

#include "cardea/kernel/text.hpp"
#include "cardea/ports/organisation_records.hpp"

namespace cardea::guidance {

Result<Names> Names::of(const ports::Records& records) {
  const auto officers = records.officers();
  if (!officers) return pass_on(officers);
  Names names;
  for (const auto& row : *officers) names.names_[to_text(row.officer.officer_id)] = row.officer.display_name;
  return names;
}

std::string Names::of_actor(const std::string& actor) const {
  const auto found = names_.find(actor);
  return found == names_.end() ? actor : found->second;
}

Done check_reason(std::string_view reason) {
  if (trim(reason).empty()) return fail(ErrorKind::malformed, "reason_required");
  return ports::check_officer_text(reason, kTextBytesMax);
}

Done check_all(const std::vector<std::string_view>& texts, std::size_t bytes_max) {
  for (const std::string_view text : texts) {
    if (const Done fits = ports::check_officer_text(text, bytes_max); !fits) return fits;
  }
  return {};
}

Done check_unit(const ports::Records& now, const std::string& path) {
  const auto unit = now.organisation().find_unit(path);
  if (!unit) return pass_on(unit);
  const bool there = unit->has_value() && !(*unit)->closed_at;
  return there ? Done{} : Done{fail(ErrorKind::not_found, "unit_unknown", path)};
}

Result<std::string> own_path(const ports::Records& records) {
  const auto own = records.organisation().own_unit();
  if (!own) return pass_on(own);
  return *own ? (*own)->unit.path : std::string();
}

}  // namespace cardea::guidance
