#pragma once

#include <string>

#include "cardea/cases/form.hpp"
#include "cardea/kernel/result.hpp"

namespace cardea::ports {

/// Makes paper of a form. Thread-safe. The same form gives the same bytes.
class FormPrinter {
 public:
  virtual ~FormPrinter() = default;
  /// A4 as PDF. Fails `unavailable/print_failed`.
  [[nodiscard]] virtual Result<std::string> refusal_form(const cases::PrintedForm& form) const = 0;
};

}  // namespace cardea::ports
