#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/kernel/date.hpp"

namespace cardea::crossings {

/// Two posts, in either order.
struct TravelTime {
  std::string from;  ///< name of a post
  std::string to;
  int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(TravelTime, (), (from, to, minutes))

/// The shortest times in which a person gets from one post to another: who is faster shows a document that
/// somebody else showed before.
struct TravelTimes {
  std::string id;
  std::string edition;
  std::string legal_source;
  Date valid_from;
  std::optional<Date> valid_to;
  int minutes_between_posts = 0;  ///< of pairs not named
  std::vector<TravelTime> pairs;
};
BOOST_DESCRIBE_STRUCT(TravelTimes, (),
                      (id, edition, legal_source, valid_from, valid_to, minutes_between_posts, pairs))

/// Where and when a document was shown.
struct Shown {
  std::string_view post;
  Instant at;
};

/// Never for one post: there the same person may turn round at once.
[[nodiscard]] bool too_fast(const TravelTimes& times, const Shown& before, const Shown& now);

}  // namespace cardea::crossings
