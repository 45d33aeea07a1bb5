#include "cardea/documents/issuers.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "words.hpp"

namespace cardea::documents {
namespace {

constexpr std::size_t kLetters = 27;  // the filler and 26 letters
constexpr std::string_view kHeading = "code\tname\tkind";

// The place of a code in the index; nothing when it is not one to three letters, followed by fillers only.
std::optional<std::size_t> index_of(std::string_view code) {
  while (!code.empty() && code.back() == '<') code.remove_suffix(1);
  if (code.empty() || code.size() > 3) return std::nullopt;
  std::size_t index = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const bool inside = i < code.size();
    if (inside && !is_ascii_upper(code[i])) return std::nullopt;
    index = index * kLetters + (inside ? static_cast<std::size_t>(code[i] - 'A' + 1) : 0);
  }
  return index;
}

Failure malformed(std::size_t line) {
  return fail(ErrorKind::malformed, "issuer_codes_malformed", "line " + std::to_string(line));
}

std::optional<IssuerCode> parse_row(std::string_view row) {
  const auto cells = split(row, '\t');
  IssuerKind kind{};
  if (cells.size() != 3 || cells[1].empty() || !parse(cells[2], kind)) return std::nullopt;
  return IssuerCode{std::string(cells[0]), std::string(cells[1]), kind};
}

std::string_view without_carriage_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

bool parse(std::string_view word, IssuerKind& kind) { return parse_word<5>(word, kind); }

Result<IssuerCodes> IssuerCodes::parse(std::string_view tsv) {
  IssuerCodes codes;
  codes.index_.assign(kLetters * kLetters * kLetters, 0);
  bool heading_seen = false;
  std::size_t number = 0;
  for (const std::string_view ended : split(tsv, '\n')) {
    ++number;
    const std::string_view line = without_carriage_return(ended);
    if (line.empty() || line.front() == '#') continue;
    if (!heading_seen) {
      if (line != kHeading) return malformed(number);
      heading_seen = true;
      continue;
    }
    auto row = parse_row(line);
    const auto place = row ? index_of(row->code) : std::nullopt;
    if (!place || row->code.ends_with('<') || codes.index_[*place] != 0) return malformed(number);
    codes.codes_.push_back(std::move(*row));
    codes.index_[*place] = static_cast<std::uint16_t>(codes.codes_.size());
  }
  return heading_seen ? Result<IssuerCodes>(std::move(codes)) : malformed(number);
}

const IssuerCode* IssuerCodes::find(std::string_view code) const {
  const auto place = index_of(code);
  const std::uint16_t number = place && !index_.empty() ? index_[*place] : 0;
  return number == 0 ? nullptr : &codes_[number - 1u];
}

}  // namespace cardea::documents
