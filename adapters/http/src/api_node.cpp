#include <boost/describe.hpp>

#include "api_common.hpp"
#include "api_readiness.hpp"

namespace cardea::http {
namespace {

struct ListBody {
  std::string source;
  std::string version;
  std::int64_t alerts = 0;
  Instant imported_at;
};
BOOST_DESCRIBE_STRUCT(ListBody, (), (source, version, alerts, imported_at))

struct NodeBody {
  std::string post;
  std::string state;
  std::string agency;
  std::string time_zone;
  std::vector<std::string> lanes;
  std::string version;
  bool ready = false;
  bool enrolled = false;
  std::optional<std::vector<ListBody>> lists;
};
BOOST_DESCRIBE_STRUCT(NodeBody, (), (post, state, agency, time_zone, lanes, version, ready, enrolled, lists))

Result<std::vector<ListBody>> lists_in_force(const ApiParts& parts) {
  const auto rows = parts.records.lists();
  if (!rows) return pass_on(rows);
  std::vector<ListBody> lists;
  for (const auto& row : *rows) lists.push_back({row.source, row.version, row.alerts, row.imported_at});
  return lists;
}

Result<Response> get_node(const ApiParts& parts, const Request& request) {
  const auto node = parts.records.node();
  if (!node) return pass_on(node);
  if (!*node) return fail(ErrorKind::conflict, "node_not_made");
  const auto officers = parts.records.officers();
  if (!officers) return pass_on(officers);
  const ports::NodeCreated& made = **node;
  NodeBody body{made.post,     made.state,      made.agency,        made.time_zone, made.lanes,
                parts.version, is_ready(parts), !officers->empty(), std::nullopt};
  if (permit(parts, request, administration::SessionUse::even_locked)) {
    auto lists = lists_in_force(parts);
    if (!lists) return pass_on(lists);
    body.lists = std::move(*lists);
  }
  return reply(200, body);
}

}  // namespace

void add_node_routes(Api& api) { api.route(Method::get, "/api/v1/node", get_node); }

}  // namespace cardea::http
