# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# python_with MODULE...: prints an interpreter that has the modules, or fails and says what to do. Sourced.
python_with() {
	modules=$(echo "$*" | tr ' ' ',')
	for python in /usr/bin/python3 python3; do
		if "$python" -c "import $modules" >/dev/null 2>&1; then
			echo "$python"
			return 0
		fi
	done
	echo "no python3 with the modules $modules; scripts/setup installs them" >&2
	return 1
}
