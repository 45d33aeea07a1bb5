#include <algorithm>
#include <cstring>

#include "transport.hpp"

namespace cardea::http {
namespace {

class MemoryTransport final : public Transport {
 public:
  MemoryTransport(std::span<const std::string> arrivals, std::string& written, asio::any_io_executor executor)
      : arrivals_{arrivals}, written_{written}, executor_{std::move(executor)} {}

  asio::awaitable<bool> open() override { co_return true; }
  asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) override { co_return take(into); }
  asio::awaitable<bool> write(std::string_view head, std::string_view body) override {
    written_.append(head).append(body);
    co_return !ended_;
  }
  asio::awaitable<void> close(Leftover) override {
    ended_ = true;
    co_return;
  }
  void expires_after(std::chrono::milliseconds) override { timed_out_ = false; }
  bool timed_out() const override { return timed_out_; }
  void abort() override { ended_ = true; }
  bool from_loopback() const override { return true; }
  asio::any_io_executor executor() override { return executor_; }

 private:
  std::size_t take(asio::mutable_buffer into) {
    if (ended_ || arrivals_.empty()) return 0;
    const std::string& piece = arrivals_.front();
    if (piece.empty()) {
      timed_out_ = true;
      return 0;
    }
    const std::size_t size = std::min(into.size(), piece.size() - offset_);
    std::memcpy(into.data(), piece.data() + offset_, size);
    offset_ += size;
    if (offset_ == piece.size()) {
      arrivals_ = arrivals_.subspan(1);
      offset_ = 0;
    }
    return size;
  }

  std::span<const std::string> arrivals_;
  std::string& written_;
  asio::any_io_executor executor_;
  std::size_t offset_ = 0;
  bool timed_out_ = false;
  bool ended_ = false;
};

}  // namespace

std::shared_ptr<Transport> make_memory_transport(std::span<const std::string> arrivals, std::string& written,
                                                 asio::any_io_executor executor) {
  return std::make_shared<MemoryTransport>(arrivals, written, std::move(executor));
}

}  // namespace cardea::http
