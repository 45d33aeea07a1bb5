#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "cardea/kernel/clock.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/id.hpp"
#include "cardea/ports/crypto.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/sql/sqlite.hpp"
#include "cardea/sql/store.hpp"

namespace cardea::sql::testing {

/// A folder that is gone with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cardea-store-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string file(std::string_view name) const { return path_ + "/" + std::string{name}; }

 private:
  std::string path_;
};

/// Salts that differ and repeat from run to run.
class CountingRandom final : public ports::RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) byte = static_cast<std::uint8_t>(next_.fetch_add(1));
  }

 private:
  std::atomic<std::uint32_t> next_{1};
};

inline constexpr Instant kStart{1'900'000'000'000'000};

template <class IdType>
[[nodiscard]] IdType numbered(std::uint32_t number) {
  IdBytes bytes{0x01, 0x92, 0, 0, 0, 0, 0x70, 0, 0x80};
  for (std::size_t i = 0; i < 4; ++i) bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return IdType{bytes};
}

inline const OfficerId kOfficer = numbered<OfficerId>(7);
inline const NodeId kNode = numbered<NodeId>(1);

template <class Payload>
[[nodiscard]] journal::Draft draft(std::string type, std::string subject, const Payload& payload) {
  return {.type = std::move(type),
          .subject = std::move(subject),
          .purpose = "border_control",
          .actor = {.officer = to_text(kOfficer), .agency = "immigration", .unit = "North Gate"},
          .payload = to_json(payload).as_object()};
}

[[nodiscard]] inline journal::Draft node_created() {
  return draft("node.created", to_text(kNode),
               ports::NodeCreated{.node_id = kNode,
                                  .post = "North Gate",
                                  .state = "UTO",
                                  .agency = "immigration",
                                  .time_zone = "Europe/Lisbon",
                                  .lanes = {"1", "2"},
                                  .public_key = "00ff"});
}

[[nodiscard]] inline journal::Draft officer_enrolled(std::uint32_t number, std::string user_name) {
  const auto id = numbered<OfficerId>(number);
  return draft(
      "officer.enrolled", to_text(id),
      ports::OfficerEnrolled{
          .officer_id = id, .user_name = std::move(user_name), .display_name = "O", .roles = {"officer"}});
}

[[nodiscard]] inline ports::AssessmentRecord assessment(std::string verdict = "nothing_found") {
  return {.checks = {{.name = crossings::CheckName::watchlist,
                      .state = crossings::CheckState::clear,
                      .reason = {},
                      .source = "lists",
                      .took_us = 12,
                      .age_s = {}}},
          .verdict = std::move(verdict),
          .admit_allowed = true,
          .blocked_by = {},
          .needs_reason = {},
          .refusal_grounds = {}};
}

/// Inspection number n: of traveller n with document n, alone in passage n.
[[nodiscard]] inline ports::InspectionOpened opened(std::uint32_t n) {
  return {.inspection_id = numbered<FormalityId>(n),
          .passage_id = numbered<PassageId>(n),
          .crossing_id = numbered<CrossingId>(n),
          .post = "North Gate",
          .lane = "1",
          .direction = "entry",
          .mrz = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
          .typed_by_hand = false,
          .reading = {{"format", "TD3"}, {"valid", true}},
          .document = {.document_id = numbered<DocumentId>(n),
                       .format = "TD3",
                       .code = "P",
                       .issuer = "UTO",
                       .number = "L" + std::to_string(n),
                       .expires_on = PartialDate::of(*Date::create(2031, 4, 15))},
          .traveller = {.traveller_id = numbered<TravellerId>(n),
                        .primary_identifier = "ERIKSSON",
                        .secondary_identifier = "ANNA MARIA",
                        .birth_dates = {PartialDate::of(*Date::create(1974, 8, 12))},
                        .sex = "female",
                        .nationality = "UTO"},
          .hits = {{.source = "own",
                    .source_id = "17",
                    .matched_name = "ERIKSON",
                    .category = "person",
                    .action = "refer",
                    .score = 12.5,
                    .percent = 71,
                    .stage = 2,
                    .terms = {{"token", "spelling", "ERIKSSON", "ERIKSON", 12.5}},
                    .fields = {}}},
          .stay = ports::StayRecord{.rule = "short_stay_90_180",
                                    .limit = 90,
                                    .window = 180,
                                    .used = 3,
                                    .left = 87,
                                    .last_day = Date::create(2030, 6, 1),
                                    .open_since = {},
                                    .overstayed = 0},
          .assessment = assessment("compare"),
          .versions = {.lists = {"own@1"}, .weights = "w1", .rules = "r1", .mode = "standard"},
          .on = *Date::create(2030, 3, 17)};
}

[[nodiscard]] inline std::vector<journal::Draft> inspection(std::uint32_t n) {
  const auto record = opened(n);
  return {draft("passage.opened", to_text(record.passage_id),
                ports::PassageOpened{.passage_id = record.passage_id,
                                     .mode = "pedestrian",
                                     .post = "North Gate",
                                     .lane = "1",
                                     .direction = "entry"}),
          draft("inspection.opened", to_text(record.inspection_id), record)};
}

[[nodiscard]] inline journal::Draft decided(std::uint32_t n, std::string outcome = "admit") {
  const auto id = numbered<FormalityId>(n);
  return draft("inspection.decided", to_text(id),
               ports::InspectionDecided{.inspection_id = id,
                                        .outcome = std::move(outcome),
                                        .reasons = {"nothing_found"},
                                        .note = {},
                                        .purpose = "tourism",
                                        .days_granted = 30,
                                        .on = *Date::create(2030, 3, 17)});
}

[[nodiscard]] inline journal::Draft compared(std::uint32_t n, std::string result) {
  const auto id = numbered<FormalityId>(n);
  return draft("inspection.compared", to_text(id),
               ports::InspectionCompared{.inspection_id = id,
                                         .source = "own",
                                         .source_id = "17",
                                         .result = std::move(result),
                                         .note = "another birth year",
                                         .assessment = assessment()});
}

[[nodiscard]] inline journal::Draft voided(std::uint32_t n) {
  const auto id = numbered<FormalityId>(n);
  return draft("inspection.voided", to_text(id),
               ports::InspectionVoided{.inspection_id = id, .reason = "taken_back"});
}

[[nodiscard]] inline journal::Draft list_imported(std::string version,
                                                  std::vector<ports::QuarantinedRow> bad = {}) {
  return draft("list.imported", "own",
               ports::ListImported{.source = "own",
                                   .version = std::move(version),
                                   .digest = "ab",
                                   .alerts = 1,
                                   .added = 1,
                                   .changed = 0,
                                   .withdrawn = 0,
                                   .quarantined = std::move(bad)});
}

[[nodiscard]] inline journal::Draft alert(std::string type, std::string source_id, std::string digest) {
  return draft(std::move(type), source_id,
               ports::AlertRecorded{
                   .source = "own", .source_id = source_id, .digest = digest, .alert = {{"id", source_id}}});
}

[[nodiscard]] inline journal::Draft alert_withdrawn(std::string source_id) {
  return draft("alert.withdrawn", source_id, ports::AlertWithdrawn{.source = "own", .source_id = source_id});
}

/// Work that drafts what it is given, whatever the state.
[[nodiscard]] inline ports::Work drafting(std::vector<journal::Draft> drafts) {
  return [drafts = std::move(drafts)](const ports::Records&) -> Result<ports::Outcome> {
    return ports::Outcome{.drafts = drafts, .mark = {}, .service = {}};
  };
}

}  // namespace cardea::sql::testing
