#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace cardea::http {

/// A file that only this process can read and that is gone with this object.
class TempFile {
 public:
  /// In `folder`, or in the system's folder for such files when it is empty. Null when that cannot be done.
  [[nodiscard]] static std::unique_ptr<TempFile> create(const std::filesystem::path& folder);
  ~TempFile();
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;

  [[nodiscard]] bool append(std::string_view bytes);
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  TempFile(std::filesystem::path path, int descriptor) : path_{std::move(path)}, descriptor_{descriptor} {}
  std::filesystem::path path_;
  int descriptor_;
};

}  // namespace cardea::http
