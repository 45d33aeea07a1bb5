#pragma once

#include "cardea/ports/records.hpp"
#include "cardea/sql/driver.hpp"
#include "sql_areas.hpp"

namespace cardea::sql {

/// ports::Records on one connection: the reader's, or the writer's inside its transaction. The caller sees to
/// it that a transaction is open, so that calls of several statements see one state.
class SqlRecords final : public ports::Records {
 public:
  explicit SqlRecords(Connection& connection) : connection_{connection} {}

  Result<std::optional<ports::NodeCreated>> node() const override;
  Result<std::optional<ports::OfficerRow>> find_officer(OfficerId id) const override;
  Result<std::optional<ports::OfficerRow>> find_officer_named(std::string_view user_name) const override;
  Result<std::vector<ports::OfficerRow>> officers() const override;
  Result<std::optional<ports::SessionRow>> find_session(const Digest& token_digest) const override;
  Result<std::optional<Digest>> enrolment_code() const override;
  Result<std::optional<ports::InspectionRow>> find_inspection(FormalityId id) const override;
  Result<std::optional<TravellerId>> find_traveller(std::string_view issuer, std::string_view number,
                                                    std::string_view birth_date) const override;
  Result<std::vector<ports::CrossingRow>> history(TravellerId id, int limit) const override;
  Result<std::vector<ports::ListRow>> lists() const override;
  Result<std::vector<std::pair<std::string, std::string>>> alert_digests(
      std::string_view source) const override;
  Done for_each_alert(const std::function<bool(const json::object&)>& visit) const override;
  Result<std::optional<json::object>> find_alert(std::string_view source,
                                                 std::string_view source_id) const override;
  Result<std::vector<ports::QuarantinedRow>> quarantined(std::string_view source, std::int64_t after,
                                                         int limit) const override;
  Result<std::optional<ports::RequestRow>> find_request(std::string_view key,
                                                        OfficerId officer) const override;
  Result<journal::Head> journal_head() const override;
  Result<std::vector<journal::Entry>> entries_after(std::int64_t sequence, int limit) const override;

  const ports::RecordAreas& areas() const override { return areas_.view(); }

 private:
  Connection& connection_;
  ReadingOnConnection reading_{connection_};
  SqlAreas areas_{reading_};
};

}  // namespace cardea::sql
