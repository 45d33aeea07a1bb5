#pragma once

#include "cardea/http/event_hub.hpp"
#include "cardea/http/metrics.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/source_times.hpp"

namespace cardea::http {

/// The node's recorder, with live events and commit figures: hand this one to the flows. Borrows all four.
class WatchedRecorder final : public ports::Recorder {
 public:
  WatchedRecorder(ports::Recorder& recorder, EventHub& hub, Metrics& metrics, ports::SourceTimes& times)
      : recorder_{recorder}, hub_{hub}, metrics_{metrics}, times_{times} {}

  [[nodiscard]] Result<ports::Receipt> record(const ports::Work& work) override;
  void touch_session(SessionId id, Instant at) override { recorder_.touch_session(id, at); }
  [[nodiscard]] bool healthy() const override { return recorder_.healthy(); }

 private:
  ports::Recorder& recorder_;
  EventHub& hub_;
  Metrics& metrics_;
  ports::SourceTimes& times_;
};

}  // namespace cardea::http
