#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "cardea/lists/importers.hpp"

namespace cardea::lists {

/// Gathers the entries of one list: keeps those that may be kept, quarantines the others.
class Collector {
 public:
  Collector(std::string source, std::string file) : file_{std::move(file)} {
    list_.source = std::move(source);
  }

  /// Takes an alert, or puts its row into quarantine: `duplicate_entry`, or the reason of watchlist::check.
  void take(watchlist::Alert alert, std::int64_t line, std::string_view raw);
  void reject(std::int64_t line, std::string_view reason, std::string_view raw) {
    reject_in(file_, line, reason, raw);
  }
  void reject_in(std::string_view file, std::int64_t line, std::string_view reason, std::string_view raw);

  /// Fails `list_empty` when nothing came at all, `list_wrong_format` when no entry could be taken: a list of
  /// nothing but bad rows must not replace a good one.
  [[nodiscard]] Result<ParsedList> finish(std::string version);

 private:
  std::string file_;
  ParsedList list_;
  std::set<std::string> numbers_;
};

/// Whether a text can be a list at all: `list_empty` (nothing but white space), `list_not_text`.
[[nodiscard]] Done check_is_text(std::string_view text);

/// Without a UTF-8 byte order mark.
[[nodiscard]] std::string_view without_bom(std::string_view text);

/// White space inside becomes one blank, none stays at the ends.
[[nodiscard]] std::string squeeze(std::string_view text);

/// Adds a text that is not empty and not there yet.
void add_once(std::vector<std::string>& texts, std::string text);

/// Adds a name with its script, unless the same name is there already or it is empty.
void add_name(watchlist::Alert& alert, watchlist::Alias alias);

/// Adds a birth date that is not there yet.
void add_birth(watchlist::Alert& alert, const watchlist::BirthDate& born);

/// Adds a sentence to the remarks, after "; ".
void add_remark(watchlist::Alert& alert, std::string_view remark);

/// Pieces that are not empty, with ", " between.
[[nodiscard]] std::string join_known(std::initializer_list<std::string_view> pieces);

}  // namespace cardea::lists
