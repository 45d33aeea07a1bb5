#pragma once

#include "cardea/ports/travellers_records.hpp"
#include "reading.hpp"

namespace cardea::sql {

class SqlTravellerRecords final : public ports::TravellerRecords {
 public:
  explicit SqlTravellerRecords(const Reading& reading) : reading_{reading} {}

  Result<std::optional<ports::TravellerRow>> find_traveller(TravellerId id) const override;
  Result<std::vector<ports::TravellerRow>> search(const ports::TravellerSearch& search,
                                                  int limit) const override;
  Result<std::vector<ports::TravelDocumentRow>> documents(TravellerId id) const override;
  Result<std::vector<ports::CandidateRow>> candidates(const ports::CandidateKeys& keys,
                                                      int limit) const override;
  Result<std::vector<ports::LinkRow>> links(TravellerId id) const override;
  Result<std::optional<ports::LinkRow>> find_link(TravellerId first, TravellerId second) const override;
  Result<std::vector<ports::LinkRow>> links_of_colour(std::string_view colour, int limit) const override;
  Result<bool> any_permit() const override;
  Result<std::optional<ports::PermitRow>> find_permit(PermitId id) const override;
  Result<std::vector<ports::PermitRow>> permits_of_document(std::string_view issuer,
                                                            std::string_view number) const override;
  Result<std::vector<ports::PermitRow>> permits(TravellerId id) const override;
  Result<std::vector<ports::StayRow>> stays(TravellerId id) const override;
  Result<std::vector<ports::StayAdjusted>> adjustments(TravellerId id) const override;
  Result<std::vector<ports::StayDeemedExit>> deemed_exits(TravellerId id) const override;
  Result<std::vector<ports::StayRow>> open_past(Date day, const ports::OverstayPlace& after,
                                                int limit) const override;

 private:
  const Reading& reading_;
};

}  // namespace cardea::sql
