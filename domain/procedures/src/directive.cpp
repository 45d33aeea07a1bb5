#include "cardea/procedures/directive.hpp"

#include <algorithm>

#include "cardea/access/permission.hpp"

namespace cardea::procedures {
namespace {

bool reaches(const std::vector<std::string>& units, const std::string& unit) {
  return units.empty() || std::ranges::any_of(units, [&](const std::string& each) {
           return access::is_within(unit, each) || access::is_within(each, unit);
         });
}

}  // namespace

DirectiveState state_at(const DirectiveTerms& terms, Instant now) {
  if (terms.withdrawn_at && *terms.withdrawn_at <= now) return DirectiveState::withdrawn;
  if (terms.expires_at && *terms.expires_at <= now) return DirectiveState::expired;
  return terms.in_force_from <= now ? DirectiveState::in_force : DirectiveState::announced;
}

bool is_open(DirectiveState state) {
  return state == DirectiveState::announced || state == DirectiveState::in_force;
}

Done check_terms(const DirectiveTerms& terms) {
  if (terms.read_by <= terms.issued_at) return fail(ErrorKind::malformed, "directive_deadline_passed");
  const bool ends_early =
      terms.expires_at && (*terms.expires_at <= terms.in_force_from || *terms.expires_at < terms.read_by);
  return ends_early ? Done{fail(ErrorKind::malformed, "directive_dates_disordered")} : Done{};
}

Reader reader_of(const DirectiveTerms& terms, const Receipt& receipt, Instant now) {
  if (receipt.read_at) return {ReadState::read, false};
  const ReadState state = receipt.received_at ? ReadState::received : ReadState::issued;
  return {state, terms.read_by < now && is_open(state_at(terms, now))};
}

bool is_addressed(const Address& address, const std::vector<Post>& posts) {
  return std::ranges::any_of(posts, [&](const Post& post) {
    const bool role =
        address.roles.empty() || std::ranges::find(address.roles, post.role) != address.roles.end();
    return role && reaches(address.units, post.unit);
  });
}

}  // namespace cardea::procedures
