#include "cardea/kernel/codec.hpp"

#include <gtest/gtest.h>

namespace codec_test {

using namespace cardea;

// In a room of its own, so that the words are found where a room puts them.
enum class Colour : std::uint8_t { red, green, blue };

constexpr std::string_view name(Colour colour) {
  switch (colour) {
    case Colour::red:
      return "red";
    case Colour::green:
      return "green";
    case Colour::blue:
      return "blue";
  }
  __builtin_unreachable();
}

bool parse(std::string_view word, Colour& colour) {
  for (const Colour candidate : {Colour::red, Colour::green, Colour::blue}) {
    if (name(candidate) != word) continue;
    colour = candidate;
    return true;
  }
  return false;
}

using ThingId = Id<struct ThingTag>;

struct Part {
  Date on;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Part, (), (on, label))

/// One member of every kind; some have no default.
struct Thing {
  ThingId id;
  std::string name;
  std::optional<Part> part;
  Colour colour = Colour::red;
  std::vector<Part> parts;
  std::map<std::string, std::int64_t> counts;
  std::optional<PartialDate> born;
  Instant at;
  Digest digest{};
  json::object extra;
  bool flag = false;
  double ratio = 0;
  std::uint8_t small = 0;
};
BOOST_DESCRIBE_STRUCT(Thing, (),
                      (id, name, part, colour, parts, counts, born, at, digest, extra, flag, ratio, small))

/// Described in another order than declared.
struct Pair {
  Date first;
  Date second;
};
BOOST_DESCRIBE_STRUCT(Pair, (), (second, first))

struct Empty {};
BOOST_DESCRIBE_STRUCT(Empty, (), ())

/// A value type of one's own, written as one string.
struct Plate {
  std::string letters;
  friend bool operator==(const Plate&, const Plate&) = default;
};

}  // namespace codec_test

namespace cardea::codec {

template <>
struct TextForm<codec_test::Plate> {
  static std::string write(const codec_test::Plate& plate) { return plate.letters; }
  static std::optional<codec_test::Plate> read(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return codec_test::Plate{std::string(text)};
  }
  static void annotate(json::object& schema) { schema["minLength"] = 1; }
};

}  // namespace cardea::codec

