#include "cardea/screening/exact_engine.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "cardea/screening/weights.hpp"
#include "explain.hpp"

namespace cardea::screening {

struct ExactScreener::State {
  ExactOptions options;
  ListIndex index;
};

namespace {

constexpr std::size_t kQueryNamesMax = 16;
constexpr double kNever = -std::numeric_limits<double>::infinity();

/// What a search knows of an alert worth scoring.
struct Judged {
  Circumstances circumstances;
  Candidate best{0, kNoRow, 0, kNever, false};
};

/// What the words of a row that meet the query's can earn together.
struct Reach {
  float bits = 0;
  std::uint8_t met = 0;
  bool joined = false;
};

/// One search over one index. Made for a query, used once.
class Search {
 public:
  Search(const ListIndex& index, Memory* memory, const ExactOptions& engine, const Query& query,
         const SearchOptions& options, double threshold)
      : index_{index},
        memory_{memory},
        query_{query},
        facts_{query, index.statistics},
        exhaustive_{engine.exhaustive},
        options_{options},
        threshold_{threshold},
        floor_{options.mode == Mode::high_precision ? threshold : threshold - kWeakMargin} {
    read_names(engine.romanise);
  }

  SearchResult run() {
    find_documents();
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
      if (exhaustive_) {
        score_rows(name, 0, static_cast<std::uint32_t>(index_.rows.size()));
      } else {
        score_met_rows(name);
      }
    }
    score_policy_alerts();
    SearchResult result;
    result.threshold = threshold_;
    result.weights_version = kWeightsVersion;
    result.rows_examined = examined_;
    answer(result);
    return result;
  }

 private:
  void read_names(const Romanise& romanise) {
    for (std::size_t i = 0; i < query_.names.size() && i < kQueryNamesMax; ++i) {
      const NormaliseOptions options{.truncated = query_.truncated && i == 0, .fallback = &romanise};
      NormalName normal = normalise_name(query_.names[i], options);
      if (!normal.native.empty()) {
        names_.push_back({query_.names[i], normal, expand_native(index_, normal.native)});
      }
      if (!normal.tokens.empty() && !asked_before(normal)) {
        Expansion expansion = expand_latin(index_, normal.tokens, memory_);
        names_.push_back({query_.names[i], std::move(normal), std::move(expansion)});
      }
    }
  }

  [[nodiscard]] bool asked_before(const NormalName& normal) const {
    return std::ranges::any_of(names_, [&](const QueryName& name) {
      return !name.expansion.native && name.normal.tokens == normal.tokens;
    });
  }

  Judged& judged(std::uint32_t alert) {
    const auto [at, fresh] = judged_.try_emplace(alert);
    if (fresh) {
      at->second.circumstances = judge_circumstances(index_, facts_, index_.cards[alert]);
      at->second.best.alert = alert;
    }
    return at->second;
  }

  void find_documents() {
    for (std::uint32_t i = 0; i < facts_.documents.size(); ++i) {
      const auto found = index_.documents.find(fold_document_number(facts_.documents[i].number));
      if (found == index_.documents.end()) {
        continue;
      }
      for (const DocumentEntry& entry : found->second) {
        judge_document(judged(entry.alert).circumstances, facts_, index_.cards[entry.alert], i,
                       entry.document);
        note_document(entry.alert);
      }
    }
  }

  /// The number makes the alert a candidate even when no name agrees: then the name is left out of the score.
  void note_document(std::uint32_t alert) {
    const Card& card = index_.cards[alert];
    Judged& known = judged(alert);
    if (!known.circumstances.document_found()) {
      return;
    }
    offer(known.best, {alert, kNoRow, 0, kBias + known.circumstances.bits(), true});
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
      for (std::uint32_t row = card.first_row; row < card.first_row + card.rows; ++row) {
        score_row(name, row, kNever);
      }
    }
  }

