#include "cardea/cases/evidence.hpp"

#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "common.hpp"

namespace cardea::casework {
namespace {

using access::Action;

// A name is shown and sent back in a header: no paths, no control characters, no quotes.
Done check_file_name(std::string_view name) {
  const auto bad = [](char c) {
    return c == '/' || c == '\\' || c == '"' || c == '\n' || c == '\r' || c == '\t';
  };
  const Done text = ports::check_officer_text(name, kWordBytesMax);
  if (!text || name.empty() || std::ranges::any_of(name, bad)) {
    return fail(ErrorKind::malformed, "file_name_invalid");
  }
  return {};
}

}  // namespace

Result<CaseView> Cases::add_evidence(const ports::Caller& caller, CaseId id, const std::string& file_name,
                                     const std::string& bytes) const {
  const Done allowed = may(caller, Action::handle_cases).and_then([&] { return check_file_name(file_name); });
  if (!allowed) return pass_on(allowed);
  if (bytes.empty()) return fail(ErrorKind::malformed, "evidence_empty");
  const std::string digest = to_hex(sha256(bytes));
  // The bytes are on disk before anything says that they are.
  if (const Done kept = parts_.evidence.keep(digest, bytes); !kept) return pass_on(kept);
  return perform(parts_, caller, id, {}, [&](const Scene& scene) -> Result<Drafts> {
    const Done may_be = cases::may_work(scene.facts, to_text(caller.officer_id));
    if (!may_be) return pass_on(may_be);
    const ports::CaseEvidenceAdded added{id,
                                         parts_.ids.make<EvidenceId>(),
                                         file_name,
                                         std::string(cases::media_type_of(bytes)),
                                         static_cast<std::int64_t>(bytes.size()),
                                         digest};
    return Drafts{draft_of(caller, scene.node, journal::EntryType::case_evidence_added, id, added)};
  });
}

Result<EvidenceFile> Cases::read_evidence(const ports::Caller& caller, CaseId id, EvidenceId evidence) const {
  const Done allowed = may(caller, Action::read_cases);
  if (!allowed) return pass_on(allowed);
  const auto rows = parts_.records.cases().evidence(id);
  if (!rows) return pass_on(rows);
  const auto found = std::ranges::find_if(
      *rows, [&](const ports::EvidenceRow& row) { return row.added.evidence_id == evidence; });
  if (found == rows->end()) return fail(ErrorKind::not_found, "evidence_unknown");
  const auto row = parts_.records.cases().find(id);
  if (!row) return pass_on(row);
  if (!*row) return fail(ErrorKind::not_found, "case_unknown");
  const Done recorded = record_access(parts_.recorder, caller,
                                      {"evidence", to_text(evidence), (*row)->traveller.traveller_id, 1});
  if (!recorded) return pass_on(recorded);
  auto bytes = parts_.evidence.read(found->added.sha256);
  if (!bytes) return pass_on(bytes);
  const std::string& type = found->added.media_type;
  return EvidenceFile{found->added.file_name, type, cases::may_preview(type), *std::move(bytes)};
}

}  // namespace cardea::casework
