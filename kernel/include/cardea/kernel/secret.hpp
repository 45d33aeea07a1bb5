#pragma once

#include <utility>

namespace cardea {

/// Something that must not reach a log, a stream, a message or JSON: it has no formatter, no comparison, no
/// conversion. `reveal()` is greppable and appears only in adapters and reviewed flows.
template <class T>
class Secret {
 public:
  explicit Secret(T value) : value_{std::move(value)} {}
  [[nodiscard]] const T& reveal() const { return value_; }

 private:
  T value_;
};

}  // namespace cardea
