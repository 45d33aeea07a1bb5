#pragma once

#include <string>
#include <vector>

#include "cardea/cases/form.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// A label and what stands beside it; or an empty line to write on.
struct SheetRow {
  std::string label;
  std::string value;
};

/// A heading, a text under it, and rows.
struct SheetPart {
  std::string heading;
  std::string text;
  std::vector<SheetRow> rows;
};

/// A plain printed page or several, in one language.
struct Sheet {
  std::string title;
  std::string number;
  bool to_write_on = false;  ///< rows are as high as a hand needs
  std::vector<SheetPart> parts;
  Instant made_at;
};

/// Makes paper of a form. Thread-safe. The same form gives the same bytes.
class FormPrinter {
 public:
  virtual ~FormPrinter() = default;
  /// A4 as PDF. Fails `unavailable/print_failed`.
  [[nodiscard]] virtual Result<std::string> refusal_form(const cases::PrintedForm& form) const = 0;
  /// A4 as PDF, each sheet on a page of its own. Fails `unavailable/print_failed`.
  [[nodiscard]] virtual Result<std::string> sheets(const std::vector<Sheet>& sheets) const = 0;
};

}  // namespace cardea::ports
