#include <fstream>
#include <ostream>

#include "cardea/accountability/accountability.hpp"
#include "cardea/crypto/node_key.hpp"
#include "cardea/journal/proof.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "commands.hpp"
#include "node.hpp"

namespace cardea::app {
namespace {

constexpr std::size_t kProofBytesMax = std::size_t{1} << 20;

Result<journal::EntryProof> read_proof(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(ErrorKind::not_found, "file_unreadable", file);
  const auto text = read_all(stream, kProofBytesMax);
  if (!text) return pass_on(text);
  const auto value = parse_json(*text);
  if (!value) return pass_on(value);
  return from_json<journal::EntryProof>(*value);
}

/// Fails `malformed/public_key_invalid`, `broken/signature_wrong`.
Done check_signature(const journal::SignedHead& head, const std::string& key_text) {
  const auto key = parse_hex(key_text);
  crypto::PublicKey public_key{};
  if (!key || key->size() != public_key.size()) return fail(ErrorKind::malformed, "public_key_invalid");
  std::ranges::copy(*key, public_key.begin());
  const auto signature = parse_hex(head.signature).value_or(Bytes{});
  if (!crypto::verify(public_key, bytes_of(journal::head_message(head)), signature)) {
    return fail(ErrorKind::broken, "signature_wrong");
  }
  return {};
}

void print_result(const CheckProofOptions& options, const journal::EntryProof& proof, const Done& holds,
                  const Streams& streams) {
  const std::string reason(holds ? "" : holds.error().reason);
  if (options.as_json) {
    json::object line{{"holds", holds.has_value()}, {"sequence", proof.entry.sequence}};
    if (!holds) line["reason"] = reason;
    print_line(streams, line);
  } else if (holds) {
    streams.out << "Holds: entry " << proof.entry.sequence << " (" << proof.entry.type << ") of node "
                << proof.head.origin << ", recorded " << to_text(proof.entry.recorded_at)
                << ", under a head of " << proof.head.size << " entries\n";
  } else {
    streams.out << "Does not hold: " << reason << '\n';
  }
}

}  // namespace

ExitCode journal_prove(const ProveOptions& options, const Streams& streams) {
  const auto node = Node::open(options.data.path);
  if (!node) {
    return report(streams, node.error());
  }
  const auto key = crypto::NodeKey::load(key_path(options.data.path));
  if (!key) {
    return report(streams, key.error());
  }
  sql::Store& store = (*node)->store();
  const Clock& clock = (*node)->clock();
  const accountability::Accountability accountability(
      {store, store.records(), clock, privacy::standard_unusual_reads(),
       [&] { return sql::chain_state(store, clock); },
       [&key](ByteView message) { return key->sign(message); }});
  const auto proof = accountability.proof(ports::operator_at_console(), options.sequence);
  if (!proof) {
    return report(streams, proof.error());
  }
  print_line(streams, to_json(*proof));
  return ExitCode::done;
}

ExitCode journal_check_proof(const CheckProofOptions& options, const Streams& streams) {
  const auto proof = read_proof(options.file);
  if (!proof) {
    return report(streams, proof.error());
  }
  const auto& key = options.public_key.empty() ? proof->head.public_key : options.public_key;
  const Done holds = journal::check_proof(*proof).and_then([&] { return check_signature(proof->head, key); });
  if (!holds && holds.error().kind == ErrorKind::malformed) {
    return report(streams, holds.error());
  }
  print_result(options, *proof, holds, streams);
  return holds ? ExitCode::done : ExitCode::does_not_hold;
}

}  // namespace cardea::app
