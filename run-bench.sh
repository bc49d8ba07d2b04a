#!/usr/bin/env bash
# Restores and builds the suite in Release, then runs it with the arguments given here; none is the standard profile.
# `./run-bench.sh test` runs the tests instead. run-bench.ps1 is its twin: change both.
# Exit codes: the suite's own (0 good, 1 something measured is not right, 2 unusable input), 1 if the build fails, 2 without the SDK
# or, with --server wiremock or WithWireMock=true, without its package.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
export DOTNET_NOLOGO=1

# global.json is the one place that says which SDK is needed; dotnet itself decides whether an installed one will do.
require_sdk() {
    local needed found said
    needed=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")
    if ! command -v dotnet > /dev/null; then
        found="there is no 'dotnet' on the PATH"
    elif said=$(cd -- "$root" && dotnet --version 2>&1); then
        return
    else
        found="found: $(dotnet --list-sdks 2> /dev/null | sed 's/ .*//' | tr '\n' ' ')"
        case $said in *ICU*) found="$found; but dotnet said: ${said%%$'\n'*}" ;; esac # it is there, and cannot start
    fi
    echo "error: install the .NET SDK $needed or a newer .NET 10 SDK, from https://dotnet.microsoft.com/download/dotnet/10.0 ($found)" >&2
    exit 2
}

# BenchmarkDotNet refuses to run from below the temporary folder; so a checkout there gets a temporary folder of its own.
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

# WireMock.Net is compiled in only when asked for, since not every feed has its package. The switch is an environment variable, because
# that is an MSBuild property, too, which reaches BenchmarkDotNet's generated build; such a build has folders of its own.
choose_server() {
    local argument before=''
    for argument in "$@"; do
        case $before$argument in --server=wiremock | --server:wiremock | --server\ wiremock) export WithWireMock=true ;; esac
        before=
        if [ "$argument" = --server ]; then before='--server '; fi
    done
}

# require_wiremock PROJECT: ends here where its package cannot be had.
require_wiremock() {
    local log why
    if log=$(cd -- "$root" && dotnet restore "$1" -v quiet 2>&1); then return; fi
    why=$(grep -o -m 1 'error NU[0-9]*: [^[]*WireMock[^[]*' <<< "$log" || grep -o -m 1 'error [A-Z]*[0-9]*: [^[]*' <<< "$log" || true)
    echo "error: WireMock.Net cannot be restored from this machine's package feeds (${why:-no reason given}); the embedded server needs no package and serves the same: leave out --server wiremock, or type --server embedded, and unset WithWireMock" >&2
    exit 2
}

# Prints nothing unless the build fails: what `measure` prints must stay clean. No build server is left to take part in a measurement.
build() {
    local log
    if [ -t 2 ]; then echo "Building (the first time takes a minute or two) ..." >&2; fi
    if ! log=$(cd -- "$root" && dotnet build "$1" -c Release --nologo -v quiet --disable-build-servers 2>&1); then
        printf '%s\n' "$log" >&2
        echo "error: the build failed" >&2
        exit 1
    fi
}

# Counted from the results file, since the console's words change with the language. A run that tested nothing has failed.
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

case ${WithWireMock:-} in [Tt][Rr][Uu][Ee]) export WithWireMock=true ;; esac # MSBuild reads it in any case
require_sdk
leave_temp
if [ "${1:-}" = test ]; then
    shift
    if [ "${WithWireMock:-}" = true ]; then require_wiremock tests/Tests.csproj; fi
    build tests/Tests.csproj
    run_tests "$@"
else
    choose_server "$@"
    bin=bin
    if [ "${WithWireMock:-}" = true ]; then
        bin=bin/wiremock
        require_wiremock bench/Benchmarks.csproj
    fi
    build bench/Benchmarks.csproj
    exec dotnet "$root/bench/$bin/Release/net10.0/Benchmarks.dll" "$@"
fi
