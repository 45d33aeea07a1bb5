#pragma once

#include "cardea/ports/organisation_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlOrganisationRecords final : public ports::OrganisationRecords {
 public:
  explicit SqlOrganisationRecords(const Reading& reading) : reading_{reading} {}

  Result<std::vector<ports::UnitRow>> units() const override;
  Result<std::optional<ports::UnitRow>> find_unit(std::string_view path) const override;
  Result<std::optional<ports::UnitRow>> own_unit() const override;

  Result<std::vector<ports::GrantRow>> grants() const override;
  Result<std::vector<ports::GrantRow>> grants_of(OfficerId officer) const override;
  Result<std::optional<ports::GrantRow>> find_grant(GrantId id) const override;

  Result<std::vector<ports::BreakGlassRow>> emergencies(int limit) const override;
  Result<std::vector<ports::BreakGlassRow>> emergencies_of(OfficerId officer) const override;
  Result<std::optional<ports::BreakGlassRow>> find_emergency(GrantId id) const override;

  Result<std::vector<ports::WorkstationRow>> workstations() const override;
  Result<std::optional<ports::WorkstationRow>> find_workstation(WorkstationId id) const override;
  Result<std::optional<ports::WorkstationRow>> workstation_with_code(const Digest& code,
                                                                     Instant now) const override;
  Result<std::optional<ports::WorkstationRow>> workstation_with_token(const Digest& token) const override;

  Result<std::optional<ports::ClientCertificateRow>> find_client_certificate(
      std::string_view sha256) const override;
  Result<std::vector<ports::ClientCertificateRow>> client_certificates_of(OfficerId officer) const override;
  Result<std::optional<ports::SecondFactorRow>> second_factor(OfficerId officer) const override;
  Result<std::vector<OfficerId>> with_second_factor() const override;
  Result<std::optional<ports::FailuresRow>> failures(OfficerId key) const override;
  Result<std::vector<SessionId>> sessions_of(OfficerId officer) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
