#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>

#include "worker_pool.hpp"

namespace cardea::http {

/// Runs `job` on a worker and comes back to this coroutine's thread when it is done. False, without running
/// it, when the pool will not take it. `job` must not throw and lives in the caller's frame. Without a pool
/// it runs in place.
[[nodiscard]] boost::asio::awaitable<bool> on_worker(WorkerPool* pool, std::function<void()>& job,
                                                     boost::asio::any_io_executor& executor);

}  // namespace cardea::http
