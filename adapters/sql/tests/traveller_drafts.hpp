#pragma once

#include "cardea/ports/travellers_entries.hpp"
#include "support.hpp"

namespace cardea::sql::testing {

/// One of each entry that fills a table about travellers: inspection 1 is decided, so that its stay is open.
[[nodiscard]] inline std::vector<journal::Draft> traveller_drafts() {
  const auto traveller = numbered<TravellerId>(1);
  const auto other = numbered<TravellerId>(2);
  const auto permit = numbered<PermitId>(1);
  const Date from = *Date::create(2030, 3, 1);
  const Date to = *Date::create(2030, 8, 31);
  const ports::LikenessRecord likeness{"similar", "same", "same", "same", "unknown", "similar"};
  return {
      draft("identity.link_proposed", "pair",
            ports::LinkProposed{traveller, other, "yellow", likeness, numbered<FormalityId>(2)}),
      draft("identity.link_judged", "pair", ports::LinkJudged{traveller, other, "white", "compared"}),
      draft("permit.recorded", to_text(permit),
            ports::PermitRecorded{permit,
                                  "short_stay_visa",
                                  "V-1",
                                  "UTO",
                                  "L1",
                                  "ERIKSSON ANNA MARIA",
                                  traveller,
                                  from,
                                  to,
                                  30,
                                  2,
                                  {"UTO"},
                                  ""}),
      draft("permit.ended", to_text(permit), ports::PermitEnded{permit, to, "revoked"}),
      draft("stay.adjusted", to_text(traveller),
            ports::StayAdjusted{traveller, "extension", from, to, "illness"}),
      draft("stay.deemed_exit", to_text(traveller),
            ports::StayDeemedExit{traveller, numbered<CrossingId>(1), to, "RWA", "E-1"}),
      draft("traveller.classed", to_text(traveller), ports::TravellerClassed{traveller, "transit", "onward"}),
  };
}

}  // namespace cardea::sql::testing
