#include "skeleton.hpp"

#include <algorithm>

namespace cardea::screening {

namespace {

constexpr bool is_vowel(char c) {
  return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
}
constexpr bool is_soft_vowel(char c) { return c == 'E' || c == 'I' || c == 'Y'; }

/// Letters that sound as one, longest first; the second reading is used for the alternate skeleton.
struct Group {
  std::string_view letters;
  std::string_view primary;
  std::string_view alternate;
};

constexpr std::array<Group, 29> kGroups{
    {{"TSCH", "S", "S"}, {"SHCH", "S", "S"}, {"TCH", "S", "S"}, {"SCH", "S", "S"}, {"DZH", "J", "J"},
     {"KH", "K", "H"},   {"GH", "G", "G"},   {"DJ", "J", "J"},  {"DZ", "J", "J"},  {"DH", "D", "S"},
     {"TH", "T", "T"},   {"TS", "S", "S"},   {"TZ", "S", "S"},  {"SH", "S", "S"},  {"SZ", "S", "S"},
     {"ZH", "S", "J"},   {"CH", "S", "K"},   {"CK", "K", "K"},  {"CC", "K", "K"},  {"CZ", "S", "S"},
     {"CQ", "K", "K"},   {"HS", "S", "S"},   {"PH", "F", "F"},  {"Q", "K", "K"},   {"W", "V", "V"},
     {"Z", "S", "S"},    {"V", "V", "V"},    {"B", "B", "B"},   {"P", "P", "P"}}};

/// Writes symbols, one for a run of equal ones; silence between two makes them two.
class Reader {
 public:
  explicit Reader(std::string_view word, bool alternate) : word_{word}, alternate_{alternate} {}

  std::string read() {
    if (word_.starts_with("OU") || word_.starts_with("OO")) {
      at_ = 2;  // OUAZ and WAZ are one name.
      emit(at_ < word_.size() && is_vowel(word_[at_]) ? "V" : "A");
    }
    while (at_ < word_.size()) {
      step();
    }
    return std::move(out_);
  }

 private:
  void step() {
    const char c = word_[at_];
    if (is_vowel(c)) {
      vowel(c);
    } else if (c == 'H' && at_ > 0) {
      last_ = 0;
      ++at_;
    } else if (const Group* group = group_here()) {
      emit(alternate_ ? group->alternate : group->primary);
      at_ += group->letters.size();
    } else {
      single(c);
    }
  }

  void vowel(char c) {
    const bool initial_y = c == 'Y' && at_ == 0 && word_.size() > 1 && is_vowel(word_[1]);
    if (at_ == 0) {
      emit(initial_y ? "J" : "A");
    }
    last_ = 0;
    ++at_;
  }

  [[nodiscard]] const Group* group_here() const {
    const auto rest = word_.substr(at_);
    const auto group =
        std::ranges::find_if(kGroups, [&](const Group& g) { return rest.starts_with(g.letters); });
    return group == kGroups.end() ? nullptr : &*group;
  }

  void single(char c) {
    const bool soft = at_ + 1 < word_.size() && is_soft_vowel(word_[at_ + 1]);
    switch (c) {
      case 'C':
        emit(soft != alternate_ ? "S" : "K");
        break;
      case 'G':
        emit(alternate_ ? (soft ? "J" : "K") : "G");
        break;
      case 'X':
        emit(at_ == 0 ? (alternate_ ? "KS" : "S") : "KS");
        break;
      case 'F':
        emit(at_ > 0 && word_.find_first_not_of('F', at_) == std::string_view::npos ? "V" : "F");
        break;
      default:
        emit(word_.substr(at_, 1));
        break;
    }
    ++at_;
  }

  void emit(std::string_view symbols) {
    for (const char symbol : symbols) {
      if (symbol != last_) {
        out_.push_back(symbol);
      }
      last_ = symbol;
    }
  }

  std::string_view word_;
  bool alternate_;
  std::size_t at_ = 0;
  char last_ = 0;
  std::string out_;
};

}  // namespace

Skeleton skeleton_of(std::string_view token) {
  return {Reader{token, false}.read(), Reader{token, true}.read()};
}

bool sound_alike(const Skeleton& a, const Skeleton& b) {
  return a.primary == b.primary || a.primary == b.alternate || a.alternate == b.primary;
}

}  // namespace cardea::screening
