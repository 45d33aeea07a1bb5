#pragma once

#include "cardea/ports/passages_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlPassageRecords final : public ports::PassageRecords {
 public:
  explicit SqlPassageRecords(const Reading& reading) : reading_{reading} {}

  Result<std::optional<ports::PassageRow>> find(PassageId id) const override;
  Result<std::vector<ports::PassageRow>> list(bool open_only, std::string_view lane,
                                              int limit) const override;
  Result<std::vector<ports::OccupantRow>> occupants(PassageId id) const override;
  Result<std::optional<ports::ManifestRow>> manifest(PassageId id) const override;
  Result<std::vector<ports::KeptManifest>> manifests_before(Instant released,
                                                            Instant attached) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
