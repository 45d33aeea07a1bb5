// The manifest: read, searched in the lists, recorded.
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/hash.hpp"
#include "cardea/watchlist/hits.hpp"
#include "common.hpp"

namespace cardea::passages {
namespace {

// Whoever is inspected is searched again in full: here a few hits say enough.
constexpr int kHitsMax = 5;

screening::Query query_of(const ports::ExpectedRecord& person) {
  screening::Query query;
  query.names.push_back(person.surname + "<<" + person.given_names);
  if (person.birth_date) query.birth_date = PartialDate::of(*person.birth_date);
  if (person.sex != "unspecified") query.sex = person.sex;
  if (!person.nationality.empty()) query.nationalities.push_back(person.nationality);
  if (!person.document_number.empty())
    query.documents.push_back({person.document_number, person.issuing_state});
  return query;
}

std::vector<ports::ExpectedHit> hits_of(const screening::Screener& screener,
                                        const ports::ExpectedRecord& person) {
  screening::SearchOptions options;
  options.hits_max = kHitsMax;
  std::vector<ports::ExpectedHit> hits;
  for (screening::Hit& hit : screener.search(query_of(person), options).hits) {
    if (hit.stage < watchlist::kHitStage) continue;
    hits.push_back({std::move(hit.source), std::move(hit.source_id), std::move(hit.matched_name),
                    std::move(hit.category), std::move(hit.action), hit.stage, hit.percent});
  }
  return hits;
}

void search_lines(const ports::ScreeningIndex& index, ports::ManifestAttached& attached) {
  const auto snapshot = index.current();
  if (snapshot == nullptr || snapshot->screener == nullptr) return;
  attached.lists = snapshot->lists;
  for (ports::ManifestLine& line : attached.lines) line.hits = hits_of(*snapshot->screener, line.person);
}

ports::ExpectedRecord record_of(const conveyances::ExpectedPerson& person) {
  return {person.line,          person.surname,     person.given_names,   person.birth_date,
          person.sex,           person.nationality, person.document_type, person.document_number,
          person.issuing_state, person.role};
}

ports::ManifestAttached attached_of(PassageId id, const std::string& file_name, std::string_view text,
                                    conveyances::ParsedManifest parsed) {
  ports::ManifestAttached attached{id, file_name, to_hex(sha256(text)), {}, {}, {}};
  for (const conveyances::ExpectedPerson& person : parsed.persons)
    attached.lines.push_back({record_of(person), {}});
  for (conveyances::UnreadLine& line : parsed.unread) {
    attached.quarantined.push_back({file_name, line.line, std::move(line.reason), std::move(line.raw)});
  }
  return attached;
}

}  // namespace

Result<PassageView> Passages::attach_manifest(const ports::Caller& caller, PassageId id,
                                              const std::string& file_name, std::string_view text) const {
  const Done allowed = may(caller, access::Action::inspect).and_then([&] {
    return ports::check_officer_text(file_name, kWordBytesMax);
  });
  if (!allowed) return pass_on(allowed);
  auto parsed = parts_.read_manifest(text);
  if (!parsed) return pass_on(parsed);
  auto attached = attached_of(id, file_name, text, *std::move(parsed));
  search_lines(parts_.index, attached);
  return perform(parts_, caller, id, {}, [&](const Scene& scene) -> Result<Drafts> {
    if (scene.manifest && scene.manifest->attached.digest == attached.digest) return Drafts{};
    return Drafts{
        draft_of(caller, scene.node, journal::EntryType::passage_manifest_attached, to_text(id), attached)};
  });
}

}  // namespace cardea::passages
