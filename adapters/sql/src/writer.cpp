#include "writer.hpp"

#include <algorithm>
#include <chrono>

#include "rows.hpp"

namespace cardea::sql {
namespace {

constexpr std::size_t kGroupMax = 256;
constexpr int kTriesMax = 3;
constexpr std::chrono::seconds kTouchDelay{1};

bool is(const Error& error, std::initializer_list<SqlError> classes) {
  const auto found = class_of(error);
  return found && std::ranges::find(classes, *found) != classes.end();
}

/// Failures of one piece that are failures of the store: nobody else in the group can succeed either.
bool ends_group(const Error& error) {
  return is(error, {SqlError::full, SqlError::connection, SqlError::serialization, SqlError::busy});
}

/// After these, the next transaction may well succeed.
bool passes(const Error& error) { return is(error, {SqlError::busy, SqlError::serialization}); }

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection, const Clock& clock, ports::RandomSource& random,
               CommitNotice& notice)
    : connection_{std::move(connection)},
      tools_{*connection_, clock, random},
      notice_{notice},
      thread_{[this] { run(); }} {}

Writer::~Writer() { stop(); }

void Writer::stop() {
  {
    const std::scoped_lock lock{mutex_};
    stopping_ = true;
  }
  waiting_.notify_all();
  if (thread_.joinable()) thread_.join();
}

Result<ports::Receipt> Writer::record(const ports::Work& work) {
  Job job{.work = &work, .result = ports::Receipt{}, .answered = {}};
  {
    const std::scoped_lock lock{mutex_};
    if (stopping_) return fail(ErrorKind::unavailable, "store_stopped");
    queue_.push_back(&job);
  }
  waiting_.notify_one();
  job.answered.wait();
  return std::move(job.result);
}

void Writer::touch(SessionId id, Instant at) {
  const std::scoped_lock lock{mutex_};
  auto& last = touches_.try_emplace(id, at).first->second;
  last = std::max(last, at);
}

void Writer::run() {
  Group group;
  Touches touches;
  while (take(group, touches)) {
    commit(group, touches);
    group.clear();
    touches.clear();
  }
}

/// Waits for work, or a while for nothing but touches. False when stopped and drained.
bool Writer::take(Group& group, Touches& touches) {
  std::unique_lock lock{mutex_};
  waiting_.wait_for(lock, kTouchDelay, [this] { return stopping_ || !queue_.empty(); });
  while (!queue_.empty() && group.size() < kGroupMax) {
    group.push_back(queue_.front());
    queue_.pop_front();
  }
  touches.swap(touches_);
  return !(stopping_ && group.empty() && touches.empty());
}

void Writer::commit(const Group& group, const Touches& touches) {
  if (group.empty() && touches.empty()) return;
  if (latched_) return refuse_all(group, *latched_);
  auto head = write(group, touches);
  for (int tries = 1; !head && is(head.error(), {SqlError::serialization}) && tries < kTriesMax; ++tries) {
    head = write(group, touches);
  }
  if (!head) {
    if (!passes(head.error())) {
      latched_ = head.error();
      healthy_.store(false, std::memory_order_release);
    }
    return refuse_all(group, head.error());
  }
  // Told first, so that who has an answer knows that the observer has the entry.
  notice_.seen(head->sequence);
  for (auto* job : group) job->answered.give();
}

Result<journal::Head> Writer::write(const Group& group, const Touches& touches) {
  auto tx = Tx::begin(*connection_, TxKind::write);
  if (!tx) return pass_on(tx);
  auto chain = read_chain(*connection_);
  if (!chain) return pass_on(chain);
  if (auto written = write_jobs(group, *chain); !written) return pass_on(written);
  if (auto touched = write_touches(touches); !touched) return pass_on(touched);
  if (auto committed = tx->commit(); !committed) return pass_on(committed);
  return chain->head;
}

Done Writer::write_jobs(const Group& group, Chain& chain) {
  for (auto* job : group) {
    if (auto written = write_job(*job, chain); !written) return written;
  }
  return {};
}

/// Fails only when the transaction is lost; a piece that fails alone has its error in the job.
Done Writer::write_job(Job& job, Chain& chain) {
  auto next = chain;
  auto piece = in_savepoint(*connection_, [&]() -> Done {
    job.result = write_piece(tools_, *job.work, next);
    return job.result ? Done{} : Done{pass_on(job.result)};
  });
  if (!piece) return pass_on(piece);
  if (*piece) {
    chain = std::move(next);
    return {};
  }
  job.result = pass_on(*piece);
  return ends_group(piece->error()) ? *piece : Done{};
}

Done Writer::write_touches(const Touches& touches) {
  if (touches.empty()) return {};
  auto written = in_savepoint(*connection_, [&]() -> Done {
    for (const auto& [id, at] : touches) {
      auto touched =
          connection_->run("UPDATE session SET last_seen_us = $1 WHERE session_id = $2 AND last_seen_us < $1",
                           {at.us, to_text(id)});
      if (!touched) return pass_on(touched);
    }
    return {};
  });
  // Best effort: a touch that fails by itself must not fail the work beside it.
  return written ? Done{} : Done{pass_on(written)};
}

void Writer::refuse_all(const Group& group, const Error& error) {
  for (auto* job : group) {
    job->result = Failure(error);
    job->answered.give();
  }
}

}  // namespace cardea::sql
