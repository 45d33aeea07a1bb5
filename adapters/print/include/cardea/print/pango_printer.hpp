#pragma once

#include "cardea/ports/form_printer.hpp"

namespace cardea::print {

/// Draws with Cairo and Pango. Thread-safe: nothing is shared between calls.
class PangoPrinter final : public ports::FormPrinter {
 public:
  [[nodiscard]] Result<std::string> refusal_form(const cases::PrintedForm& form) const override;
  [[nodiscard]] Result<std::string> sheets(const std::vector<ports::Sheet>& sheets) const override;
};

}  // namespace cardea::print
