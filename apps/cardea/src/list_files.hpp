#pragma once

#include <string>
#include <vector>

#include "cardea/alerts/lists.hpp"
#include "cardea/lists/importers.hpp"

namespace cardea::app {

/// A list read from its files, with the digest of their bytes.
struct ListFromFiles {
  lists::ParsedList parsed;
  std::string digest;  ///< SHA-256 over the files in the order of their formats, hexadecimal
};

/// What the flow imports of it. Views: the list must outlive the import.
[[nodiscard]] alerts::ListInput input_of(const ListFromFiles& list);

/// A file and the name it is known by: an upload lies under another name than its publisher gave it.
struct NamedFile {
  std::string path;
  std::string name;
};

/// Recognises each file and reads what belongs together: OFAC's four CSV files make one list, every other
/// file one of its own. Fails as system::read_file and the importers; `malformed/list_without_sdn` when
/// OFAC's side files come without SDN.CSV, `malformed/list_file_twice` when one part comes twice.
[[nodiscard]] Result<std::vector<ListFromFiles>> read_list_files(const std::vector<NamedFile>& files,
                                                                 const lists::Progress& progress);

/// The same for files of the command line, known by their paths.
[[nodiscard]] Result<std::vector<ListFromFiles>> read_list_paths(const std::vector<std::string>& paths,
                                                                 const lists::Progress& progress);

}  // namespace cardea::app
