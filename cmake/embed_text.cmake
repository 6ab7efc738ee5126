# cmake -DFROM=file -DTO=header -DNAME=identifier -P embed_text.cmake: a text file as a C string constant. Bytes are
# written as numbers: string literals are limited to 4095 characters by the standard.
file(READ ${FROM} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n\t" bytes "${bytes}")
get_filename_component(name ${FROM} NAME)
file(WRITE ${TO}.new "/* Made from ${name}; do not edit. NUL-terminated. */\nstatic const char ${NAME}[] = {\n\t${bytes}0\n};\n")
file(RENAME ${TO}.new ${TO})
