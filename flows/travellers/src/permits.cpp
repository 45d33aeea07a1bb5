// The register of visas, permits and cards.
#include <algorithm>

#include "cardea/journal/catalogue.hpp"
#include "common.hpp"

namespace cardea::travellers {
namespace {

using journal::EntryType;

constexpr int kNumberMax = 3660;
constexpr std::size_t kImportedMax = 100'000;

bool in_range(const std::optional<int>& number) { return !number || (*number >= 1 && *number <= kNumberMax); }

Done check_words(const PermitInput& input) {
  for (const std::string& text : {input.kind, input.number, input.document_issuer, input.document_number,
                                  input.holder, input.zone.value_or("")}) {
    if (const Done good = ports::check_officer_text(text, kWordBytesMax); !good) return good;
  }
  for (const std::string& state : input.territory.value_or(std::vector<std::string>{})) {
    if (const Done good = check_state_code(state); !good) return good;
  }
  return {};
}

Done check_permit(const PermitInput& input, const crossings::PermitKinds& kinds) {
  if (kind_of(kinds, input.kind) == nullptr) return fail(ErrorKind::malformed, "permit_kind_unknown");
  if (input.valid_to < input.valid_from) return fail(ErrorKind::malformed, "days_run_backwards");
  if (input.document_number.empty() || input.document_issuer.empty()) {
    return fail(ErrorKind::malformed, "permit_without_document");
  }
  if (!in_range(input.days) || !in_range(input.entries))
    return fail(ErrorKind::malformed, "number_out_of_range");
  return check_words(input);
}

Recorded recorded_of(PermitId id, const PermitInput& input) {
  const ports::PermitRecorded permit{id,
                                     input.kind,
                                     input.number,
                                     input.document_issuer,
                                     input.document_number,
                                     input.holder,
                                     input.traveller_id,
                                     input.valid_from,
                                     input.valid_to,
                                     input.days,
                                     input.entries,
                                     input.territory.value_or(std::vector<std::string>{}),
                                     input.zone.value_or("")};
  return {EntryType::permit_recorded, to_text(id), to_json(permit).get_object()};
}

Result<ports::PermitRow> the_permit(const ports::Records& records, PermitId id) {
  auto row = records.travellers().find_permit(id);
  if (!row) return pass_on(row);
  if (!row->has_value()) return fail(ErrorKind::not_found, "permit_unknown");
  return **std::move(row);
}

}  // namespace

Result<ports::PermitRow> Travellers::put_permit(const ports::Caller& caller, PermitId id,
                                                const PermitInput& input) const {
  const Done allowed = may(caller, access::Action::manage_permits).and_then([&] {
    return check_permit(input, parts_.rules.permits);
  });
  if (!allowed) return pass_on(allowed);
  const auto done =
      perform(parts_, caller, {}, to_text(id), [&](const ports::Records&) -> Result<std::vector<Recorded>> {
        return std::vector{recorded_of(id, input)};
      });
  if (!done) return pass_on(done);
  return the_permit(parts_.records, id);
}

Result<ports::PermitRow> Travellers::add_permit(const ports::Caller& caller, const PermitInput& input,
                                                const Request& request) const {
  const Done allowed = may(caller, access::Action::manage_permits).and_then([&] {
    return check_permit(input, parts_.rules.permits);
  });
  if (!allowed) return pass_on(allowed);
  const auto id = parts_.ids.make<PermitId>();
  const auto about = perform(parts_, caller, request, to_text(id),
                             [&](const ports::Records&) -> Result<std::vector<Recorded>> {
                               return std::vector{recorded_of(id, input)};
                             });
  if (!about) return pass_on(about);
  const auto made = parse_id<PermitId>(*about);
  if (!made) return fail(ErrorKind::conflict, "idempotency_key_reused");
  return the_permit(parts_.records, *made);
}

Result<int> Travellers::import_permits(const ports::Caller& caller,
                                       const std::vector<PermitInput>& permits) const {
  const Done allowed = may(caller, access::Action::manage_permits);
  if (!allowed) return pass_on(allowed);
  if (permits.size() > kImportedMax) return fail(ErrorKind::malformed, "number_out_of_range");
  std::vector<Recorded> recorded;
  for (const PermitInput& permit : permits) {
    if (const Done good = check_permit(permit, parts_.rules.permits); !good) {
      return fail(good.error().kind, good.error().reason, "row " + std::to_string(recorded.size() + 1));
    }
    recorded.push_back(recorded_of(parts_.ids.make<PermitId>(), permit));
  }
  const auto done = perform(parts_, caller, {}, "permits",
                            [&](const ports::Records&) -> Result<std::vector<Recorded>> { return recorded; });
  if (!done) return pass_on(done);
  return static_cast<int>(recorded.size());
}

Result<ports::PermitRow> Travellers::end_permit(const ports::Caller& caller, PermitId id,
                                                const EndPermit& input) const {
  const Done allowed =
      may(caller, access::Action::manage_permits).and_then([&] { return check_reason(input.reason); });
  if (!allowed) return pass_on(allowed);
  const auto done = perform(
      parts_, caller, {}, to_text(id), [&](const ports::Records& now) -> Result<std::vector<Recorded>> {
        const auto row = the_permit(now, id);
        if (!row) return pass_on(row);
        if (row->ended_on) return fail(ErrorKind::conflict, "permit_ended_already");
        return std::vector<Recorded>{{EntryType::permit_ended, to_text(id),
                                      to_json(ports::PermitEnded{id, input.on, input.reason}).get_object()}};
      });
  if (!done) return pass_on(done);
  return the_permit(parts_.records, id);
}

}  // namespace cardea::travellers
