#include "cardea/http/watched_recorder.hpp"

#include <chrono>

namespace cardea::http {

Result<ports::Receipt> WatchedRecorder::record(const ports::Work& work) {
  const auto started = std::chrono::steady_clock::now();
  auto receipt = recorder_.record(work);
  const auto took =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started);
  metrics_.count_commit(took, receipt.has_value());
  times_.took(ports::MeasuredSource::own_store, took.count());
  if (receipt && receipt->last_sequence > 0) hub_.notify(receipt->last_sequence);
  return receipt;
}

}  // namespace cardea::http
