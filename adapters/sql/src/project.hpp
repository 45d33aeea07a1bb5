#pragma once

#include "cardea/kernel/codec.hpp"
#include "cardea/ports/entries.hpp"
#include "cardea/sql/driver.hpp"
#include "cardea/sql/projection.hpp"

// The parts of project(): one function for each entry type.

namespace cardea::sql {

/// What every one of them gets.
struct Applied {
  Connection& connection;
  const journal::Entry& entry;
  const json::value& payload;
};

[[nodiscard]] Failure unreadable(const Applied& applied, std::string_view where);
[[nodiscard]] Failure without_subject(const Applied& applied);

/// The payload as the struct of its type.
template <class T>
[[nodiscard]] Result<T> payload_as(const Applied& applied) {
  auto read = from_json<T>(applied.payload);
  if (!read) return unreadable(applied, read.error().detail);
  return read;
}

template <class T>
[[nodiscard]] std::string stored_json(const T& value) {
  return canonical_json(to_json(value));
}

[[nodiscard]] Done project_node(const Applied& applied);
[[nodiscard]] Done project_officer(const Applied& applied);
[[nodiscard]] Done project_own_units(const Applied& applied, const ports::NodeCreated& node);
[[nodiscard]] Done project_unit(const Applied& applied);
[[nodiscard]] Done project_unit_closed(const Applied& applied);
[[nodiscard]] Done project_grant(const Applied& applied);
[[nodiscard]] Done project_grant_approved(const Applied& applied);
[[nodiscard]] Done project_grant_ended(const Applied& applied);
[[nodiscard]] Done project_break_glass(const Applied& applied);
[[nodiscard]] Done project_break_glass_review(const Applied& applied);
[[nodiscard]] Done project_workstation(const Applied& applied);
[[nodiscard]] Done project_workstation_enrolled(const Applied& applied);
[[nodiscard]] Done project_workstation_closed(const Applied& applied);
[[nodiscard]] Done project_list(const Applied& applied);
[[nodiscard]] Done project_alert(const Applied& applied);
[[nodiscard]] Done project_withdrawal(const Applied& applied);
[[nodiscard]] Done project_passage(const Applied& applied);
[[nodiscard]] Done project_inspection(const Applied& applied);
[[nodiscard]] Done project_comparison(const Applied& applied);
[[nodiscard]] Done project_decision(const Applied& applied);
[[nodiscard]] Done project_void(const Applied& applied);
[[nodiscard]] Done project_read(const Applied& applied);
[[nodiscard]] Done project_access(const Applied& applied);
[[nodiscard]] Done project_erasure(const Applied& applied);
[[nodiscard]] Done project_notice(const Applied& applied);
[[nodiscard]] Done project_hold(const Applied& applied);
[[nodiscard]] Done project_hold_approval(const Applied& applied);
[[nodiscard]] Done project_hold_lift(const Applied& applied);
/// Who inspects a person reads what is known about that person.
[[nodiscard]] Done project_own_read(const Applied& applied, const ports::InspectionOpened& opened);

}  // namespace cardea::sql
