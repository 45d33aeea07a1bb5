#include "collector.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"
#include "script.hpp"

namespace cardea::lists {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// One byte in sixteen that is no UTF-8 is an encoding, not a slip.
bool is_mostly_utf8(std::string_view text) {
  std::size_t bad = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view at = rest;
    if (take_code_point(rest)) continue;
    rest = at.substr(1);
    ++bad;
  }
  return bad * 16 <= text.size();
}

}  // namespace

void Collector::take(watchlist::Alert alert, std::int64_t line, std::string_view raw) {
  alert.source = list_.source;
  if (const Done kept = watchlist::check(alert); !kept) return reject(line, kept.error().reason, raw);
  if (!numbers_.insert(alert.source_id).second) return reject(line, "duplicate_entry", raw);
  list_.alerts.push_back(std::move(alert));
}

void Collector::reject_in(std::string_view file, std::int64_t line, std::string_view reason,
                          std::string_view raw) {
  list_.quarantined.push_back(watchlist::quarantine(file, line, reason, raw));
}

Result<ParsedList> Collector::finish(std::string version) {
  if (list_.alerts.empty() && list_.quarantined.empty()) return fail(ErrorKind::malformed, "list_empty");
  if (list_.alerts.empty()) return fail(ErrorKind::malformed, "list_wrong_format", "no entry could be taken");
  list_.version = std::move(version);
  return std::move(list_);
}

Done check_is_text(std::string_view text) {
  if (trim(without_bom(text)).empty()) return fail(ErrorKind::malformed, "list_empty");
  if (text.find('\0') != std::string_view::npos)
    return fail(ErrorKind::malformed, "list_not_text", "NUL bytes");
  if (!is_mostly_utf8(text)) return fail(ErrorKind::malformed, "list_not_text", "not UTF-8");
  return {};
}

std::string_view without_bom(std::string_view text) {
  return text.starts_with(kBom) ? text.substr(kBom.size()) : text;
}

std::string squeeze(std::string_view text) {
  std::string squeezed;
  for (const char c : trim(text)) {
    if (!is_ascii_space(c)) {
      squeezed += c;
    } else if (squeezed.back() != ' ') {
      squeezed += ' ';
    }
  }
  return squeezed;
}

void add_once(std::vector<std::string>& texts, std::string text) {
  if (text.empty() || std::ranges::find(texts, text) != texts.end()) return;
  texts.push_back(std::move(text));
}

void add_name(watchlist::Alert& alert, watchlist::Alias alias) {
  if (alias.name.empty()) return;
  if (std::ranges::find(alert.names, alias.name, &watchlist::Alias::name) != alert.names.end()) return;
  if (alias.script.empty()) alias.script = script_of(alias.name);
  alert.names.push_back(std::move(alias));
}

void add_birth(watchlist::Alert& alert, const watchlist::BirthDate& born) {
  if (std::ranges::find(alert.birth_dates, born) == alert.birth_dates.end())
    alert.birth_dates.push_back(born);
}

void add_remark(watchlist::Alert& alert, std::string_view remark) {
  if (remark.empty()) return;
  if (!alert.remarks.empty()) alert.remarks += "; ";
  alert.remarks += remark;
}

std::string join_known(std::initializer_list<std::string_view> pieces) {
  std::string joined;
  for (const auto piece : pieces) {
    if (piece.empty()) continue;
    if (!joined.empty()) joined += ", ";
    joined += piece;
  }
  return joined;
}

}  // namespace cardea::lists
