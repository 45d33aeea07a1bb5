#include "common.hpp"

namespace cardea::accountability {

Result<ports::NodeCreated> the_node(const ports::Records& records) {
  auto node = records.node();
  if (!node) return pass_on(node);
  if (!node->has_value()) return fail(ErrorKind::conflict, "node_not_made");
  return **std::move(node);
}

ports::Caller for_data_protection(const ports::Caller& caller) {
  ports::Caller by = caller;
  if (!by.purpose_stated) by.purpose = "data_protection";
  return by;
}

}  // namespace cardea::accountability
