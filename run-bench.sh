#!/usr/bin/env bash
# Restores and builds the suite in Release, then runs it with the given arguments; without arguments, the standard profile.
# `./run-bench.sh test` runs the tests instead, and `./run-bench.sh pack` writes the package of bench-gate. run-bench.ps1 does the same: change both.
# Exit codes: the suite's own (0 good, 1 something is not right or failed, 2 unusable input, 3 not comparable, 70 a bug, 128 + a signal), 1 if the build fails, 2 without the SDK.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
export DOTNET_NOLOGO=1

# Only global.json says which SDK is needed. dotnet itself decides whether an installed one is suitable.
require_sdk() {
    local needed found said
    needed=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")
    if ! command -v dotnet > /dev/null; then
        found="there is no 'dotnet' on the PATH"
    elif said=$(cd -- "$root" && dotnet --version 2>&1); then
        return
    else
        found="found: $(dotnet --list-sdks 2> /dev/null | sed 's/ .*//' | tr '\n' ' ')"
        case $said in *ICU*) found="$found; but dotnet said: ${said%%$'\n'*}" ;; esac # dotnet is installed, but cannot start
    fi
    echo "error: install the .NET SDK $needed or a newer .NET 10 SDK, from https://dotnet.microsoft.com/download/dotnet/10.0 ($found)" >&2
    exit 2
}

# BenchmarkDotNet refuses to run from below the temporary folder, so a checkout there uses another temporary folder.
leave_temp() {
    local temp
    temp=$(cd -- "${TMPDIR:-/tmp}" 2> /dev/null && pwd -P) || return 0
    case $root/ in
        "$temp"/*)
            export TMPDIR=$root/artifacts/tmp
            mkdir -p -- "$TMPDIR"
            ;;
    esac
}

# Prints nothing unless the build fails, because `measure` must print only JSON. Starts no build server, which could disturb a measurement.
# build PROJECT [VERB OPTION...]: another verb of dotnet can take the place of `build`.
build() {
    local project=$1 log
    shift
    if [ $# -eq 0 ]; then set -- build; fi
    if [ -t 2 ]; then echo "Building (the first time takes a minute or two) ..." >&2; fi
    if ! log=$(cd -- "$root" && dotnet "$@" "$project" -c Release --nologo -v quiet --disable-build-servers 2>&1); then
        printf '%s\n' "$log" >&2
        echo "error: the build failed" >&2
        exit 1
    fi
}

# Prints the package's path and size. An older package is removed: the folder is a feed, and an installer would choose between the two.
pack() {
    if [ $# -gt 0 ]; then
        echo "error: pack is followed by '$1', but it has no options; it writes into artifacts/packages" >&2
        exit 2
    fi
    rm -rf -- "$root/artifacts/packages"
    build gate/BenchGate.csproj pack -o artifacts/packages
    local package
    for package in "$root"/artifacts/packages/*.nupkg; do
        echo "$package, $(wc -c < "$package" | LC_ALL=C awk '{ printf "%.1f", $1 / 1e6 }') MB"
    done
}

# Counts from the results file, because the console output depends on the language. A run without any test has failed.
run_tests() {
    local folder=$root/artifacts/tests status=0 passed failed
    rm -rf -- "$folder"
    dotnet test "$root/tests/Tests.csproj" -c Release --no-build --nologo --logger 'trx;LogFileName=tests.trx' --results-directory "$folder" "$@" || status=$?
    passed=$(counter passed "$folder/tests.trx")
    failed=$(counter failed "$folder/tests.trx")
    if [ "$failed" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$passed" -eq 0 ]; }; then failed=1; fi
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}

counter() {
    local count=''
    if [ -f "$2" ]; then count=$(sed -n "s/.*<Counters .* $1=\"\([0-9]*\)\".*/\1/p" "$2"); fi
    echo "${count:-0}"
}

require_sdk
leave_temp
if [ "${1:-}" = test ]; then
    shift
    build tests/Tests.csproj
    run_tests "$@"
elif [ "${1:-}" = pack ]; then
    shift
    pack "$@"
else
    build bench/Benchmarks.csproj
    exec dotnet "$root/bench/bin/Release/net10.0/Benchmarks.dll" "$@"
fi
