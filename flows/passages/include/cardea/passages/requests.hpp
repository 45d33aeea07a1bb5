#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "cardea/crossings/direction.hpp"

// What officers ask of a passage. These are the bodies of the REST API: http reads them with the codec.

namespace cardea::passages {

struct VehicleInput {
  std::string plate;                 ///< as read
  std::optional<std::string> state;  ///< of registration, alpha-3
  std::optional<std::string> make;
  std::optional<std::string> colour;
  std::optional<std::string> trailer_plate;
};
BOOST_DESCRIBE_STRUCT(VehicleInput, (), (plate, state, make, colour, trailer_plate))

struct OpenPassage {
  std::string kind;  ///< of conveyances::kPassageKinds, `pedestrian` too
  crossings::Direction direction = crossings::Direction::entry;
  std::optional<std::string> lane;  ///< the caller's lane when absent
  std::optional<int> head_count;
  std::optional<VehicleInput> vehicle;
};
BOOST_DESCRIBE_STRUCT(OpenPassage, (), (kind, direction, lane, head_count, vehicle))

/// The whole new description: what is absent is not stated any more.
struct DescribePassage {
  std::optional<int> head_count;
  std::optional<VehicleInput> vehicle;
};
BOOST_DESCRIBE_STRUCT(DescribePassage, (), (head_count, vehicle))

/// What a person is in the passage; the whole new state.
struct NoteOccupant {
  std::string role;
  std::optional<std::string> relation;
  std::optional<bool> taken_off;
  std::optional<std::int64_t> manifest_line;  ///< the officer says which line this is
  std::optional<std::string> explanation;     ///< why the person is not on the manifest
};
BOOST_DESCRIBE_STRUCT(NoteOccupant, (), (role, relation, taken_off, manifest_line, explanation))

/// Why a line of the manifest was not seen, or stays unread.
struct ExplainLine {
  std::string reason;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ExplainLine, (), (reason, note))

struct ReleasePassage {
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ReleasePassage, (), (note))

}  // namespace cardea::passages
