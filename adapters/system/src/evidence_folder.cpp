#include "cardea/system/evidence_folder.hpp"

#include "cardea/system/files.hpp"

namespace cardea::system {
namespace {

constexpr std::size_t kEvidenceBytesMax = std::size_t{256} << 20;

}  // namespace

Done EvidenceFolder::keep(std::string_view sha256, std::string_view bytes) {
  std::error_code failed;
  std::filesystem::create_directories(folder_, failed);
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, failed);
  const auto path = folder_ / sha256;
  if (std::filesystem::exists(path, failed)) return {};
  return write_file_atomically(path, bytes);
}

Result<std::string> EvidenceFolder::read(std::string_view sha256) const {
  return read_file(folder_ / sha256, kEvidenceBytesMax);
}

}  // namespace cardea::system
