#include "cardea/system/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>

namespace cardea::system {
namespace {

namespace fs = std::filesystem;

/// An open file; closed when it goes.
class Handle {
 public:
  explicit Handle(int descriptor) : descriptor_{descriptor} {}
  ~Handle() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  [[nodiscard]] bool open() const { return descriptor_ >= 0; }
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

[[nodiscard]] std::string describe(const fs::path& path, int error) {
  return path.string() + ": " + std::system_category().message(error);
}

[[nodiscard]] Failure unreadable(const fs::path& path, int error) {
  if (error == ENOENT || error == ENOTDIR) return fail(ErrorKind::not_found, "file_missing", path.string());
  return fail(ErrorKind::unavailable, "file_unreadable", describe(path, error));
}

[[nodiscard]] Failure unwritable(const fs::path& path, int error) {
  const bool full = error == ENOSPC || error == EDQUOT;
  if (error == EEXIST) return fail(ErrorKind::conflict, "file_exists", path.string());
  return fail(ErrorKind::unavailable, full ? "disk_full" : "file_unwritable", describe(path, error));
}

[[nodiscard]] Result<std::string> read_all(const Handle& file, const fs::path& path, std::size_t bytes_max) {
  std::string bytes;
  while (true) {
    const std::size_t before = bytes.size();
    // One byte more than allowed is asked for, so that too large is seen without trusting the size of the
    // folder entry.
    bytes.resize(std::min(before + (1U << 16), bytes_max + 1));
    const ssize_t count = ::read(file.get(), bytes.data() + before, bytes.size() - before);
    if (count < 0 && errno != EINTR) return unreadable(path, errno);
    bytes.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
    if (bytes.size() > bytes_max) return fail(ErrorKind::malformed, "file_too_large", path.string());
    if (count == 0) return bytes;
  }
}

/// Errors of the system, or 0.
[[nodiscard]] int write_all(const Handle& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return errno;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(file.get()) == 0 ? 0 : errno;
}

/// A folder is synced so that the new name is durable as well.
[[nodiscard]] int sync_folder_of(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const Handle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.open()) return errno;
  return ::fsync(handle.get()) == 0 ? 0 : errno;
}

[[nodiscard]] int write_file(const fs::path& path, std::string_view bytes, FileAccess access) {
  const mode_t mode = access == FileAccess::owner_only ? 0600 : 0644;
  const Handle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!file.open()) return errno;
  // The mask of the process may not decide who reads it.
  if (::fchmod(file.get(), mode) != 0) return errno;
  return write_all(file, bytes);
}

/// A name beside the target that no other writer of this machine uses.
[[nodiscard]] fs::path name_beside(const fs::path& path) {
  static std::atomic<unsigned> count{0};
  fs::path beside = path;
  beside += ".new." + std::to_string(::getpid()) + "." + std::to_string(count.fetch_add(1));
  return beside;
}

using Publish = int (*)(const fs::path& written, const fs::path& target);

[[nodiscard]] int replace_target(const fs::path& written, const fs::path& target) {
  return ::rename(written.c_str(), target.c_str()) == 0 ? 0 : errno;
}

/// A hard link fails when the target exists, where a rename would put itself over it.
[[nodiscard]] int link_target(const fs::path& written, const fs::path& target) {
  if (::link(written.c_str(), target.c_str()) != 0) return errno;
  return ::unlink(written.c_str()) == 0 ? 0 : errno;
}

[[nodiscard]] Done write_and_publish(const fs::path& path, std::string_view bytes, FileAccess access,
                                     Publish publish) {
  const fs::path beside = name_beside(path);
  int error = write_file(beside, bytes, access);
  if (error == 0) error = publish(beside, path);
  if (error != 0) {
    ::unlink(beside.c_str());
    return unwritable(path, error);
  }
  error = sync_folder_of(path);
  if (error != 0) return unwritable(path, error);
  return {};
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::size_t bytes_max) {
  const Handle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) return unreadable(path, errno);
  return read_all(file, path, bytes_max);
}

Done write_file_atomically(const fs::path& path, std::string_view bytes, FileAccess access) {
  return write_and_publish(path, bytes, access, replace_target);
}

Done write_new_file(const fs::path& path, std::string_view bytes, FileAccess access) {
  return write_and_publish(path, bytes, access, link_target);
}

}  // namespace cardea::system
