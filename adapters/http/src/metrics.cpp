#include "cardea/http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace cardea::http {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                       0.1,    0.25,  0.5,    1,     2.5,  5,     10};

double seconds(std::chrono::microseconds took) { return static_cast<double>(took.count()) / 1e6; }

prometheus::Family<prometheus::Counter>& counters(prometheus::Registry& registry, const char* name,
                                                  const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}
prometheus::Family<prometheus::Gauge>& gauges(prometheus::Registry& registry, const char* name,
                                              const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}
prometheus::Family<prometheus::Histogram>& histograms(prometheus::Registry& registry, const char* name,
                                                      const char* help) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
}

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      counters(registry, "cardea_http_requests_total", "Requests answered, by method, route and status.");
  prometheus::Family<prometheus::Histogram>& durations = histograms(
      registry, "cardea_http_request_seconds", "From the header's last byte to the answer, by route.");
  prometheus::Family<prometheus::Histogram>& commits =
      histograms(registry, "cardea_commit_seconds", "Pieces of work recorded, by result.");
  prometheus::Counter& queue_full =
      counters(registry, "cardea_http_queue_full_total", "Requests answered 503: no worker.").Add({});
  prometheus::Counter& slow_streams =
      counters(registry, "cardea_http_slow_streams_total", "Event streams cut: the client was slow.").Add({});
  prometheus::Counter& refused =
      counters(registry, "cardea_http_refused_connections_total", "Connections over the limit.").Add({});
  prometheus::Gauge& waiting =
      gauges(registry, "cardea_http_queue", "Requests that wait for a worker.").Add({});
  prometheus::Gauge& connections = gauges(registry, "cardea_http_connections", "Open connections.").Add({});
  prometheus::Gauge& streams = gauges(registry, "cardea_http_streams", "Open event streams.").Add({});
};

Metrics::Metrics() : state_{std::make_unique<State>()} {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view method, std::string_view route, int status,
                            std::chrono::microseconds took) {
  const std::string pattern(route);
  state_->requests
      .Add({{"method", std::string(method)}, {"route", pattern}, {"status", std::to_string(status)}})
      .Increment();
  state_->durations.Add({{"route", pattern}}, kSeconds).Observe(seconds(took));
}

void Metrics::count_commit(std::chrono::microseconds took, bool succeeded) {
  state_->commits.Add({{"result", succeeded ? "recorded" : "failed"}}, kSeconds).Observe(seconds(took));
}

void Metrics::count_refused_connection() { state_->refused.Increment(); }
void Metrics::set_queue(std::size_t waiting) { state_->waiting.Set(static_cast<double>(waiting)); }
void Metrics::count_queue_full() { state_->queue_full.Increment(); }
void Metrics::add_connections(int by) { state_->connections.Increment(by); }
void Metrics::add_streams(int by) { state_->streams.Increment(by); }
void Metrics::count_slow_stream() { state_->slow_streams.Increment(); }

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

}  // namespace cardea::http
