#include "on_worker.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>

namespace cardea::http {

namespace asio = boost::asio;

asio::awaitable<bool> on_worker(WorkerPool* pool, std::function<void()>& job,
                                asio::any_io_executor& executor) {
  if (!pool) {
    job();
    co_return true;
  }
  bool taken = false;
  // The coroutine goes on by `back` alone, on this very thread: it cannot overtake what stands here.
  // A named lambda and a named awaitable: g++ 12 destroys temporaries of a co_await expression twice.
  auto initiation = [pool, &job, &executor, &taken](auto handler) {
    // shared_ptr: std::function copies its target, the handler can only be moved.
    const auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    const auto back = [resume, &executor] { asio::post(executor, [resume] { std::move (*resume)(); }); };
    taken = pool->try_post([&job, back] {
      job();
      back();
    });
    if (!taken) back();
  };
  auto waiting =
      asio::async_initiate<const asio::use_awaitable_t<>&, void()>(initiation, asio::use_awaitable);
  co_await std::move(waiting);
  co_return taken;
}

}  // namespace cardea::http
