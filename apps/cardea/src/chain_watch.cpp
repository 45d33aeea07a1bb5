#include "chain_watch.hpp"

namespace cardea::app {
namespace {

constexpr std::int64_t kFreshSeconds = 60;

}  // namespace

Result<ports::ChainState> ChainWatch::state() {
  const std::scoped_lock lock{mutex_};
  const Instant now = clock_.now();
  if (last_ && last_->checked_at.us <= now.us && now.us < plus_seconds(last_->checked_at, kFreshSeconds).us) {
    return *last_;
  }
  auto state = sql::chain_state(store_, clock_);
  if (state) last_ = *state;
  return state;
}

}  // namespace cardea::app
