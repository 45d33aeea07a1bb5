# Script of cardea_embed: writes FILE as a constant byte array behind a function.
file(READ "${INPUT}" hex HEX)
string(LENGTH "${hex}" length)
math(EXPR size "${length} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "((0x[0-9a-f][0-9a-f],){24})" "\\1\n" bytes "${bytes}")
string(REGEX MATCH "^(.*)::([^:]+)$" unused "${SYMBOL}")
set(namespace "${CMAKE_MATCH_1}")
set(name "${CMAKE_MATCH_2}")
file(WRITE "${OUTPUT}" "#include <string_view>
namespace {
constexpr unsigned char kBytes[] = {
${bytes}0x00};
}
namespace ${namespace} {
std::string_view ${name}();
std::string_view ${name}() { return {reinterpret_cast<const char*>(kBytes), ${size}}; }
}
")
