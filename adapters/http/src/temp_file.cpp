#include "temp_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>
#include <string>

namespace cardea::http {

std::unique_ptr<TempFile> TempFile::create(const std::filesystem::path& folder) {
  std::error_code error;
  const auto place = folder.empty() ? std::filesystem::temp_directory_path(error) : folder;
  std::string pattern = (place / "cardea-upload-XXXXXX").string();
  const int descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);  // mode 0600
  if (descriptor < 0) return nullptr;
  return std::unique_ptr<TempFile>(new TempFile(pattern, descriptor));
}

TempFile::~TempFile() {
  ::close(descriptor_);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

bool TempFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace cardea::http
