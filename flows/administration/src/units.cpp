// The unit tree.
#include <algorithm>

#include "cardea/access/unit.hpp"
#include "cardea/administration/organisation.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "common.hpp"
#include "rights.hpp"

namespace cardea::administration {
namespace {

using journal::EntryType;

constexpr std::size_t kNameMax = 100;

UnitView view_of(const ports::UnitRow& row) {
  const ports::UnitRecorded& unit = row.unit;
  return {unit.path, unit.kind, unit.name, unit.state, unit.agency, unit.own, row.closed_at};
}

Done check_name(std::string_view unit_name) {
  const bool control =
      std::ranges::any_of(unit_name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  const bool length = !trim(unit_name).empty() && unit_name.size() <= kNameMax;
  if (length && !control && is_valid_utf8(unit_name)) return {};
  return fail(ErrorKind::malformed, "unit_name_invalid");
}

Result<access::UnitKind> read_kind(std::string_view word) {
  access::UnitKind kind{};
  if (!access::parse(word, kind)) return fail(ErrorKind::malformed, "unit_kind_unknown");
  return kind;
}

Result<ports::UnitRow> the_unit(const ports::Records& records, std::string_view path) {
  auto unit = records.organisation().find_unit(path);
  if (!unit) return pass_on(unit);
  if (!unit->has_value()) return fail(ErrorKind::not_found, "unit_unknown", std::string(path));
  return **std::move(unit);
}

Done check_place(const ports::Records& now, const NewUnit& unit, access::UnitKind kind) {
  const auto above = access::unit_above(unit.path);
  if (above.empty()) return {};
  const auto parent = the_unit(now, above);
  if (!parent) return pass_on(parent);
  if (parent->closed_at) return fail(ErrorKind::not_found, "unit_unknown", std::string(above));
  const auto parent_kind = read_kind(parent->unit.kind);
  if (parent_kind && access::may_stand_below(kind, *parent_kind)) return {};
  return fail(ErrorKind::conflict, "unit_misplaced");
}

// The node stays a post: it moves within the tree, and what is below it follows.
Done check_own(const ports::Records& now, const NewUnit& unit, access::UnitKind kind) {
  if (!unit.own) return {};
  const auto own = now.organisation().own_unit();
  if (!own) return pass_on(own);
  const bool below_itself =
      own->has_value() && unit.path != (*own)->unit.path && access::is_within(unit.path, (*own)->unit.path);
  if (kind == access::UnitKind::post && !below_itself) return {};
  return fail(ErrorKind::conflict, "unit_own_is_a_post");
}

/// What stands at this path already keeps whether it is of this node.
Result<ports::UnitRecorded> recorded(const ports::Records& now, const ports::NodeCreated& node,
                                     const NewUnit& unit) {
  const auto before = now.organisation().find_unit(unit.path);
  if (!before) return pass_on(before);
  const bool own = unit.own || (before->has_value() && (*before)->unit.own);
  return ports::UnitRecorded{unit.path, unit.kind, unit.name, node.state, unit.agency.value_or(node.agency),
                             own};
}

Done may_close(const ports::Records& now, std::string_view path) {
  const auto unit = the_unit(now, path);
  if (!unit) return pass_on(unit);
  if (unit->unit.own) return fail(ErrorKind::conflict, "unit_is_own");
  const auto all = now.organisation().units();
  if (!all) return pass_on(all);
  const bool open_below = std::ranges::any_of(*all, [&](const ports::UnitRow& row) {
    return row.unit.path != path && !row.closed_at && access::is_within(row.unit.path, path);
  });
  if (open_below) return fail(ErrorKind::conflict, "unit_has_open_units");
  return {};
}

}  // namespace

Result<std::vector<UnitView>> Organisation::units(const ports::Caller& caller) const {
  if (const Done allowed = may(caller, access::Action::read_organisation); !allowed) return pass_on(allowed);
  const auto rows = parts_.records.organisation().units();
  if (!rows) return pass_on(rows);
  std::vector<UnitView> views;
  for (const ports::UnitRow& row : *rows) views.push_back(view_of(row));
  return views;
}

Result<UnitView> Organisation::record_unit(const ports::Caller& caller, const NewUnit& unit) const {
  const Done allowed = may(caller, access::Action::manage_organisation)
                           .and_then([&] { return access::check_unit_path(unit.path); })
                           .and_then([&] { return check_name(unit.name); });
  if (!allowed) return pass_on(allowed);
  const auto kind = read_kind(unit.kind);
  if (!kind) return pass_on(kind);
  std::optional<UnitView> view;
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    const Done fits = check_place(now, unit, *kind).and_then([&] { return check_own(now, unit, *kind); });
    if (!fits) return pass_on(fits);
    const auto entry = recorded(now, *node, unit);
    if (!entry) return pass_on(entry);
    view = view_of({*entry, std::nullopt});
    return ports::Outcome{
        {draft_by(caller, *node, EntryType::unit_recorded, unit.path, to_json(*entry).get_object())}, {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  return *view;
}

Result<UnitView> Organisation::close_unit(const ports::Caller& caller, std::string_view path,
                                          std::string_view reason) const {
  const Done allowed =
      may(caller, access::Action::manage_organisation).and_then([&] { return check_reason(reason); });
  if (!allowed) return pass_on(allowed);
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    const auto node = ports::made_node(now);
    if (!node) return pass_on(node);
    if (const Done closes = may_close(now, path); !closes) return pass_on(closes);
    const ports::UnitClosed closed{std::string(path), std::string(reason)};
    return ports::Outcome{
        {draft_by(caller, *node, EntryType::unit_closed, closed.path, to_json(closed).get_object())}, {}, {}};
  });
  if (!receipt) return pass_on(receipt);
  const auto unit = the_unit(parts_.records, path);
  if (!unit) return pass_on(unit);
  return view_of(*unit);
}

}  // namespace cardea::administration
