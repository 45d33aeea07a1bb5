#include "project.hpp"
#include "rows.hpp"

namespace cardea::sql {

Done project_node(const Applied& applied) {
  const auto node = payload_as<ports::NodeCreated>(applied);
  if (!node) return pass_on(node);
  auto added = applied.connection.run(
      "INSERT INTO node (node_id, post, state, agency, time_zone, lanes, public_key) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      {to_text(node->node_id), node->post, node->state, node->agency, node->time_zone,
       stored_json(node->lanes), node->public_key});
  return added ? project_own_units(applied, *node) : Done{pass_on(added)};
}

Done project_officer(const Applied& applied) {
  const auto officer = payload_as<ports::OfficerEnrolled>(applied);
  if (!officer) return pass_on(officer);
  return without_count(applied.connection.run(
      "INSERT INTO officer (officer_id, user_name, display_name, roles, active) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (officer_id) DO UPDATE SET user_name = excluded.user_name, "
      "display_name = excluded.display_name, roles = excluded.roles, active = excluded.active",
      {to_text(officer->officer_id), officer->user_name, officer->display_name, stored_json(officer->roles),
       officer->active}));
}

}  // namespace cardea::sql
