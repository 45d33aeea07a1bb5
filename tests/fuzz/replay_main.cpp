// Runs a fuzz target on files, for compilers without libFuzzer: each argument is a file or a folder of files;
// without arguments the target gets one empty input. A target that fails stops the program by itself.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

[[nodiscard]] std::vector<fs::path> files_below(const fs::path& place) {
  if (!fs::is_directory(place)) return {place};
  std::vector<fs::path> files;
  for (const auto& found : fs::recursive_directory_iterator(place)) {
    if (found.is_regular_file()) files.push_back(found.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

[[nodiscard]] bool replay(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    std::fputs(("cannot read " + file.string() + "\n").c_str(), stderr);
    return false;
  }
  const std::vector<char> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    const std::uint8_t nothing = 0;
    LLVMFuzzerTestOneInput(&nothing, 0);
    return 0;
  }
  std::size_t count = 0;
  bool readable = true;
  for (int i = 1; i < argc; ++i) {
    for (const auto& file : files_below(argv[i])) {
      readable = replay(file) && readable;
      ++count;
    }
  }
  std::fputs((std::to_string(count) + " inputs\n").c_str(), stdout);
  return readable ? 0 : 1;
}
