# One place for the language level, the warnings and the sanitizers.
set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
	set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

include(CheckPIESupported)
check_pie_supported()

add_library(adr_compiler INTERFACE)
target_compile_definitions(adr_compiler INTERFACE _XOPEN_SOURCE=700 $<$<PLATFORM_ID:Darwin>:_DARWIN_C_SOURCE>)
target_compile_options(adr_compiler INTERFACE
	-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wcast-qual -Wcast-align -Wwrite-strings
	-Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wundef -Wvla -Wformat=2
	-Wnull-dereference -Wswitch-enum -Wimplicit-fallthrough -Wdouble-promotion -Wredundant-decls)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
	target_compile_options(adr_compiler INTERFACE
		-Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init -Warith-conversion
		-Wformat-overflow=2 -Wformat-truncation=2 -Wformat-signedness -Wstringop-overflow=4 -Walloca -Wtrampolines)
else()
	target_compile_options(adr_compiler INTERFACE
		-Wcomma -Wconditional-uninitialized -Wunreachable-code -Wassign-enum -Wextra-semi-stmt
		-Wmissing-variable-declarations)
endif()
if(ADR_WERROR)
	target_compile_options(adr_compiler INTERFACE -Werror)
endif()

if(ADR_SANITIZE)
	set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
	target_compile_options(adr_compiler INTERFACE ${sanitize})
	target_link_options(adr_compiler INTERFACE ${sanitize})
elseif(CMAKE_BUILD_TYPE MATCHES "^Rel" AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
	target_compile_options(adr_compiler INTERFACE -fstack-protector-strong -fstack-clash-protection)
	target_compile_definitions(adr_compiler INTERFACE $<$<NOT:$<BOOL:${ADR_NO_FORTIFY}>>:_FORTIFY_SOURCE=2>)
	target_link_options(adr_compiler INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
if(ADR_FUZZ)
	target_compile_options(adr_compiler INTERFACE -fsanitize=fuzzer-no-link)
endif()
