#include "list_index.hpp"

#include <algorithm>
#include <numeric>

#include "cardea/screening/document_match.hpp"
#include "name_tables.hpp"
#include "skeleton.hpp"

namespace cardea::screening {

namespace {

/// A row whose words have no numbers yet.
struct Draft {
  std::uint32_t alert = 0;
  std::uint32_t alias = 0;
  bool weak = false;
  bool native = false;
  std::vector<std::string> words;
};

Card make_card(const watchlist::Alert& alert) {
  Card card{alert.source, alert.source_id, alert.category, std::string(name(alert.action)),
            alert.kind,   alert.sex};
  for (const std::string& nationality : alert.nationalities) {
    std::string state = normalise_state(nationality);
    if (!state.empty() && std::ranges::find(card.states, state) == card.states.end()) {
      card.group = card.group == 0 ? group_of_state(state) : card.group;
      card.states.push_back(std::move(state));
    }
  }
  card.births = alert.birth_dates;
  card.documents = alert.documents;
  return card;
}

class Builder {
 public:
  explicit Builder(const Romanise& romanise) : romanise_{romanise} {}

  ListIndex build(std::span<const watchlist::Alert> alerts) {
    for (const watchlist::Alert& alert : alerts) {
      add_alert(alert);
    }
    number_words();
    add_rows();
    count_statistics();
    add_joined();
    add_bearers();
    return std::move(index_);
  }

 private:
  void add_alert(const watchlist::Alert& alert) {
    const auto number = static_cast<std::uint32_t>(index_.cards.size());
    index_.cards.push_back(make_card(alert));
    const std::size_t first = drafts_.size();
    for (const watchlist::Alias& alias : alert.names) {
      add_alias(number, alias, first);
    }
    for (std::uint32_t i = 0; i < alert.documents.size(); ++i) {
      index_.documents[fold_document_number(alert.documents[i].number)].push_back({number, i});
    }
  }

  void add_alias(std::uint32_t alert, const watchlist::Alias& alias, std::size_t first) {
    NormalName normal = normalise_name(alias.name, {.fallback = &romanise_});
    const bool weak = alias.quality == watchlist::AliasQuality::weak;
    const auto shown = static_cast<std::uint32_t>(index_.aliases.size());
    index_.aliases.push_back(alias.name);
    std::vector<std::string> words;
    std::ranges::transform(normal.tokens, std::back_inserter(words), &NameToken::text);
    add_draft({alert, shown, weak, false, std::move(words)}, first);
    add_draft({alert, shown, weak, true, std::move(normal.native)}, first);
  }

  /// A second alias of the same words adds nothing, unless it is the better one.
  void add_draft(Draft draft, std::size_t first) {
    if (draft.words.empty()) {
      return;
    }
    draft.words.resize(std::min(draft.words.size(), kNameTokensMax));
    for (std::size_t i = first; i < drafts_.size(); ++i) {
      if (drafts_[i].words == draft.words) {
        drafts_[i].weak = drafts_[i].weak && draft.weak;
        return;
      }
    }
    drafts_.push_back(std::move(draft));
  }

  void number_words() {
    std::vector<std::string> latin;
    std::vector<std::string> native;
    for (const Draft& draft : drafts_) {
      auto& words = draft.native ? native : latin;
      words.insert(words.end(), draft.words.begin(), draft.words.end());
    }
    index_.vocabulary = Vocabulary(std::move(latin), std::move(native));
  }

  void add_rows() {
    for (const Draft& draft : drafts_) {
      Card& card = index_.cards[draft.alert];
      card.first_row = card.rows == 0 ? static_cast<std::uint32_t>(index_.rows.size()) : card.first_row;
      ++card.rows;
      index_.rows.push_back({draft.alert, draft.alias, static_cast<std::uint32_t>(index_.words.size()),
                             static_cast<std::uint8_t>(draft.words.size()), draft.weak, draft.native});
      for (const std::string& word : draft.words) {
        const auto number = draft.native ? index_.vocabulary.find_native(word) : index_.vocabulary.find(word);
        index_.words.push_back(number.value_or(0));
      }
    }
  }

  void count_statistics() {
    for (const Card& card : index_.cards) {
      if (card.rows == 0) {
        continue;
      }
      std::vector<std::uint32_t> words;
      for (std::uint32_t row = card.first_row; row < card.first_row + card.rows; ++row) {
        const auto of_row = index_.words_of(index_.rows[row]);
        words.insert(words.end(), of_row.begin(), of_row.end());
      }
      std::ranges::sort(words);
      words.erase(std::unique(words.begin(), words.end()), words.end());
      std::vector<PartialDate> births;
      std::ranges::transform(card.births, std::back_inserter(births), &watchlist::BirthDate::date);
      index_.statistics.add(words, births, card.states);
    }
  }

  void add_joined() {
    for (std::uint32_t row = 0; row < index_.rows.size(); ++row) {
      for (std::uint8_t at = 0; !index_.rows[row].native && at + 1 < index_.rows[row].count; ++at) {
        index_.joined.push_back({stable_hash(skeleton_of(index_.joined_text(row, at)).primary), row, at});
      }
    }
    std::ranges::sort(index_.joined, {}, &Joined::sound);
  }

  /// Counting sort of the rows by their words.
  void add_bearers() {
    index_.first_bearers.assign(index_.vocabulary.size() + 1, 0);
    for (const std::uint32_t word : index_.words) {
      ++index_.first_bearers[word + 1];
    }
    std::partial_sum(index_.first_bearers.begin(), index_.first_bearers.end(), index_.first_bearers.begin());
    std::vector<std::uint32_t> next = index_.first_bearers;
    index_.bearers.resize(index_.words.size());
    for (std::uint32_t row = 0; row < index_.rows.size(); ++row) {
      for (const std::uint32_t word : index_.words_of(index_.rows[row])) {
        index_.bearers[next[word]++] = row;
      }
    }
  }

  const Romanise& romanise_;
  ListIndex index_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::string ListIndex::joined_text(std::uint32_t row, std::size_t at) const {
  const auto row_words = words_of(rows[row]);
  std::string text(vocabulary.text(row_words[at]));
  text.append(vocabulary.text(row_words[at + 1]));
  text.resize(std::min(text.size(), kTokenLettersMax));
  return text;
}

ListIndex build_index(std::span<const watchlist::Alert> alerts, const Romanise& romanise) {
  return Builder{romanise}.build(alerts);
}

}  // namespace cardea::screening
