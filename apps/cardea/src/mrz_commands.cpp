#include <istream>
#include <ostream>

#include "cardea/documents/mrz.hpp"
#include "cardea/documents/mrz_json.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/system/clock.hpp"
#include "commands.hpp"
#include "standard_data.hpp"

namespace cardea::app {
namespace {

/// A line may hold any byte; what is longer than this is cut, and the reader says `too_long`.
constexpr std::size_t kLineMax = 4096;

/// Reads one line ended by LF, CR LF or CR, keeping at most kLineMax bytes of it. False at the end of the
/// input.
bool read_line(std::istream& in, std::string& line) {
  line.clear();
  std::streambuf& bytes = *in.rdbuf();
  int c = bytes.sbumpc();
  if (c == std::char_traits<char>::eof()) {
    return false;
  }
  for (; c != std::char_traits<char>::eof() && c != '\n' && c != '\r'; c = bytes.sbumpc()) {
    if (line.size() < kLineMax) {
      line += static_cast<char>(c);
    }
  }
  if (c == '\r' && bytes.sgetc() == '\n') {
    bytes.sbumpc();
  }
  return true;
}

/// Calls `take` with each document: lines between blank lines, joined by LF.
template <class Take>
std::size_t for_each_document(std::istream& in, const Take& take) {
  std::string document;
  std::string line;
  std::size_t count = 0;
  const auto finish = [&] {
    if (!document.empty()) {
      take(document);
      ++count;
      document.clear();
    }
  };
  while (read_line(in, line)) {
    if (trim(line).empty()) {
      finish();
    } else if (document.size() < kLineMax) {
      document += document.empty() ? line : "\n" + line;
    }
  }
  finish();
  return count;
}

Result<Date> reading_date(const std::string& as_of) {
  if (as_of.empty()) {
    return system::SystemClock::create("UTC").map(
        [](const auto& clock) { return clock->local_date(clock->now()); });
  }
  const auto date = parse_date(as_of);
  if (!date) {
    return fail(ErrorKind::malformed, "date_invalid", "--as-of wants YYYY-MM-DD");
  }
  return *date;
}

}  // namespace

ExitCode mrz_read(const MrzReadOptions& options, const Streams& streams) {
  const auto date = reading_date(options.as_of);
  if (!date) {
    return report(streams, date.error());
  }
  const auto& issuers = issuer_codes();
  const std::size_t count = for_each_document(streams.in, [&](const std::string& text) {
    print_line(streams, documents::to_command_json(documents::read_mrz(text, *date, issuers)));
  });
  if (count == 0) {
    return report(streams, {ErrorKind::malformed, "no_document", "standard input holds no document"});
  }
  return ExitCode::done;
}

ExitCode mrz_write(const Streams& streams) {
  std::string line;
  bool first = true;
  while (std::getline(streams.in, line)) {
    if (trim(line).empty()) {
      continue;
    }
    const auto written =
        parse_json(line)
            .and_then([](const json::value& value) -> Result<documents::MrzContent> {
              if (!value.is_object()) {
                return fail(ErrorKind::malformed, "json_wrong_type", "/");
              }
              return documents::parse_command_json(value.get_object());
            })
            .and_then([](const documents::MrzContent& content) { return documents::write_mrz(content); });
    if (!written) {
      return report(streams, written.error());
    }
    streams.out << (first ? "" : "\n");
    for (const std::string& row : *written) {
      streams.out << row << '\n';
    }
    first = false;
  }
  return ExitCode::done;
}

}  // namespace cardea::app
