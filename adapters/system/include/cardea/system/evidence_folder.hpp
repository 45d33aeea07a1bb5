#pragma once

#include <filesystem>

#include "cardea/ports/evidence_store.hpp"

namespace cardea::system {

/// Evidence as files of a folder, readable by the node alone. The folder is made when the first file comes.
class EvidenceFolder final : public ports::EvidenceStore {
 public:
  explicit EvidenceFolder(std::filesystem::path folder) : folder_{std::move(folder)} {}

  [[nodiscard]] Done keep(std::string_view sha256, std::string_view bytes) override;
  [[nodiscard]] Result<std::string> read(std::string_view sha256) const override;

 private:
  std::filesystem::path folder_;
};

}  // namespace cardea::system
