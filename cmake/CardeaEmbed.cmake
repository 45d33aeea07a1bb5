# cardea_embed(TARGET target SYMBOL cardea::room::name FILE path)
#
# Turns a file into a function `std::string_view name()` of the given namespace, compiled into the target, so that
# every binary carries the edition it was built with. The declaration is the caller's: it stands in a header or a source.
# The generated source is refreshed when the file changes.
function(cardea_embed)
  cmake_parse_arguments(EMBED "" "TARGET;SYMBOL;FILE" "" ${ARGN})
  string(REPLACE "::" "_" id "${EMBED_SYMBOL}")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded/${id}.cpp")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -DINPUT=${EMBED_FILE} -DOUTPUT=${output} -DSYMBOL=${EMBED_SYMBOL}
            -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS "${EMBED_FILE}" "${PROJECT_SOURCE_DIR}/cmake/embed.cmake" VERBATIM)
  target_sources(${EMBED_TARGET} PRIVATE "${output}")
  set_source_files_properties("${output}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()
