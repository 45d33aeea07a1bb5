#pragma once

#include <atomic>

#include "cardea/ports/screening_index.hpp"

namespace cardea::system {

/// The snapshot in use, behind one atomic pointer: searches that run keep the one they began with.
class AtomicScreeningIndex final : public ports::ScreeningIndex {
 public:
  [[nodiscard]] std::shared_ptr<const ports::ScreeningSnapshot> current() const override {
    return snapshot_.load();
  }
  void publish(std::shared_ptr<const ports::ScreeningSnapshot> snapshot) override {
    snapshot_.store(std::move(snapshot));
  }

 private:
  std::atomic<std::shared_ptr<const ports::ScreeningSnapshot>> snapshot_;
};

}  // namespace cardea::system
