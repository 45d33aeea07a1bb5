// What may be told of a person, put together from every area. Alerts are not looked at.
#include "cardea/accountability/export.hpp"

#include <algorithm>
#include <set>

#include "cardea/ports/accountability_records.hpp"
#include "cardea/ports/cases_records.hpp"
#include "data_subjects.hpp"

namespace cardea::accountability {
namespace {

using ports::Records;

std::string document_text(const std::string& issuer, const std::string& number) {
  return issuer + " " + number;
}

Result<std::vector<ExportedCrossing>> crossings_of(const Records& records, TravellerId id) {
  const auto visits = records.accountability().file_visits_of(id);
  if (!visits) return pass_on(visits);
  std::vector<ExportedCrossing> crossings;
  for (const auto& visit : *visits) {
    const auto row = records.find_inspection(visit.inspection_id);
    if (!row) return pass_on(row);
    if (!row->has_value()) continue;
    const auto& opened = (*row)->opened;
    ExportedCrossing crossing{visit.on,
                              opened.post,
                              opened.direction,
                              "none",
                              document_text(opened.document.issuer, opened.document.number),
                              opened.mrz,
                              "",
                              {}};
    if (const auto& decision = (*row)->decision) {
      crossing.outcome = decision->outcome;
      crossing.purpose = decision->purpose;
      crossing.days_granted = decision->days_granted;
    }
    crossings.push_back(std::move(crossing));
  }
  return crossings;
}

Result<std::vector<ExportedRefusal>> refusals_of(const Records& records, CaseId id) {
  const auto rows = records.cases().refusals(id);
  if (!rows) return pass_on(rows);
  std::vector<ExportedRefusal> refusals;
  for (const auto& row : *rows) {
    // What no second person approved had no effect, and nobody was told of it.
    if (row.state != "in_force" && row.state != "annulled") continue;
    refusals.push_back(
        {row.proposed.number, row.proposed.grounds, row.proposed.facts, row.state == "annulled"});
  }
  return refusals;
}

Result<std::vector<ExportedCase>> cases_of(const DataSubjectParts& parts, TravellerId id) {
  const auto ids = parts.records.accountability().cases_of(id);
  if (!ids) return pass_on(ids);
  std::vector<ExportedCase> cases;
  for (const CaseId each : *ids) {
    const auto row = parts.records.cases().find(each);
    if (!row) return pass_on(row);
    if (!row->has_value()) continue;
    ExportedCase told{parts.clock.local_date((*row)->opened_at), (*row)->state, "", {}, "", "", {}, {}};
    if (const auto& decision = (*row)->decision) {
      told.outcome = decision->outcome;
      told.conditions = decision->conditions;
      told.handed_to = decision->handed_to;
    }
    if (const auto& interview = (*row)->interview) {
      told.interview_language = interview->language;
      told.answers = interview->answers;
    }
    auto refusals = refusals_of(parts.records, each);
    if (!refusals) return pass_on(refusals);
    told.refusals = *std::move(refusals);
    if (!told.refusals.empty() && told.outcome.empty()) told.outcome = "refuse";
    cases.push_back(std::move(told));
  }
  return cases;
}

Result<std::vector<ExportedPermit>> permits_of(const Records& records, TravellerId id) {
  const auto rows = records.travellers().permits(id);
  if (!rows) return pass_on(rows);
  std::vector<ExportedPermit> permits;
  for (const auto& row : *rows) {
    const auto& permit = row.permit;
    permits.push_back({permit.kind, permit.number,
                       document_text(permit.document_issuer, permit.document_number), permit.valid_from,
                       permit.valid_to, row.ended_on});
  }
  return permits;
}

Result<std::vector<ExportedStay>> stays_of(const Records& records, TravellerId id) {
  const auto rows = records.travellers().stays(id);
  if (!rows) return pass_on(rows);
  std::vector<ExportedStay> stays;
  for (const auto& row : *rows) stays.push_back({row.entered, row.last_day, row.left});
  return stays;
}

Result<std::vector<ExportedComparison>> comparisons_of(const DataSubjectParts& parts, TravellerId id) {
  std::vector<ExportedComparison> comparisons;
  for (const auto& source : parts.rules.told_hit_sources) {
    const auto rows = parts.records.accountability().compared_with(id, source);
    if (!rows) return pass_on(rows);
    for (const auto& row : *rows) {
      comparisons.push_back({row.source, row.result, parts.clock.local_date(row.at)});
    }
  }
  return comparisons;
}

Result<std::vector<ExportedCorrection>> corrections_of(const DataSubjectParts& parts, TravellerId id) {
  const auto rows = parts.records.accountability().corrections_of(id);
  if (!rows) return pass_on(rows);
  std::vector<ExportedCorrection> corrections;
  for (const auto& row : *rows) {
    const auto& made = row.correction;
    corrections.push_back(
        {made.field, made.old_value, made.new_value, made.reason, parts.clock.local_date(row.corrected_at)});
  }
  return corrections;
}

/// Fills a member from a Result; false when it failed.
template <class T>
Done take(Result<T> from, T& into) {
  if (!from) return pass_on(from);
  into = *std::move(from);
  return {};
}

Result<ExportedPerson> person_of(const DataSubjectParts& parts, TravellerId id) {
  const auto row = parts.records.travellers().find_traveller(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "traveller_unknown");
  const auto& traveller = (*row)->traveller;
  ExportedPerson person{traveller.primary_identifier,
                        traveller.secondary_identifier,
                        traveller.birth_dates,
                        traveller.sex,
                        traveller.nationality,
                        (*row)->stated_class,
                        parts.clock.local_date((*row)->first_seen),
                        parts.clock.local_date((*row)->last_seen),
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        {}};
  const auto& records = parts.records;
  const Done done = take(records.travellers().documents(id), person.documents)
                        .and_then([&] { return take(crossings_of(records, id), person.crossings); })
                        .and_then([&] { return take(stays_of(records, id), person.stays); })
                        .and_then([&] { return take(permits_of(records, id), person.permits); })
                        .and_then([&] { return take(cases_of(parts, id), person.cases); })
                        .and_then([&] { return take(comparisons_of(parts, id), person.comparisons); })
                        .and_then([&] { return take(corrections_of(parts, id), person.corrections); });
  if (!done) return pass_on(done);
  return person;
}

/// Who got data, as far as what is told shows it: reads of the log would show what must not be told.
Result<std::vector<ExportedRecipient>> recipients_of(const DataSubjectParts& parts,
                                                     const ports::NodeCreated& node,
                                                     const std::vector<TravellerId>& travellers,
                                                     const std::vector<ExportedPerson>& persons) {
  std::set<ExportedRecipient> recipients{{"border_authority", node.agency + ", " + node.post}};
  for (const auto& person : persons) {
    for (const auto& told : person.cases) {
      if (!told.handed_to.empty()) recipients.insert({told.handed_to, ""});
    }
  }
  for (const TravellerId id : travellers) {
    const auto exits = parts.records.travellers().deemed_exits(id);
    if (!exits) return pass_on(exits);
    for (const auto& exit : *exits) recipients.insert({"neighbour", exit.neighbour});
    const auto cases = parts.records.accountability().cases_of(id);
    if (!cases) return pass_on(cases);
    for (const CaseId each : *cases) {
      const auto refusals = parts.records.cases().refusals(each);
      if (!refusals) return pass_on(refusals);
      for (const auto& refusal : *refusals) {
        const auto& carrier = refusal.proposed.carrier;
        if (carrier.informed_at) recipients.insert({"carrier", carrier.name});
      }
    }
  }
  return std::vector<ExportedRecipient>(recipients.begin(), recipients.end());
}

ExportedRetention retention_of(const privacy::RetentionSchedule& schedule) {
  return {versioned_name(schedule),
          schedule.legal_source,
          {{"crossing", schedule.crossing.years, schedule.crossing.days},
           {"file", schedule.file.years, schedule.file.days},
           {"no_exit", schedule.no_exit.years, schedule.no_exit.days}}};
}

}  // namespace

std::int64_t records_in(const DataExport& made) {
  std::int64_t count = 0;
  for (const auto& person : made.persons) {
    count += 1 + std::ssize(person.documents) + std::ssize(person.crossings) + std::ssize(person.stays) +
             std::ssize(person.permits) + std::ssize(person.cases) + std::ssize(person.comparisons) +
             std::ssize(person.corrections);
  }
  return count;
}

Result<DataExport> export_of(const DataSubjectParts& parts, const ports::DataRequestRow& row,
                             const std::vector<TravellerId>& travellers) {
  const auto node = ports::made_node(parts.records);
  if (!node) return pass_on(node);
  const auto& asked = row.request;
  const auto* letter = privacy::find_letter(asked.language);
  if (letter == nullptr) return fail(ErrorKind::malformed, "unknown_language");
  std::vector<ExportedPerson> persons;
  for (const TravellerId id : travellers) {
    auto person = person_of(parts, id);
    if (!person) return pass_on(person);
    persons.push_back(*std::move(person));
  }
  auto recipients = recipients_of(parts, *node, travellers, persons);
  if (!recipients) return pass_on(recipients);
  return DataExport{std::string(kExportFormat),
                    asked.request_id,
                    asked.kind,
                    asked.requester,
                    asked.received_on,
                    parts.clock.local_date(parts.clock.now()),
                    node->post,
                    node->agency,
                    node->state,
                    asked.language,
                    std::move(persons),
                    parts.rules.purposes,
                    *std::move(recipients),
                    retention_of(parts.schedule),
                    text_in(*letter, "neutral")};
}

}  // namespace cardea::accountability