namespace codec_test {
namespace {

constexpr std::string_view kWhole =
    R"({"id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f","name":"n","part":{"on":"2026-01-02","label":"l"},"colour":"blue",)"
    R"("parts":[{"on":"2026-01-03","label":""}],"counts":{"a":-1},"born":"1974-XX-12","at":"2026-01-02T03:04:05.000006Z",)"
    R"("digest":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","extra":{"x":[null]},"flag":true,)"
    R"("ratio":0.1,"small":255})";

/// The reason and the place of the error after `change` was made to a good document.
std::string error_after(std::string_view pointer, json::value instead) {
  json::value document = parse_json(kWhole).value();
  document.at_pointer(pointer) = std::move(instead);
  const auto thing = from_json<Thing>(document);
  return thing ? "accepted" : std::string(thing.error().reason) + " " + thing.error().detail;
}

TEST(Codec, ComesBackTheSame) {
  const auto thing = read_json<Thing>(kWhole);
  ASSERT_TRUE(thing) << thing.error().reason << thing.error().detail;
  EXPECT_EQ(write_json(*thing), kWhole);
}

TEST(Codec, ReadsTheValues) {
  const Thing thing = read_json<Thing>(kWhole).value();
  EXPECT_EQ(thing.colour, Colour::blue);
  EXPECT_EQ(thing.part->on, Date::create(2026, 1, 2));
  EXPECT_EQ(thing.counts.at("a"), -1);
  EXPECT_EQ(thing.small, 255);
}

TEST(Codec, LeavesOutWhatIsAbsent) {
  Thing thing = read_json<Thing>(kWhole).value();
  thing.part.reset();
  EXPECT_FALSE(to_json(thing).as_object().contains("part"));
}

TEST(Codec, ReadsAbsentAndNullAlike) {
  json::value document = parse_json(kWhole).value();
  document.as_object()["part"] = nullptr;
  document.as_object().erase("born");
  const auto thing = from_json<Thing>(document);
  ASSERT_TRUE(thing);
  EXPECT_FALSE(thing->part || thing->born);
}

TEST(Codec, PutsEachFieldIntoItsPlace) {
  const Pair pair = read_json<Pair>(R"({"first":"2026-01-01","second":"2026-12-31"})").value();
  EXPECT_EQ(pair.first, Date::create(2026, 1, 1));
  EXPECT_EQ(pair.second, Date::create(2026, 12, 31));
}

TEST(Codec, ReadsAStructWithoutFields) {
  EXPECT_TRUE(read_json<Empty>("{}"));
  EXPECT_FALSE(read_json<Empty>(R"({"a":1})"));
}

TEST(Codec, TakesATypeWithAFormOfItsOwn) {
  EXPECT_EQ(read_json<std::vector<Plate>>(R"(["AB 1"])"), (std::vector{Plate{"AB 1"}}));
  EXPECT_EQ(read_json<std::vector<Plate>>(R"(["AB 1",""])").error().detail, "/1");
  EXPECT_EQ(json_text(json_schema<Plate>().at("minLength")), "1");
}

TEST(Codec, NamesAMissingField) {
  const auto pair = read_json<Pair>(R"({"second":"2026-12-31"})");
  EXPECT_EQ(pair.error(), (Error{ErrorKind::malformed, "json_missing_field", "/first"}));
}

TEST(Codec, NamesAnUnknownField) {
  const auto pair = read_json<Pair>(R"({"first":"2026-01-01","second":"2026-12-31","a/b~c":1})");
  EXPECT_EQ(pair.error(), (Error{ErrorKind::malformed, "json_unknown_field", "/a~1b~0c"}));
}

TEST(Codec, NamesAFieldOfTheWrongType) {
  EXPECT_EQ(error_after("/name", 1), "json_wrong_type /name");
  EXPECT_EQ(error_after("/name", nullptr), "json_wrong_type /name");
  EXPECT_EQ(error_after("/flag", 1), "json_wrong_type /flag");
  EXPECT_EQ(error_after("/ratio", "0.1"), "json_wrong_type /ratio");
  EXPECT_EQ(error_after("/parts", json::object{}), "json_wrong_type /parts");
  EXPECT_EQ(error_after("/counts", json::array{}), "json_wrong_type /counts");
  EXPECT_EQ(error_after("/extra", json::array{}), "json_wrong_type /extra");
  EXPECT_EQ(error_after("/part", "x"), "json_wrong_type /part");
  EXPECT_EQ(error_after("/colour", 1), "json_wrong_type /colour");
  EXPECT_EQ(error_after("/small", 1.0), "json_wrong_type /small");
}

TEST(Codec, NamesANumberOutOfRange) {
  EXPECT_EQ(error_after("/small", 256), "json_out_of_range /small");
  EXPECT_EQ(error_after("/small", -1), "json_out_of_range /small");
  EXPECT_EQ(error_after("/counts/a", std::uint64_t{1} << 63), "json_out_of_range /counts/a");
}

TEST(Codec, NamesAValueThatIsNone) {
  EXPECT_EQ(error_after("/colour", "mauve"), "json_bad_value /colour");
  EXPECT_EQ(error_after("/id", "017f"), "json_bad_value /id");
  EXPECT_EQ(error_after("/at", "yesterday"), "json_bad_value /at");
  EXPECT_EQ(error_after("/born", "74"), "json_bad_value /born");
  EXPECT_EQ(error_after("/digest", "ba78"), "json_bad_value /digest");
}

TEST(Codec, NamesThePlaceDeepInside) {
  EXPECT_EQ(error_after("/parts/0/on", "2026-02-30"), "json_bad_value /parts/0/on");
  EXPECT_EQ(error_after("/part/on", 20260102), "json_wrong_type /part/on");
}

TEST(Codec, NeverTellsTheValue) {
  EXPECT_THAT(error_after("/colour", "secret"), testing::Not(testing::HasSubstr("secret")));
}

TEST(Codec, PassesOnWhatTheParserSays) { EXPECT_EQ(read_json<Pair>("{").error().reason, "json_invalid"); }

TEST(Schema, DescribesAStruct) {
  EXPECT_EQ(json_text(json_schema<Part>()),
            R"({"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":)"
            R"({"on":{"type":"string","format":"date"},"label":{"type":"string"}},"required":["on","label"],)"
            R"("additionalProperties":false})");
}

json::value property(std::string_view field) { return json_schema<Thing>().at("properties").at(field); }

TEST(Schema, ListsTheWordsOfAnEnumeration) {
  EXPECT_EQ(json_text(property("colour")), R"({"type":"string","enum":["red","green","blue"]})");
}

TEST(Schema, RequiresWhatIsNotOptional) {
  const auto required = json_text(json_schema<Thing>().at("required"));
  EXPECT_EQ(required,
            R"(["id","name","colour","parts","counts","at","digest","extra","flag","ratio","small"])");
}

TEST(Schema, NamesFormats) {
  EXPECT_EQ(property("id").at("format"), "uuid");
  EXPECT_EQ(property("at").at("format"), "date-time");
  EXPECT_EQ(property("part").at("properties").at("on").at("format"), "date");
}

TEST(Schema, BoundsIntegers) {
  EXPECT_EQ(json_text(property("small")), R"({"type":"integer","minimum":0,"maximum":255})");
  EXPECT_EQ(json_text(property("counts")), R"({"type":"object","additionalProperties":{"type":"integer"}})");
}

TEST(Schema, DescribesWhatAListHolds) { EXPECT_EQ(property("parts").at("items").at("type"), "object"); }

}  // namespace
}  // namespace codec_test
