#include "list_files.hpp"

#include <map>

#include "cardea/kernel/hash.hpp"
#include "cardea/system/files.hpp"

namespace cardea::app {
namespace {

using lists::ListFormat;

/// The largest list known has some 100 MB; a file beyond this is not a list.
constexpr std::size_t kFileMax = 512u << 20;
constexpr std::size_t kFirstBytes = 8192;

struct ListFile {
  ListFormat format;
  std::string path;
  std::string text;
};

Result<ListFile> load(const NamedFile& named) {
  auto text = system::read_file(named.path, kFileMax);
  if (!text) {
    return pass_on(text);
  }
  const auto format = lists::recognise(named.name, std::string_view(*text).substr(0, kFirstBytes));
  if (!format) {
    return pass_on(format);
  }
  return ListFile{*format, named.name, std::move(*text)};
}

bool belongs_to_ofac_csv(ListFormat format) {
  return format == ListFormat::ofac_sdn || format == ListFormat::ofac_alt || format == ListFormat::ofac_add ||
         format == ListFormat::ofac_comments;
}

Result<lists::ParsedList> read_single(const ListFile& file, const lists::Progress& progress) {
  switch (file.format) {
    case ListFormat::un_consolidated:
      return lists::read_un_consolidated(file.text, progress);
    case ListFormat::eu_fsf:
      return lists::read_eu_sanctions(file.text, progress);
    case ListFormat::sdn_advanced:
      return lists::read_sdn_advanced(file.text, progress);
    case ListFormat::own_csv:
      return lists::read_own_csv(file.text, progress);
    case ListFormat::ofac_sdn:
    case ListFormat::ofac_alt:
    case ListFormat::ofac_add:
    case ListFormat::ofac_comments:
      break;
  }
  return fail(ErrorKind::malformed, "list_without_sdn", file.path);
}

Result<ListFromFiles> read_ofac(const std::map<ListFormat, ListFile>& parts,
                                const lists::Progress& progress) {
  if (!parts.contains(ListFormat::ofac_sdn)) {
    return fail(ErrorKind::malformed, "list_without_sdn", parts.begin()->second.path);
  }
  const auto text = [&](ListFormat format) {
    const auto part = parts.find(format);
    return part == parts.end() ? std::string_view{} : std::string_view(part->second.text);
  };
  auto parsed = lists::read_ofac_sdn({text(ListFormat::ofac_sdn), text(ListFormat::ofac_alt),
                                      text(ListFormat::ofac_add), text(ListFormat::ofac_comments)},
                                     progress);
  if (!parsed) {
    return pass_on(parsed);
  }
  Sha256 digest;
  for (const auto& [format, file] : parts) {
    digest.add(lists::name(format)).add(sha256(file.text));
  }
  return ListFromFiles{std::move(*parsed), to_hex(digest.finish())};
}

}  // namespace

alerts::ListInput input_of(const ListFromFiles& list) {
  return {.source = list.parsed.source,
          .version = list.parsed.version,
          .digest = list.digest,
          .alerts = list.parsed.alerts,
          .quarantined = list.parsed.quarantined};
}

Result<std::vector<ListFromFiles>> read_list_files(const std::vector<NamedFile>& files,
                                                   const lists::Progress& progress) {
  std::vector<ListFromFiles> found;
  std::map<ListFormat, ListFile> ofac;
  for (const NamedFile& named : files) {
    auto file = load(named);
    if (!file) {
      return pass_on(file);
    }
    if (belongs_to_ofac_csv(file->format)) {
      if (!ofac.emplace(file->format, std::move(*file)).second) {
        return fail(ErrorKind::malformed, "list_file_twice", named.name);
      }
      continue;
    }
    auto parsed = read_single(*file, progress);
    if (!parsed) {
      return pass_on(parsed);
    }
    found.push_back({std::move(*parsed), to_hex(sha256(file->text))});
  }
  if (!ofac.empty()) {
    auto list = read_ofac(ofac, progress);
    if (!list) {
      return pass_on(list);
    }
    found.push_back(std::move(*list));
  }
  return found;
}

Result<std::vector<ListFromFiles>> read_list_paths(const std::vector<std::string>& paths,
                                                   const lists::Progress& progress) {
  std::vector<NamedFile> files;
  files.reserve(paths.size());
  for (const std::string& path : paths) {
    files.push_back({path, path});
  }
  return read_list_files(files, progress);
}

}  // namespace cardea::app