  /// The rows that hold a word that meets one of the name's, unless what is left over and the best
  /// circumstances the alert can have keep it below the floor.
  void score_met_rows(std::uint32_t name) {
    const Expansion& expansion = names_[name].expansion;
    gather(expansion);
    for (const std::uint32_t row_number : touched_) {
      const Reach reach = std::exchange(reach_[row_number], Reach{});
      const NameRow& row = index_.rows[row_number];
      const double bound = reach.joined ? reach.bits + kAllWords + kLiftBonusMax
                                        : met_bits_bound(expansion, row, reach.met, reach.bits);
      if (may_reach_floor(row.alert, bound)) {
        score_row(name, row_number, name_bits_bound(index_, expansion, row));
      }
    }
    examined_ += touched_.size();
    touched_.clear();
    for (const RowJoin& join : expansion.row_joins) {
      score_row(name, join.row, kNever);
    }
  }

  void gather(const Expansion& expansion) {
    reach_.resize(index_.rows.size());
    for (const std::uint32_t word : expansion.met) {
      const auto bits = static_cast<float>(best_bits(expansion, word));
      for (const std::uint32_t row : index_.rows_with(word)) {
        Reach& reach = reach_[row];
        if (reach.met++ == 0) {
          touched_.push_back(row);
        }
        reach.bits += bits;
        reach.joined = reach.joined || expansion.joins[word] != 0;
      }
    }
  }

  [[nodiscard]] bool may_reach_floor(std::uint32_t alert, double name_bits) const {
    const double missing = floor_ - kBias - name_bits - kBoundMargin;
    return missing <= facts_.most_bits &&
           missing <= judge_circumstances(index_, facts_, index_.cards[alert]).bits();
  }

  /// An alert by policy is shown below the floor too, with the best of its rows.
  void score_policy_alerts() {
    std::vector<std::uint32_t> alerts;
    for (const auto& [alert, known] : judged_) {
      if (known.best.policy && known.best.score < floor_) {
        alerts.push_back(alert);
      }
    }
    for (const std::uint32_t alert : alerts) {
      const Card& card = index_.cards[alert];
      for (std::uint32_t name = 0; name < names_.size(); ++name) {
        score_rows(name, card.first_row, card.first_row + card.rows);
      }
    }
  }

  /// Every row from `first` to before `last`.
  void score_rows(std::uint32_t name, std::uint32_t first, std::uint32_t last) {
    const Expansion& expansion = names_[name].expansion;
    examined_ += last - first;
    auto join = std::ranges::lower_bound(expansion.row_joins, first, {}, &RowJoin::row);
    for (std::uint32_t row = first; row < last; ++row) {
      while (join != expansion.row_joins.end() && join->row < row) {
        ++join;
      }
      const bool joined = join != expansion.row_joins.end() && join->row == row;
      const double bound = joined ? std::numeric_limits<double>::infinity()
                                  : name_bits_bound(index_, expansion, index_.rows[row]);
      if (bound >= 0) {
        score_row(name, row, bound);
      }
    }
  }

  /// `bound` is the most the name can earn; minus infinity asks for the score whatever it is.
  void score_row(std::uint32_t name, std::uint32_t row_number, double bound) {
    const NameRow& row = index_.rows[row_number];
    const Expansion& expansion = names_[name].expansion;
    if (row.native != expansion.native) {
      return;
    }
    Judged& known = judged(row.alert);
    const Circumstances& circumstances = known.circumstances;
    if (bound != kNever && kBias + bound + circumstances.bits() < floor_ - kExactMargin) {
      return;
    }
    Candidate candidate{row.alert, row_number, name, 0, circumstances.document_found()};
    candidate.score = terms_of(index_, &names_[name], candidate, circumstances).sum();
    const bool known_day = circumstances.birth_relation == BirthDateRelation::exact;
    candidate.policy =
        candidate.policy ||
        (known_day && is_full_exact(expansion, row, pair_words(index_, expansion, row_number)));
    offer(known.best, candidate);
  }

  /// Of equals the first stays: that without a row, then by name and row, in whatever order they come.
  static void offer(Candidate& best, const Candidate& candidate) {
    const bool policy = best.policy || candidate.policy;
    const auto order = [](const Candidate& c) { return std::tuple(-c.score, c.name, c.row + 1U); };
    if (order(candidate) < order(best)) {
      best = candidate;
    }
    best.policy = policy;
  }

  [[nodiscard]] int stage_of(const Candidate& candidate) const {
    if (judged_.at(candidate.alert).circumstances.document_found()) {
      return 4;
    }
    if (candidate.policy || candidate.score >= threshold_ + kStrongMargin) {
      return 3;
    }
    return candidate.score >= threshold_ ? 2 : 1;
  }

