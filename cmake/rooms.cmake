# adr_room(NAME LOOKS_INTO room... [FOREIGN target...]) - one static library from every .c file of src/NAME.
# LOOKS_INTO is the floor rule: which doors (include/adr/<room>/) this room may open. tests/house checks the same.
function(adr_room name)
	cmake_parse_arguments(room "" "" "LOOKS_INTO;FOREIGN" ${ARGN})
	file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.c)
	add_library(adr_${name} STATIC ${sources})
	target_include_directories(adr_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include
		PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${name})
	list(TRANSFORM room_LOOKS_INTO PREPEND adr_)
	target_link_libraries(adr_${name} PUBLIC ${room_LOOKS_INTO} PRIVATE adr_compiler ${room_FOREIGN})
endfunction()
