# Language, warnings, linker and the shared precompiled headers.

option(CARDEA_WARNINGS_AS_ERRORS "Stop at the first warning" ON)
option(CARDEA_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(CARDEA_FUZZ "Build the fuzz targets with libFuzzer (clang only)" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# A room's private library is linked by whoever links the room, wherever it stands.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(OpenSSL 3.0 REQUIRED)
find_package(PkgConfig REQUIRED)

find_program(CARDEA_MOLD mold)
if(CARDEA_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# g++ 12 sees phantoms in optimised std::string and std::optional code; clang-19 and the sanitizers look for the real ones.
set(cardea_gcc_false_alarms -Wno-tsan -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread
                            -Wno-maybe-uninitialized)

add_library(cardea_flags INTERFACE)
target_compile_options(cardea_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
                       -Wimplicit-fallthrough -Wno-missing-field-initializers
                       $<$<CXX_COMPILER_ID:GNU>:${cardea_gcc_false_alarms}>)
if(CARDEA_WARNINGS_AS_ERRORS)
  target_compile_options(cardea_flags INTERFACE -Werror)
endif()
target_compile_options(cardea_flags INTERFACE -fstack-protector-strong)
target_compile_definitions(cardea_flags INTERFACE BOOST_JSON_NO_LIB BOOST_URL_NO_LIB)

if(CARDEA_SANITIZE)
  target_compile_options(cardea_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
                         -fno-sanitize-recover=undefined $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
  target_link_options(cardea_flags INTERFACE -fsanitize=address,undefined)
endif()
