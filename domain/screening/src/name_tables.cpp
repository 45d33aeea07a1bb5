#include "name_tables.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "cardea/kernel/text.hpp"
#include "cardea/screening/normalise.hpp"

namespace cardea::screening {

// Written by cardea_embed from data/names.
namespace data {
std::string_view romanisation();
std::string_view honorifics();
std::string_view particles();
std::string_view nicknames();
std::string_view common_names();
std::string_view states();
}  // namespace data

namespace {

template <class Take>
void for_each_line(std::string_view text, Take take) {
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty() && line.front() != '#') {
      take(split(line, '\t'));
    }
  }
}

template <class Take>
void for_each_word(std::string_view text, Take take) {
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) {
      take(word);
    }
  }
}

void read_letters(NameTables& tables) {
  for_each_line(data::romanisation(), [&](const auto& fields) {
    std::uint32_t point = 0;
    std::from_chars(fields[0].data(), fields[0].data() + fields[0].size(), point, 16);
    tables.letters.emplace_back(point, fields[2] == "-" ? std::string_view{} : fields[2]);
  });
}

Particle particle_kind(std::string_view word) {
  if (word == "article") {
    return Particle::article;
  }
  return word == "parent" ? Particle::parent : Particle::other;
}

void read_words(NameTables& tables) {
  for_each_line(data::honorifics(), [&](const auto& fields) { tables.honorifics.insert(fields[0]); });
  for_each_line(data::particles(),
                [&](const auto& fields) { tables.particles.emplace(fields[0], particle_kind(fields[1])); });
}

void read_nicknames(NameTables& tables) {
  for_each_line(data::nicknames(), [&](const auto& fields) {
    const auto index = static_cast<std::uint16_t>(tables.nickname_sets.size());
    auto& set = tables.nickname_sets.emplace_back();
    for_each_word(fields[0], [&](std::string_view word) {
      set.push_back(word);
      tables.nickname_sets_of[word].push_back(index);
    });
  });
}

void read_common(NameTables& tables) {
  for_each_line(data::common_names(), [&](const auto& fields) {
    const double share = static_cast<double>(parse_number(fields[0]).value_or(0)) / 100'000.0;
    for_each_word(fields[1], [&](std::string_view word) { tables.common.emplace_back(word, share); });
  });
}

void read_states(NameTables& tables) {
  std::unordered_map<std::string_view, std::uint8_t> groups;
  for_each_line(data::states(), [&](const auto& fields) {
    const auto next = static_cast<std::uint8_t>(groups.size() + 1);
    const State state{fields[0], groups.try_emplace(fields[2], next).first->second};
    tables.states.emplace(fields[0], state);
    tables.states.emplace(fields[1], state);
    for (const std::string_view name : split(fields[3], '|')) {
      tables.states.emplace(name, state);
    }
  });
}

NameTables read_tables() {
  NameTables tables;
  read_letters(tables);
  read_words(tables);
  read_nicknames(tables);
  read_common(tables);
  read_states(tables);
  return tables;
}

/// Capitals of the Latin letters, other characters kept: how the table writes the names of states.
std::string capitals(std::string_view text) {
  std::string out;
  const auto& letters = name_tables().letters;
  for (const char32_t point : to_code_points(trim(text))) {
    const auto at = std::lower_bound(letters.begin(), letters.end(), point,
                                     [](const auto& entry, char32_t wanted) { return entry.first < wanted; });
    if (point < 0x80) {
      out.push_back(ascii_upper(static_cast<char>(point)));
    } else if (at != letters.end() && at->first == point) {
      out.append(at->second);
    } else {
      append_code_point(out, point == U'\u2019' ? U'\'' : point);
    }
  }
  return out;
}

}  // namespace

Particle NameTables::particle(std::string_view word) const {
  const auto at = particles.find(word);
  return at == particles.end() ? Particle::none : at->second;
}

bool NameTables::nicknames(std::string_view a, std::string_view b) const {
  const auto sets_a = nickname_sets_of.find(a);
  const auto sets_b = nickname_sets_of.find(b);
  if (sets_a == nickname_sets_of.end() || sets_b == nickname_sets_of.end()) {
    return false;
  }
  return std::ranges::any_of(sets_a->second, [&](std::uint16_t set) {
    return std::ranges::find(sets_b->second, set) != sets_b->second.end();
  });
}

const NameTables& name_tables() {
  static const NameTables tables = read_tables();
  return tables;
}

std::uint8_t group_of_state(std::string_view alpha3) {
  const auto& states = name_tables().states;
  const auto at = states.find(alpha3);
  return at == states.end() ? 0 : at->second.group;
}

std::string normalise_state(std::string_view text) {
  const std::string wanted = capitals(text);
  const auto& states = name_tables().states;
  const auto at = states.find(wanted);
  return at == states.end() ? wanted : std::string(at->second.alpha3);
}

}  // namespace cardea::screening
