#include "reader_pool.hpp"

#include "sql_records.hpp"

namespace cardea::sql {
namespace {

using ports::Records;

/// The transaction that all reads of a thread go through while a scope of Records::one_state lives: begun by
/// the first of them, and anew by the first after something was recorded.
struct OpenState {
  const ReaderPool* pool;
  std::optional<ReaderPool::Loan> loan = {};
  std::optional<Tx> tx = {};  // after loan: it ends before the connection goes back
};
thread_local OpenState* open_state = nullptr;

class PooledState final : public Records::OneState {
 public:
  explicit PooledState(const ReaderPool& pool) : state_{&pool} { open_state = &state_; }
  ~PooledState() override { open_state = nullptr; }

 private:
  OpenState state_;
};

/// Each read on a loan of its own, in a transaction, unless a scope is open.
class PooledReading final : public Reading {
 public:
  explicit PooledReading(ReaderPool& pool) : pool_{pool} {}

  [[nodiscard]] std::unique_ptr<Records::OneState> open() const {
    return open_state == nullptr ? std::make_unique<PooledState>(pool_) : nullptr;
  }

 private:
  Done run(const std::function<void(Connection&)>& work) const override {
    if (open_state == nullptr || open_state->pool != &pool_) {
      OpenState alone{&pool_};
      return run_in(alone, work);
    }
    return run_in(*open_state, work);
  }

  Done run_in(OpenState& state, const std::function<void(Connection&)>& work) const {
    if (!state.tx) {
      auto loan = pool_.borrow();
      if (!loan) return pass_on(loan);
      auto tx = Tx::begin(loan->connection(), TxKind::read);
      if (!tx) return pass_on(tx);
      state.loan.emplace(*std::move(loan));
      state.tx.emplace(*std::move(tx));
    }
    work(state.loan->connection());
    return {};
  }

  ReaderPool& pool_;
};

class PooledRecords final : public Records {
 public:
  explicit PooledRecords(ReaderPool& pool) : reading_{pool} {}

  Result<std::optional<ports::NodeCreated>> node() const override { return read(&Records::node); }
  Result<std::optional<ports::OfficerRow>> find_officer(OfficerId id) const override {
    return read(&Records::find_officer, id);
  }
  Result<std::optional<ports::OfficerRow>> find_officer_named(std::string_view user_name) const override {
    return read(&Records::find_officer_named, user_name);
  }
  Result<std::vector<ports::OfficerRow>> officers() const override { return read(&Records::officers); }
  Result<std::optional<ports::SessionRow>> find_session(const Digest& token_digest) const override {
    return read(&Records::find_session, token_digest);
  }
  Result<std::optional<Digest>> enrolment_code() const override { return read(&Records::enrolment_code); }
  Result<std::optional<ports::InspectionRow>> find_inspection(FormalityId id) const override {
    return read(&Records::find_inspection, id);
  }
  Result<std::optional<TravellerId>> find_traveller(std::string_view issuer, std::string_view number,
                                                    std::string_view birth_date) const override {
    return read(&Records::find_traveller, issuer, number, birth_date);
  }
  Result<std::vector<ports::CrossingRow>> history(TravellerId id, int limit) const override {
    return read(&Records::history, id, limit);
  }
  Result<std::vector<ports::ListRow>> lists() const override { return read(&Records::lists); }
  Result<std::vector<std::pair<std::string, std::string>>> alert_digests(
      std::string_view source) const override {
    return read(&Records::alert_digests, source);
  }
  Done for_each_alert(const std::function<bool(const json::object&)>& visit) const override {
    return read(&Records::for_each_alert, visit);
  }
  Result<std::optional<json::object>> find_alert(std::string_view source,
                                                 std::string_view source_id) const override {
    return read(&Records::find_alert, source, source_id);
  }
  Result<std::vector<ports::QuarantinedRow>> quarantined(std::string_view source, std::int64_t after,
                                                         int limit) const override {
    return read(&Records::quarantined, source, after, limit);
  }
  Result<std::optional<ports::RequestRow>> find_request(std::string_view key,
                                                        OfficerId officer) const override {
    return read(&Records::find_request, key, officer);
  }
  Result<journal::Head> journal_head() const override { return read(&Records::journal_head); }
  Result<std::vector<journal::Entry>> entries_after(std::int64_t sequence, int limit) const override {
    return read(&Records::entries_after, sequence, limit);
  }

  std::unique_ptr<OneState> one_state() const override { return reading_.open(); }
  const ports::RecordAreas& areas() const override { return areas_.view(); }

 private:
  template <class Answer, class... Taken, class... Given>
  Answer read(Answer (Records::*method)(Taken...) const, const Given&... given) const {
    return reading_.on([&](Connection& connection) -> Answer {
      const SqlRecords records{connection};
      return (static_cast<const Records&>(records).*method)(given...);
    });
  }

  PooledReading reading_;
  SqlAreas areas_{reading_};
};

}  // namespace

Result<ReaderPool::Loan> ReaderPool::borrow() {
  {
    const std::scoped_lock lock{mutex_};
    if (!idle_.empty()) {
      Loan loan{*this, std::move(idle_.back())};
      idle_.pop_back();
      return loan;
    }
  }
  auto made = database_.connect(Access::read);
  if (!made) return pass_on(made);
  return Loan{*this, std::move(*made)};
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
  const std::scoped_lock lock{mutex_};
  idle_.push_back(std::move(connection));
}

void ReaderPool::end_state_of_thread() const {
  if (open_state == nullptr || open_state->pool != this) return;
  open_state->tx.reset();
  open_state->loan.reset();
}

std::unique_ptr<Records> make_pooled_records(ReaderPool& pool) {
  return std::make_unique<PooledRecords>(pool);
}

}  // namespace cardea::sql
