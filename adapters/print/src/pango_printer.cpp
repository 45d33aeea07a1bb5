#include "cardea/print/pango_printer.hpp"

#include <algorithm>

#include "paper.hpp"

namespace cardea::print {
namespace {

using cases::Bilingual;

constexpr double kGap = 6;
constexpr double kLabelWidth = 118;
constexpr double kBox = 8;
constexpr TextStyle kTitle{14, true};
constexpr TextStyle kStrong{9, true};
constexpr TextStyle kPlain{8.5, false};
constexpr TextStyle kSmall{8, false};

/// The officer's language on the left half, the traveller's on the right; over the whole width when it is
/// one.
void pair(Paper& paper, const Bilingual& texts, TextStyle style) {
  const bool one = texts.other.empty();
  const double width = one ? Paper::width() : (Paper::width() - kGap) / 2;
  const double right = one ? 0.0 : paper.height_of(texts.other, width, style);
  const double height = std::max(paper.height_of(texts.text, width, style), right);
  paper.make_room(height);
  paper.text(texts.text, 0, width, style);
  if (!one) paper.text(texts.other, width + kGap, width, style);
  paper.advance(height + kGap);
}

/// Label, value, and the label again in the traveller's language.
void row(Paper& paper, const cases::FormRow& row, double height_min = 0) {
  const bool one = row.label.other.empty();
  const double value_width = Paper::width() - (one ? 1 : 2) * (kLabelWidth + kGap);
  double height = std::max(paper.height_of(row.label.text, kLabelWidth, kSmall),
                           paper.height_of(row.value, value_width, kStrong));
  if (!one) height = std::max(height, paper.height_of(row.label.other, kLabelWidth, kSmall));
  height = std::max(height, height_min);
  paper.make_room(height + kGap);
  paper.text(row.label.text, 0, kLabelWidth, kSmall);
  paper.text(row.value, kLabelWidth + kGap, value_width, kStrong);
  if (!one) paper.text(row.label.other, Paper::width() - kLabelWidth, kLabelWidth, kSmall);
  paper.advance(height + 1.5);
  paper.line(0, Paper::width());
  paper.advance(1.5);
}

void ground(Paper& paper, const cases::FormGround& ground) {
  const double start = 2 * kBox + 16;
  const bool one = ground.text.other.empty();
  const double width = one ? Paper::width() - start : (Paper::width() - start - kGap) / 2;
  const TextStyle style = ground.chosen ? kStrong : kPlain;
  const double right = one ? 0.0 : paper.height_of(ground.text.other, width, style);
  const double height = std::max(paper.height_of(ground.text.text, width, style), right);
  paper.make_room(height);
  paper.box(0, 2.5, kBox, ground.chosen);
  paper.text("(" + ground.letter + ")", kBox + 4, start - kBox, style);
  paper.text(ground.text.text, start, width, style);
  if (!one) paper.text(ground.text.other, start + width + kGap, width, style);
  paper.advance(height + 2);
}

void draw(Paper& paper, const cases::PrintedForm& form) {
  constexpr double kSignatureHeight = 22;
  pair(paper, form.title, kTitle);
  paper.text(form.number, 0, Paper::width(), kStrong);
  paper.advance(2 * kGap + kGap / 2);
  if (form.annulled) pair(paper, *form.annulled, kTitle);
  pair(paper, form.law, kSmall);
  paper.line(0, Paper::width());
  paper.advance(1.5);
  for (const cases::FormRow& each : form.rows) row(paper, each);
  paper.advance(kGap);
  pair(paper, form.informed, kStrong);
  for (const cases::FormGround& each : form.grounds) ground(paper, each);
  paper.advance(kGap);
  row(paper, form.facts);
  paper.advance(kGap);
  pair(paper, form.appeal, kPlain);
  pair(paper, form.copy, kPlain);
  for (const cases::FormRow& each : form.signatures) row(paper, each, kSignatureHeight);
}

constexpr double kHandHeight = 20;

void block(Paper& paper, const std::string& text, TextStyle style) {
  if (text.empty()) return;
  const double height = paper.height_of(text, Paper::width(), style);
  paper.make_room(height);
  paper.text(text, 0, Paper::width(), style);
  paper.advance(height + kGap);
}

void draw(Paper& paper, const ports::Sheet& sheet) {
  block(paper, sheet.title, kTitle);
  block(paper, sheet.number, kStrong);
  for (const ports::SheetPart& part : sheet.parts) {
    block(paper, part.heading, kStrong);
    block(paper, part.text, kPlain);
    for (const ports::SheetRow& each : part.rows) {
      row(paper, {{each.label, ""}, each.value}, sheet.to_write_on ? kHandHeight : 0);
    }
    paper.advance(kGap);
  }
}

}  // namespace

Result<std::string> PangoPrinter::sheets(const std::vector<ports::Sheet>& sheets) const {
  if (sheets.empty()) return fail(ErrorKind::unavailable, "print_failed");
  Paper paper(sheets.front().title + " " + sheets.front().number, sheets.front().made_at);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (i > 0) paper.new_page();
    draw(paper, sheets[i]);
  }
  std::string pdf = paper.finish();
  if (pdf.empty()) return fail(ErrorKind::unavailable, "print_failed");
  return pdf;
}

Result<std::string> PangoPrinter::refusal_form(const cases::PrintedForm& form) const {
  Paper paper(form.title.text + " " + form.number, form.made_at);
  draw(paper, form);
  std::string pdf = paper.finish();
  if (pdf.empty()) return fail(ErrorKind::unavailable, "print_failed");
  return pdf;
}

}  // namespace cardea::print
