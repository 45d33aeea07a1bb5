// Whatever is parsed has one canonical form, which parses to the same; and whatever the codec reads it writes
// so that it reads the same again.

#include <cstdint>

#include "cardea/kernel/check.hpp"
#include "cardea/kernel/codec.hpp"

namespace {

using namespace cardea;

struct Inner {
  Date on;
  std::optional<std::string> label;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (on, label))

struct Sample {
  std::optional<Id<struct SampleTag>> id;
  std::optional<PartialDate> born;
  std::optional<Instant> at;
  std::optional<std::vector<Inner>> list;
  std::optional<std::map<std::string, std::int32_t>> counts;
  std::optional<double> ratio;
  std::optional<bool> flag;
  std::optional<json::value> any;
};
BOOST_DESCRIBE_STRUCT(Sample, (), (id, born, at, list, counts, ratio, flag, any))

void check_canonical_form(const json::value& value) {
  const std::string canonical = canonical_json(value);
  const auto again = parse_json(canonical, JsonLimits{32, std::size_t{1} << 30});
  CARDEA_ASSERT(again.has_value());
  CARDEA_ASSERT(canonical_json(*again) == canonical);
}

void check_codec(const json::value& value) {
  const auto sample = from_json<Sample>(value);
  if (!sample) return;
  const std::string text = write_json(*sample);
  const auto again = read_json<Sample>(text);
  CARDEA_ASSERT(again.has_value());
  CARDEA_ASSERT(write_json(*again) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = parse_json(text_of({data, size}));
  if (!value) return 0;
  check_canonical_form(*value);
  check_codec(*value);
  return 0;
}
