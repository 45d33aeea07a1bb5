// A target that must crash within seconds: it proves that the fuzzer finds what it is meant to find.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size >= 3 && data[0] == 'B' && data[1] == 'U' && data[2] == 'G') {
    std::abort();
  }
  return 0;
}
