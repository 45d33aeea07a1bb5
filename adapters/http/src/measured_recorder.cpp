#include "cardea/http/measured_recorder.hpp"

#include <chrono>

namespace cardea::http {

Result<ports::Receipt> MeasuredRecorder::record(const ports::Work& work) {
  const auto started = std::chrono::steady_clock::now();
  auto receipt = recorder_.record(work);
  const auto took = std::chrono::steady_clock::now() - started;
  metrics_.count_commit(std::chrono::duration_cast<std::chrono::microseconds>(took), receipt.has_value());
  return receipt;
}

}  // namespace cardea::http
