#include "cardea/journal/seal.hpp"

#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/check.hpp"

namespace cardea::journal {
namespace {

constexpr std::uint8_t kLayoutVersion = 1;

template <std::size_t Width>
[[nodiscard]] std::array<std::uint8_t, Width> big_endian(std::uint64_t number) {
  std::array<std::uint8_t, Width> bytes{};
  for (std::size_t i = 0; i < Width; ++i)
    bytes[i] = static_cast<std::uint8_t>(number >> (8 * (Width - 1 - i)));
  return bytes;
}

void add_text(Sha256& hash, std::string_view text) {
  CARDEA_INVARIANT(text.size() <= 0xffff'ffffU);
  hash.add(big_endian<4>(text.size())).add(text);
}

[[nodiscard]] Failure broken(std::string_view reason, const Entry& entry) {
  return fail(ErrorKind::broken, reason, "sequence " + std::to_string(entry.sequence));
}

[[nodiscard]] bool payload_intact(const Entry& entry) {
  if (entry.payload.has_value() != entry.salt.has_value()) return false;
  return !entry.payload || payload_digest(*entry.salt, *entry.payload) == entry.payload_digest;
}

}  // namespace

Digest payload_digest(const Salt& salt, std::string_view canonical_payload) {
  return Sha256{}.add(ByteView{salt}).add(canonical_payload).finish();
}

Digest hash_of(const Entry& entry) {
  Sha256 hash;
  hash.add(ByteView{&kLayoutVersion, 1});
  hash.add(big_endian<8>(static_cast<std::uint64_t>(entry.sequence)));
  hash.add(big_endian<8>(static_cast<std::uint64_t>(entry.recorded_at.us)));
  for (const std::string* text : {&entry.origin, &entry.actor.officer, &entry.actor.agency, &entry.actor.unit,
                                  &entry.purpose, &entry.type, &entry.subject}) {
    add_text(hash, *text);
  }
  hash.add(ByteView{entry.payload_digest}).add(ByteView{entry.previous_hash});
  return hash.finish();
}

Entry seal(const Draft& draft, std::string_view origin, const Head& head, Instant at, const Salt& salt) {
  EntryType type{};
  CARDEA_INVARIANT(parse(draft.type, type));
  Entry entry;
  entry.origin = origin;
  entry.sequence = head.sequence + 1;
  entry.recorded_at = at;
  entry.actor = draft.actor;
  entry.purpose = draft.purpose;
  entry.type = draft.type;
  entry.subject = draft.subject;
  entry.payload = canonical_json(draft.payload);
  entry.salt = salt;
  entry.payload_digest = payload_digest(salt, *entry.payload);
  entry.previous_hash = head.hash;
  entry.hash = hash_of(entry);
  return entry;
}

Done follows(const Head& head, std::string_view origin, const Entry& entry) {
  if (entry.origin != origin) return broken("journal_origin_wrong", entry);
  if (entry.sequence != head.sequence + 1) return broken("journal_gap", entry);
  if (entry.previous_hash != head.hash) return broken("journal_forked", entry);
  if (hash_of(entry) != entry.hash) return broken("journal_hash_wrong", entry);
  if (!payload_intact(entry)) return broken("journal_payload_altered", entry);
  return {};
}

Head head_after(const Entry& entry) { return {entry.sequence, entry.hash}; }

void erase_payload(Entry& entry) {
  entry.payload.reset();
  entry.salt.reset();
}

}  // namespace cardea::journal
