#!/bin/sh
# SPDX-License-Identifier: MIT
# setup_test.sh ROOT: scripts/setup with a package manager of our own making. It must not be called when nothing is
# missing, must be asked for exactly what is missing, and without one the missing packages are named.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"

for tool in bash sh env cat awk sort grep head tr mktemp rm ln cc cmake pkg-config git sqlite3 curl jq cmark-gfm python3 as ld; do
	ln -s "$(command -v "$tool")" "$scratch/bin/$tool"
done
ninja=$(command -v ninja)
printf '#!/bin/sh\necho 0\n' >"$scratch/bin/id" # root, as far as the script can see
chmod +x "$scratch/bin/id"

expect() { # STATUS TEXT [OPTION]: runs the script with nothing but the tools above
	status=0
	PATH="$scratch/bin" bash "$root/scripts/setup" ${3+"$3"} >"$scratch/out" 2>&1 || status=$?
	if [ "$status" -ne "$1" ] || ! grep -q -- "$2" "$scratch/out"; then
		echo "expected status $1 and \"$2\", got status $status and:"
		cat "$scratch/out"
		exit 1
	fi
}

root=$1
expect 1 'no known package manager here. Missing, by their Debian names: ninja-build'

cat >"$scratch/bin/apt-get" <<END
#!/bin/sh
echo "asked: \$*"
[ "\$1" != install ] || ln -s "$ninja" "$scratch/bin/ninja"
END
chmod +x "$scratch/bin/apt-get"
expect 0 'asked: install .* ninja-build$'
expect 0 'nothing is missing'
if grep -q asked "$scratch/out"; then
	echo 'asked the package manager although nothing was missing'
	exit 1
fi

# What only tests need is asked for unless nobody wants to test.
rm "$scratch/bin/jq"
expect 0 'nothing is missing' --build
expect 1 'asked: install .* jq$'
ln -s "$(command -v jq)" "$scratch/bin/jq"
expect 1 "unknown option '--all'" --all

# A package manager that does not help.
rm "$scratch/bin/ninja"
printf '#!/bin/sh\n' >"$scratch/bin/apt-get"
expect 1 'still missing after the installation: ninja-build'
