#include <algorithm>
#include <unordered_map>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "countries.hpp"
#include "csv.hpp"
#include "ofac_remarks.hpp"

namespace cardea::lists {
namespace {

using watchlist::Alert;
using watchlist::AliasQuality;
using watchlist::Craft;
using watchlist::SubjectKind;

constexpr char kEndOfFileMark = '\x1A';
constexpr std::size_t kRowsBetweenReports = 1024;

/// One of the four files, and how many columns its rows have.
struct OfacFile {
  std::string_view name;
  std::string_view text;
  std::size_t columns;
};

/// OFAC writes `-0-` where there is nothing.
std::string_view value_of(std::string_view field) {
  field = trim(field);
  return field == "-0-" ? std::string_view{} : field;
}

/// The files come from a system that ends them with a control Z.
std::string_view without_end_mark(std::string_view text) {
  while (text.ends_with(kEndOfFileMark)) text.remove_suffix(1);
  return text;
}

std::optional<SubjectKind> kind_of(std::string_view type) {
  if (type.empty()) return SubjectKind::organisation;
  if (type == "individual") return SubjectKind::person;
  if (type == "vessel") return SubjectKind::vessel;
  if (type == "aircraft") return SubjectKind::aircraft;
  return std::nullopt;
}

/// `SDGT] [IFSR` is the programmes SDGT and IFSR.
std::string programmes_of(std::string_view field) {
  std::string programmes{field};
  for (std::size_t at = programmes.find("] ["); at != std::string::npos; at = programmes.find("] [", at)) {
    programmes.replace(at, 3, ", ");
  }
  return programmes;
}

/// People are listed as "LAST, First"; others have whole names.
watchlist::Alias alias_of(std::string_view name, SubjectKind kind, AliasQuality quality) {
  watchlist::Alias alias{std::string(name), {}, {}, {}, quality};
  const std::size_t comma = name.find(", ");
  if (kind != SubjectKind::person || comma == std::string_view::npos) return alias;
  alias.primary = trim(name.substr(0, comma));
  alias.secondary = trim(name.substr(comma + 2));
  return alias;
}

std::optional<Craft> craft_of(const std::vector<std::string>& fields, SubjectKind kind) {
  if (kind != SubjectKind::vessel && kind != SubjectKind::aircraft) return std::nullopt;
  Craft craft;
  craft.call_sign = value_of(fields[5]);
  craft.type = value_of(fields[6]);
  craft.flag = alpha3_or_name(value_of(fields[9]));
  if (kind == SubjectKind::aircraft) craft.tail_number = value_of(fields[1]);
  return craft;
}

void add_labelled(Alert& alert, std::string_view label, std::string_view value) {
  if (!value.empty()) add_remark(alert, std::string(label) + ": " + std::string(value));
}

/// An entry of SDN.CSV that its other files still add to.
struct Draft {
  Alert alert;
  std::string remarks;
  std::int64_t line = 0;
  std::string_view raw;
};

class OfacReader {
 public:
  OfacReader(const OfacFiles& files, const Progress& progress)
      : sdn_{"sdn.csv", without_end_mark(without_bom(files.sdn)), 12},
        alt_{"alt.csv", without_end_mark(without_bom(files.alt)), 5},
        add_{"add.csv", without_end_mark(without_bom(files.add)), 6},
        comments_{"sdn_comments.csv", without_end_mark(without_bom(files.comments)), 2},
        progress_{progress},
        total_{sdn_.text.size() + alt_.text.size() + add_.text.size() + comments_.text.size()} {}

  Result<ParsedList> run() {
    if (const Done text = check_is_text(sdn_.text); !text) return pass_on(text);
    const auto files = {std::pair{&sdn_, &OfacReader::take_entry}, std::pair{&alt_, &OfacReader::take_alias},
                        std::pair{&add_, &OfacReader::take_address},
                        std::pair{&comments_, &OfacReader::take_comment}};
    for (const auto& [file, take] : files) {
      if (const Done read = read_file(*file, take); !read) return pass_on(read);
    }
    if (too_many_unknown())
      return fail(ErrorKind::malformed, "list_truncated", "entries other files refer to are missing");
    for (Draft& draft : drafts_) finish(std::move(draft));
    return collector_.finish({});
  }

 private:
  using Take = void (OfacReader::*)(const CsvRow&);

