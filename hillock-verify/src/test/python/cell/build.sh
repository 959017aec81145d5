#!/bin/bash
# Compiles mod/*.mod for NEURON into FOLDER/x86_64 (never into the source tree).
#   build.sh [FOLDER] [extra compiler flags]      FOLDER: /tmp/hillock-nrn
# Debian 12's nrnivmodl looks for its makefile and library where Debian did not put them; a copy of it is told where.
set -e
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-/tmp/hillock-nrn}
mkdir -p "$folder" && cd "$folder" && rm -rf mod x86_64 && cp -r "$here/mod" mod
script=$(command -v nrnivmodl)
if [ -f /usr/lib/nrn/nrnmech_makefile ] && [ ! -f /usr/bin/nrnmech_makefile ]; then
  sed 's#"${bindir}/nrnmech_makefile"#/usr/lib/nrn/nrnmech_makefile libdir=/usr/lib/nrn#; s#" special &&#" mech_lib_shared \&\&#' "$script" > nrnivmodl
  chmod +x nrnivmodl
  script=./nrnivmodl
fi
"$script" ${2:+-incflags "$2"} mod > build.log 2>&1 || { tail -20 build.log; exit 1; }
ls "$folder"/x86_64/libnrnmech.so
