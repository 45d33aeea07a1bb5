#include "script.hpp"

#include <algorithm>
#include <array>

#include "cardea/kernel/text.hpp"

namespace cardea::lists {
namespace {

struct Block {
  char32_t first;
  char32_t last;
  std::string_view script;
};

constexpr std::array<Block, 23> kBlocks = {{
    {U'A', U'Z', "Latn"},     {U'a', U'z', "Latn"},     {0xC0, 0x24F, "Latn"},      {0x1E00, 0x1EFF, "Latn"},
    {0x370, 0x3FF, "Grek"},   {0x1F00, 0x1FFF, "Grek"}, {0x400, 0x52F, "Cyrl"},     {0x531, 0x58F, "Armn"},
    {0x591, 0x5F4, "Hebr"},   {0x620, 0x6D3, "Arab"},   {0x6D5, 0x77F, "Arab"},     {0xFB50, 0xFDFF, "Arab"},
    {0xFE70, 0xFEFC, "Arab"}, {0x900, 0x97F, "Deva"},   {0x980, 0x9FF, "Beng"},     {0xE00, 0xE7F, "Thai"},
    {0x1000, 0x109F, "Mymr"}, {0x10A0, 0x10FF, "Geor"}, {0x1200, 0x137F, "Ethi"},   {0x3041, 0x30FF, "Jpan"},
    {0xAC00, 0xD7A3, "Hang"}, {0x3400, 0x9FFF, "Hani"}, {0x20000, 0x2FA1F, "Hani"},
}};

}  // namespace

std::string script_of(std::string_view utf8) {
  std::array<std::size_t, kBlocks.size()> letters{};
  for (const char32_t c : to_code_points(utf8)) {
    const auto block =
        std::ranges::find_if(kBlocks, [c](const Block& b) { return c >= b.first && c <= b.last; });
    if (block == kBlocks.end()) continue;
    const auto of_script = std::ranges::find(kBlocks, block->script, &Block::script);
    ++letters[static_cast<std::size_t>(of_script - kBlocks.begin())];
  }
  const auto most = std::ranges::max_element(letters);
  if (*most == 0) return {};
  return std::string(kBlocks[static_cast<std::size_t>(most - letters.begin())].script);
}

}  // namespace cardea::lists