  /// Reads all rows; the last one tells a file that was cut off.
  Done read_file(const OfacFile& file, Take take) {
    if (file.text.empty()) return {};
    if (const Done text = check_is_text(file.text); !text) return text;
    if (!file.text.ends_with('\n')) return truncated(file);
    file_ = &file;
    CsvReader reader(file.text);
    CsvRow row;
    bool whole = true;
    for (std::size_t count = 1; reader.next(row); ++count) {
      whole = take_row(row, take);
      if (count % kRowsBetweenReports == 0) report(reader.bytes_read());
    }
    done_ += file.text.size();
    report(0);
    return whole ? Done{} : truncated(file);
  }

  static Failure truncated(const OfacFile& file) {
    return fail(ErrorKind::malformed, "list_truncated", std::string(file.name));
  }

  void report(std::size_t within_file) const {
    if (progress_) progress_(done_ + within_file, total_);
  }

  /// False when the row looks cut off: fewer columns than it must have, or an open quote.
  bool take_row(const CsvRow& row, Take take) {
    if (!row.quotes_closed) {
      reject(row, "unclosed_quote");
    } else if (row.fields.size() != file_->columns) {
      reject(row, "column_count");
    } else if (!parse_number(row.fields[0])) {
      reject(row, "bad_entry_number");
    } else if (!is_valid_utf8(row.raw)) {
      reject(row, "not_utf8");
    } else {
      (this->*take)(row);
    }
    return row.quotes_closed && row.fields.size() >= file_->columns;
  }

  void reject(const CsvRow& row, std::string_view reason) {
    collector_.reject_in(file_->name, row.line, reason, row.raw);
  }

  void take_entry(const CsvRow& row) {
    const auto& fields = row.fields;
    const auto kind = kind_of(value_of(fields[2]));
    if (!kind) return reject(row, "unknown_type");
    Alert alert;
    alert.source_id = fields[0];
    alert.kind = *kind;
    alert.category = programmes_of(value_of(fields[3]));
    alert.owner = "US Department of the Treasury, Office of Foreign Assets Control";
    alert.legal_basis = "31 CFR chapter V, programme " + alert.category;
    add_name(alert, alias_of(value_of(fields[1]), *kind, AliasQuality::primary));
    alert.craft = craft_of(fields, *kind);
    add_labelled(alert, "Title", value_of(fields[4]));
    add_labelled(alert, "Owner", value_of(fields[10]));
    index_.emplace(alert.source_id, drafts_.size());
    drafts_.push_back({std::move(alert), std::string(value_of(fields[11])), row.line, row.raw});
  }

  /// The entry a row of another file belongs to; the row is put into quarantine when there is none.
  Draft* find_draft(const CsvRow& row) {
    ++references_;
    const auto found = index_.find(row.fields[0]);
    if (found != index_.end()) return &drafts_[found->second];
    ++unknown_;
    reject(row, "unknown_entry");
    return nullptr;
  }

  void take_alias(const CsvRow& row) {
    Draft* draft = find_draft(row);
    if (draft == nullptr) return;
    add_name(draft->alert, alias_of(value_of(row.fields[3]), draft->alert.kind, AliasQuality::strong));
  }

  void take_address(const CsvRow& row) {
    Draft* draft = find_draft(row);
    if (draft == nullptr) return;
    const auto part = [&row](std::size_t column) { return value_of(row.fields[column]); };
    add_once(draft->alert.addresses, join_known({part(2), part(3), part(4), part(5)}));
  }

  /// A remark of more than 1,000 characters goes on here, in the middle of a word.
  void take_comment(const CsvRow& row) {
    if (Draft* draft = find_draft(row)) draft->remarks += row.fields[1];
  }

  /// Some rows that refer to nothing are slips; many of them mean that SDN.CSV lost its tail.
  [[nodiscard]] bool too_many_unknown() const { return unknown_ >= 10 && unknown_ * 100 >= references_; }

  void finish(Draft draft) {
    read_ofac_remarks(draft.remarks, draft.alert);
    collector_.take(std::move(draft.alert), draft.line, draft.raw);
  }

  OfacFile sdn_;
  OfacFile alt_;
  OfacFile add_;
  OfacFile comments_;
  const Progress& progress_;
  std::size_t total_;
  std::size_t done_ = 0;
  const OfacFile* file_ = nullptr;
  Collector collector_{"ofac_sdn", "sdn.csv"};
  std::vector<Draft> drafts_;
  std::unordered_map<std::string, std::size_t> index_;
  std::size_t references_ = 0;
  std::size_t unknown_ = 0;
};

}  // namespace

Result<ParsedList> read_ofac_sdn(const OfacFiles& files, const Progress& progress) {
  return OfacReader(files, progress).run();
}

}  // namespace cardea::lists
