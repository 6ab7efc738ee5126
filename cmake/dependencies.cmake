# The foreign libraries, each found once. Which room may use which is in cmake/rooms.cmake.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.35)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash>=0.8)

# Not every distribution ships the .pc file of cmark-gfm, and none has one for its extensions alone.
pkg_check_modules(CMARK IMPORTED_TARGET libcmark-gfm)
find_path(CMARK_EXTENSIONS_INCLUDE cmark-gfm-core-extensions.h REQUIRED)
find_library(CMARK_LIBRARY cmark-gfm REQUIRED)
find_library(CMARK_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
add_library(adr_cmark INTERFACE)
target_include_directories(adr_cmark SYSTEM INTERFACE ${CMARK_EXTENSIONS_INCLUDE})
target_link_libraries(adr_cmark INTERFACE ${CMARK_EXTENSIONS_LIBRARY} ${CMARK_LIBRARY})

if(BUILD_TESTING)
	pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)
	pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson)
endif()
