#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "cardea/kernel/result.hpp"

namespace cardea::system {

/// Who may read a file that is written: only its owner, or everybody.
enum class FileAccess : std::uint8_t { owner_only, everybody_reads };

/// The whole file. Fails `not_found/file_missing`, `malformed/file_too_large` (more than `bytes_max`; no more
/// than that is read), `unavailable/file_unreadable`.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max);

/// Puts `bytes` in place of what is there: after a crash or a power cut at any moment the file holds the old
/// bytes or the new ones, whole; after success the new ones are on disk. Written beside the target first, so
/// the folder must be writable. Fails `unavailable/file_unwritable`, `unavailable/disk_full`.
[[nodiscard]] Done write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                                         FileAccess access = FileAccess::owner_only);

/// Makes a file that must not be there yet, as whole and as durable as above. Fails `conflict/file_exists`,
/// `unavailable/file_unwritable`, `unavailable/disk_full`.
[[nodiscard]] Done write_new_file(const std::filesystem::path& path, std::string_view bytes,
                                  FileAccess access = FileAccess::owner_only);

}  // namespace cardea::system
