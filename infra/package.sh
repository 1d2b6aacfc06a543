#!/usr/bin/env bash
# Makes the zip that Flex Consumption runs, on Linux x64:
#   infra/package.sh [r2r|aot] [--target-glibc <version>]
# r2r   (default) code compiled ahead, beside the .NET runtime it needs: runs wherever .NET does.
# aot   native code: the fastest start, but it needs the glibc of the machine that made it, or newer. Needs clang and zlib's headers.
# --target-glibc  makes native code, and falls back to r2r when the machine that will run it has an older glibc than that needs.
# The result is artifacts/package/hub.zip, and hub-<kind>.zip beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
out=artifacts/package

# Publishes one kind, and refuses every warning of the trimmer or compiler that trim-warnings.txt gives no reason for.
make() {
  local kind=$1 log=$out/$1.log
  # Without what an earlier run left, or the compiler has nothing to do and nothing to say.
  rm -rf "${out:?}/$kind" "$out/hub-$kind.zip" artifacts/obj/Hub.Functions/release_linux-x64
  mkdir -p "$out"
  dotnet publish src/Hub.Functions -c Release -p:HubPackage="$kind" -o "$out/$kind" | tee "$log"

  local known=$out/known.txt found=$out/found.txt
  grep -v '^#' infra/trim-warnings.txt | grep . | sort -u > "$known"
  grep -oE '(AOT|Trim) analysis warning IL[0-9]+: [^ ]+: ' "$log" | sed -E 's/^.*(IL[0-9]+): (.*): $/\1 \2/; s/<(\w+)>d__[0-9]+\.MoveNext\(\)/\1/; s/`[0-9]+//g; s/!!0/T/g' | sort -u > "$found" || true
  if grep -E ' warning [A-Z]+[0-9]+:' "$log" | grep -vE '(AOT|Trim) analysis warning' >&2 || comm -13 "$known" "$found" | grep . >&2; then
    echo "Each warning above is an error: mend it, or give its reason in infra/trim-warnings.txt." >&2
    exit 1
  fi
}

# The newest glibc that a program asks for.
needs_glibc() { objdump -T "$1" | grep -oE 'GLIBC_[0-9.]+' | sed 's/GLIBC_//' | sort -V | tail -n 1; }

kind=r2r target=
while [ $# -gt 0 ]; do
  case $1 in
    r2r | aot) kind=$1 ;;
    --target-glibc) kind=aot target=${2:?a version, such as 2.36} && shift ;;
    *) echo "Unknown: $1" >&2 && exit 2 ;;
  esac
  shift
done

make "$kind"
if [ "$kind" = aot ]; then
  needed=$(needs_glibc "$out/aot/Hub.Functions")
  echo "The native app needs glibc $needed."
  if [ -n "$target" ] && [ "$(printf '%s\n%s\n' "$needed" "$target" | sort -V | tail -n 1)" != "$target" ]; then
    echo "The machine that will run it has $target, so it gets compiled code with the runtime beside it."
    kind=r2r
    make r2r
  fi
fi

# The bill of materials, from what was restored for this package.
dotnet tool restore >/dev/null
dotnet CycloneDX src/Hub.Functions/Hub.Functions.csproj -o "$out" -fn hub.cdx.json -F Json --recursive --exclude-dev --disable-package-restore >/dev/null

cp "$out/hub-$kind.zip" "$out/hub.zip"
echo "$out/hub.zip: $kind, $(du -h "$out/hub.zip" | cut -f1)"
