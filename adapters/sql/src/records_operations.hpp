#pragma once

#include "cardea/ports/operations_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlOperationsRecords final : public ports::OperationsRecords {
 public:
  explicit SqlOperationsRecords(const Reading& reading) : reading_{reading} {}

  Result<std::vector<ports::LaneRow>> lanes() const override;
  Result<std::optional<ports::LevelRow>> level() const override;
  Result<std::vector<ports::RelaxationRow>> relaxations(Instant at) const override;
  Result<std::vector<ports::DrillRow>> drills(int limit) const override;
  Result<std::optional<ports::DrillRow>> running_drill() const override;
  Result<std::vector<ports::DecidedRow>> decided(Date from, Date to, std::optional<CrossingId> after,
                                                 int limit) const override;
  Result<std::vector<ports::OpenRow>> open_inspections(int limit) const override;
  Result<std::vector<ports::OpenTravellerRow>> open_travellers(std::optional<TravellerId> traveller,
                                                               int limit) const override;
  Result<std::vector<ports::PaperRow>> paper_forms(int limit) const override;
  Result<std::vector<ports::PaperRow>> paper_batch(PaperBatchId id) const override;
  Result<std::optional<ports::PaperRow>> find_paper(std::string_view number) const override;
  Result<std::int64_t> count_paper() const override;
  Result<std::vector<FormalityId>> from_paper(TravellerId id) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
