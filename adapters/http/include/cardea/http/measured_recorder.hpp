#pragma once

#include "cardea/http/metrics.hpp"
#include "cardea/ports/recorder.hpp"

namespace cardea::http {

/// The node's recorder, with its figures: hand this one to the flows. Borrows both.
class MeasuredRecorder final : public ports::Recorder {
 public:
  MeasuredRecorder(ports::Recorder& recorder, Metrics& metrics) : recorder_{recorder}, metrics_{metrics} {}

  [[nodiscard]] Result<ports::Receipt> record(const ports::Work& work) override;
  void touch_session(SessionId id, Instant at) override { recorder_.touch_session(id, at); }
  [[nodiscard]] bool healthy() const override { return recorder_.healthy(); }

 private:
  ports::Recorder& recorder_;
  Metrics& metrics_;
};

}  // namespace cardea::http
