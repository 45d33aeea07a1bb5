#pragma once

#include "cardea/ports/alerts_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlAlertRecords final : public ports::AlertRecords {
 public:
  explicit SqlAlertRecords(const Reading& reading) : reading_{reading} {}

  Result<std::vector<ports::OwnAlertRow>> own_alerts(int limit) const override;
  Result<std::optional<ports::OwnAlertRow>> find_own_alert(OwnAlertId id) const override;
  Result<std::vector<ports::OwnAlertRow>> own_alerts_in_force() const override;
  Result<std::optional<Instant>> own_alerts_changed_at() const override;
  Result<std::optional<std::string>> alert_digest(std::string_view source,
                                                  std::string_view source_id) const override;
  Result<std::optional<ports::Cleared>> cleared(TravellerId traveller, std::string_view source,
                                                std::string_view source_id,
                                                std::string_view digest) const override;
  Result<std::vector<ports::HitRow>> hits(int limit) const override;
  Result<std::optional<ports::HitRow>> find_hit(HitId id) const override;
  Result<ports::InspectionExtras> extras(FormalityId inspection) const override;
  Result<std::vector<ports::RecentInspection>> recent_inspections(Instant since, int limit) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