  /// Policy alerts come first when there are too many to show; what is shown stands by falling score. Ties
  /// are broken by the entry's own number and by nothing about the person.
  void answer(SearchResult& result) const {
    std::vector<Candidate> found;
    for (const auto& [alert, known] : judged_) {
      if (known.best.policy || known.best.score >= floor_) {
        found.push_back(known.best);
      }
    }
    const auto alerts = std::ranges::count_if(found, [&](const Candidate& c) { return stage_of(c) >= 2; });
    const auto shown = static_cast<std::size_t>(std::max(0, options_.hits_max));
    result.capped = static_cast<std::size_t>(alerts) > shown || query_.names.size() > kQueryNamesMax;
    std::ranges::sort(found, std::greater{}, [&](const Candidate& c) { return order_of(c, c.policy); });
    found.resize(std::min(found.size(), shown));
    std::ranges::sort(found, std::greater{}, [&](const Candidate& c) { return order_of(c, false); });
    for (const Candidate& candidate : found) {
      result.hits.push_back(make_hit(candidate));
    }
  }

  [[nodiscard]] static std::tuple<bool, double, std::int64_t> order_of(const Candidate& candidate,
                                                                       bool policy) {
    return {policy, candidate.score, -static_cast<std::int64_t>(candidate.alert)};
  }

  [[nodiscard]] Hit make_hit(const Candidate& candidate) const {
    const QueryName* name = candidate.row == kNoRow ? nullptr : &names_[candidate.name];
    Hit hit = explain(index_, query_, facts_, name, candidate, judged_.at(candidate.alert).circumstances);
    hit.score = 0;
    for (const Term& term : hit.terms) {
      hit.score += term.bits;
    }
    hit.stage = stage_of(candidate);
    const double shown = hit.stage >= 3 ? std::max(hit.score, threshold_ + kStrongMargin) : hit.score;
    // A name and a date can always be somebody else's: only the document number makes it a hundred.
    hit.percent = std::min(percent_of(shown, threshold_), hit.stage == 4 ? 100 : 99);
    return hit;
  }

  static constexpr double kExactMargin = 1e-6;
  static constexpr double kBoundMargin = 1e-3;  ///< more than single precision can lose

  const ListIndex& index_;
  Memory* memory_;
  const Query& query_;
  QueryFacts facts_;
  bool exhaustive_;
  SearchOptions options_;
  double threshold_;
  double floor_;
  std::vector<QueryName> names_;
  std::unordered_map<std::uint32_t, Judged>
      judged_;                          ///< by alert; score minus infinity until a row is scored
  std::vector<Reach> reach_;            ///< by row; nil between two names
  std::vector<std::uint32_t> touched_;  ///< rows whose reach is not nil
  std::size_t examined_ = 0;
};

}  // namespace

ExactScreener::ExactScreener(std::span<const watchlist::Alert> alerts, ExactOptions options) {
  auto state = std::make_unique<State>();
  state->options = std::move(options);
  state->index = build_index(alerts, state->options.romanise);
  state_ = std::move(state);
}

ExactScreener::~ExactScreener() = default;
ExactScreener::ExactScreener(ExactScreener&&) noexcept = default;
ExactScreener& ExactScreener::operator=(ExactScreener&&) noexcept = default;

SearchResult ExactScreener::search(const Query& query, const SearchOptions& options) const {
  return Search{state_->index, state_->options.memory.get(), state_->options, query,
                options,       threshold(options.mode)}
      .run();
}

std::size_t ExactScreener::alert_count() const { return state_->index.cards.size(); }

std::size_t ExactScreener::row_count() const {
  std::size_t rows = 0;
  for (const Card& card : state_->index.cards) {
    rows += card.rows * std::max<std::size_t>(1, card.births.size());
  }
  return rows;
}

double ExactScreener::threshold(Mode mode) const {
  const auto alerts = static_cast<double>(alert_count());
  switch (mode) {
    case Mode::high_recall:
      return threshold_bits(alerts, state_->options.high_recall_per_10k);
    case Mode::balanced:
      return threshold_bits(alerts, state_->options.balanced_per_10k);
    case Mode::high_precision:
      return threshold_bits(alerts, state_->options.high_precision_per_10k);
  }
  __builtin_unreachable();
}

}  // namespace cardea::screening
