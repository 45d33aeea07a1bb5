// What is due, and what stands against it.
#include "due_files.hpp"

#include <algorithm>
#include <map>

#include "cardea/access/two_person.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/people/name.hpp"

namespace cardea::accountability {
namespace {

using ports::FileVisitRow;

constexpr int kPage = 1000;
constexpr std::size_t kIdLength = 36;
constexpr std::string_view kOverstayRules[] = {"no_exit", "family_no_exit"};

std::vector<privacy::Visit> visits_of(std::span<const FileVisitRow> rows) {
  std::vector<privacy::Visit> visits;
  for (const auto& row : rows) visits.push_back({row.on, row.admitted, row.entry, row.authorised_until});
  return visits;
}

bool of_overstayer(const DueFile& file) {
  return std::ranges::find(kOverstayRules, file.newest.rule) != std::end(kOverstayRules);
}

/// What the ids of the due inspections belong to.
struct Owners {
  std::map<std::string, std::size_t, std::less<>> by_inspection;
  std::map<std::string, std::size_t, std::less<>> by_id;  ///< every id that another record could lean on
};

Owners owners_of(std::span<const DueFile> files) {
  Owners owners;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const auto& visit : files[i].visits) {
      owners.by_inspection[to_text(visit.inspection_id)] = i;
      owners.by_id[to_text(visit.inspection_id)] = i;
      owners.by_id[to_text(visit.crossing_id)] = i;
      if (files[i].view.whole_file) owners.by_id[to_text(visit.document_id)] = i;
    }
    if (files[i].view.whole_file) owners.by_id[to_text(files[i].view.traveller_id)] = i;
  }
  return owners;
}

/// Entries that go with the inspection they are about.
bool goes_with_inspection(std::string_view type) {
  using enum journal::EntryType;
  return type == name(inspection_opened) || type == name(inspection_compared) ||
         type == name(inspection_decided) || type == name(inspection_voided);
}

/// What somebody was in a passage goes as well, and counts no revision of the inspection.
bool says_place_in_passage(std::string_view type) {
  return type == name(journal::EntryType::passage_occupant_noted);
}

/// That an inspection met no alert is part of it; hits themselves are kept for their owners.
bool says_no_hits(const journal::Entry& entry) {
  return entry.type == name(journal::EntryType::hits_raised) &&
         entry.payload->find(R"("hits":[])") != std::string::npos;
}

/// The steps done beside an inspection are part of it.
bool says_steps(const journal::Entry& entry) {
  return entry.type == name(journal::EntryType::procedure_followed);
}

/// Entries that may name an erased inspection: the log of looks, and what is recorded about erasing.
bool may_name_erased(std::string_view type) {
  constexpr std::string_view kAreas[] = {"personal_data.", "retention.", "hold.",
                                         "data_subject.",  "erasure.",   "read."};
  return std::ranges::any_of(kAreas, [&](std::string_view area) { return type.starts_with(area); });
}

/// A correction stands beside the file and goes with the whole of it.
void take_correction(const journal::Entry& entry, const Owners& owners, std::vector<DueFile>& files) {
  const auto correction = read_json<ports::DataCorrected>(*entry.payload);
  if (!correction) return;
  const auto owner = owners.by_id.find(to_text(correction->traveller_id));
  if (owner != owners.by_id.end()) files[owner->second].entries.push_back(entry.sequence);
}

void block(DueFile& file, std::string_view reason) {
  auto& reasons = file.view.blocked_by;
  if (std::ranges::find(reasons, reason) == reasons.end()) reasons.emplace_back(reason);
}

/// Every id that stands as a text in the payload.
void block_mentioned(std::string_view payload, const Owners& owners, std::vector<DueFile>& files) {
  for (auto at = payload.find('"'); at != std::string_view::npos; at = payload.find('"', at + 1)) {
    if (at + kIdLength + 1 >= payload.size() || payload[at + kIdLength + 1] != '"') continue;
    const auto owner = owners.by_id.find(payload.substr(at + 1, kIdLength));
    if (owner != owners.by_id.end()) block(files[owner->second], "referenced_elsewhere");
  }
}

void take_entry(const journal::Entry& entry, const Owners& owners, std::vector<DueFile>& files) {
  if (!entry.payload) return;
  if (entry.type == name(journal::EntryType::data_subject_corrected)) {
    return take_correction(entry, owners, files);
  }
  if (may_name_erased(entry.type)) return;
  const auto owner = owners.by_inspection.find(entry.subject);
  if (goes_with_inspection(entry.type) || says_place_in_passage(entry.type) || says_no_hits(entry) ||
      says_steps(entry)) {
    if (owner == owners.by_inspection.end()) return;
    files[owner->second].entries.push_back(entry.sequence);
    files[owner->second].revisions += goes_with_inspection(entry.type) ? 1 : 0;
    return;
  }
  if (const auto about = owners.by_id.find(entry.subject); about != owners.by_id.end()) {
    block(files[about->second], "referenced_elsewhere");
  }
  block_mentioned(*entry.payload, owners, files);
}

Done read_journal(const ports::Records& records, std::vector<DueFile>& files) {
  const Owners owners = owners_of(files);
  std::int64_t after = 0;
  for (;;) {
    const auto page = records.entries_after(after, kPage);
    if (!page) return pass_on(page);
    for (const auto& entry : *page) take_entry(entry, owners, files);
    if (std::ssize(*page) < kPage) return {};
    after = page->back().sequence;
  }
}

