#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cardea/guidance/parts.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/ports/request.hpp"

namespace cardea::guidance {

inline constexpr std::size_t kTextBytesMax = 8000;
inline constexpr std::size_t kLineBytesMax = 300;

using Drafts = std::vector<journal::Draft>;

/// Display names by the text of the officer's id; `console` is itself.
class Names {
 public:
  [[nodiscard]] static Result<Names> of(const ports::Records& records);
  [[nodiscard]] std::string of_actor(const std::string& actor) const;

 private:
  std::map<std::string, std::string> names_;
};

/// A reason somebody has to give. Fails `malformed/reason_required`, `malformed/text_too_long`,
/// `malformed/text_invalid`.
[[nodiscard]] Done check_reason(std::string_view reason);
/// Whether every text fits. Fails `malformed/text_too_long`, `malformed/text_invalid`.
[[nodiscard]] Done check_all(const std::vector<std::string_view>& texts, std::size_t bytes_max);
/// A unit that is there and not closed. Fails `not_found/unit_unknown`.
[[nodiscard]] Done check_unit(const ports::Records& now, const std::string& path);
/// Path of the post that the node stands at; empty when it is not in the tree yet.
[[nodiscard]] Result<std::string> own_path(const ports::Records& records);

/// One piece of work: `act` decides what to record.
template <class Act>
[[nodiscard]] Done perform(const Parts& parts, const Act& act) {
  const auto receipt = parts.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    Result<Drafts> drafts = act(now, *node);
    if (!drafts) return pass_on(drafts);
    return ports::Outcome{*std::move(drafts), {}, {}};
  });
  return receipt ? Done{} : Done{pass_on(receipt)};
}

template <class Payload>
[[nodiscard]] journal::Draft entry(const ports::Caller& caller, const ports::NodeCreated& node,
                                   journal::EntryType type, std::string subject, const Payload& payload) {
  return draft_by(caller, node, type, std::move(subject), to_json(payload).get_object());
}

}  // namespace cardea::guidance