bool protects(const ports::HoldRow& hold, Instant now) {
  if (hold.state == "in_force") return true;
  return hold.state == "proposed" && now.us <= plus_seconds(hold.proposed_at, access::kProposalSecondsMax).us;
}

Done block_held(const RetentionParts& parts, std::vector<DueFile>& files) {
  const auto& records = parts.records.accountability();
  const auto holds = records.holds();
  if (!holds) return pass_on(holds);
  const auto sought = records.sought();
  if (!sought) return pass_on(sought);
  const Instant now = parts.clock.now();
  for (auto& file : files) {
    const auto here = [&](const ports::HoldRow& hold) {
      return hold.traveller_id == file.view.traveller_id && protects(hold, now);
    };
    if (std::ranges::any_of(*holds, here)) block(file, "hold");
    if (std::ranges::find(*sought, file.view.traveller_id) != sought->end()) block(file, "alert");
  }
  return {};
}

Done block_without_notice(const RetentionParts& parts, Date today, std::vector<DueFile>& files) {
  const auto notices = parts.records.accountability().notices();
  if (!notices) return pass_on(notices);
  for (auto& file : files) {
    if (!of_overstayer(file)) continue;
    const auto found = std::ranges::find_if(*notices, [&](const ports::NoticeRow& notice) {
      return notice.traveller_id == file.view.traveller_id && notice.due_on == file.newest.on;
    });
    if (found == notices->end()) {
      block(file, "notice_missing");
      continue;
    }
    file.view.notice_on = parts.clock.local_date(found->given_at);
    if (days_between(*file.view.notice_on, today) < parts.schedule.notice_days) block(file, "notice_running");
  }
  return {};
}

std::vector<DueFile> by_person(std::span<const FileVisitRow> visits,
                               const privacy::RetentionSchedule& schedule, Date horizon) {
  std::vector<DueFile> files;
  for (std::size_t first = 0; first < visits.size();) {
    std::size_t end = first;
    while (end < visits.size() && visits[end].traveller_id == visits[first].traveller_id) ++end;
    auto file = due_file(visits.subspan(first, end - first), schedule, horizon);
    if (file) files.push_back(*std::move(file));
    first = end;
  }
  return files;
}

}  // namespace

std::optional<DueFile> due_file(std::span<const FileVisitRow> visits,
                                const privacy::RetentionSchedule& schedule, Date horizon) {
  const auto dues = privacy::due_on(visits_of(visits), false, schedule);
  std::size_t count = 0;
  while (count < visits.size() && dues[count].on <= horizon) ++count;
  if (count == 0) return std::nullopt;
  const auto& person = visits.front();
  const auto& newest = dues[count - 1];
  const auto name = people::full_name({person.primary_identifier, person.secondary_identifier, false});
  const auto due = visits.first(count);
  return DueFile{{person.traveller_id,
                  std::string(trim(name)),
                  dues.front().on,
                  newest.rule,
                  static_cast<std::int64_t>(count),
                  count == visits.size(),
                  {},
                  {}},
                 {due.begin(), due.end()},
                 newest,
                 {},
                 0};
}

Result<bool> is_held(const RetentionParts& parts, TravellerId traveller) {
  const auto holds = parts.records.accountability().holds();
  if (!holds) return pass_on(holds);
  const Instant now = parts.clock.now();
  return std::ranges::any_of(*holds, [&](const ports::HoldRow& hold) {
    return hold.traveller_id == traveller && protects(hold, now);
  });
}

ports::RetentionErased erasure_of(const RetentionParts& parts, const DueFile& file) {
  std::vector<FormalityId> inspections;
  for (const auto& visit : file.visits) inspections.push_back(visit.inspection_id);
  return {file.view.traveller_id,         std::move(inspections), file.entries,  file.view.whole_file,
          versioned_name(parts.schedule), file.newest.rule,       file.newest.on};
}

Done file_unchanged(const RetentionParts& parts, const ports::Records& now, const DueFile& file, Date today) {
  const auto visits = now.accountability().file_visits_of(file.view.traveller_id);
  if (!visits) return pass_on(visits);
  const auto again = due_file(*visits, parts.schedule, today);
  if (!again) return fail(ErrorKind::conflict, "file_changed_meanwhile");
  std::int64_t entries = 0;
  for (const auto& visit : again->visits) entries += visit.revision;
  const auto same = [](const auto& a, const auto& b) { return a.inspection_id == b.inspection_id; };
  const bool alike = std::ranges::equal(again->visits, file.visits, same) &&
                     again->view.whole_file == file.view.whole_file && entries == file.revisions;
  return alike ? Done{} : Done{fail(ErrorKind::conflict, "file_changed_meanwhile")};
}

Result<std::vector<DueFile>> due_files(const RetentionParts& parts, Date today, Date horizon) {
  const auto visits = parts.records.accountability().file_visits();
  if (!visits) return pass_on(visits);
  auto files = by_person(*visits, parts.schedule, horizon);
  if (files.empty()) return files;
  const Done judged = block_held(parts, files)
                          .and_then([&] { return block_without_notice(parts, today, files); })
                          .and_then([&] { return read_journal(parts.records, files); });
  if (!judged) return pass_on(judged);
  std::ranges::sort(files, {}, [](const DueFile& file) {
    return std::pair{file.view.due_on.days_since_1970(), to_text(file.view.traveller_id)};
  });
  return files;
}

}  // namespace cardea::accountability
