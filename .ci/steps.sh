# shellcheck shell=bash
# Runs steps, and counts them. Each step prints its name, its duration and its result. Its own output is in artifacts/ci/, and is
# shown only if it failed. Sourced by .ci/run and .ci/full.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
ci=$root/artifacts/ci
passed=0
failed=0
number=0

rm -rf -- "$ci"
mkdir -p -- "$ci"
cd -- "$root" || exit 1
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
unset GITHUB_STEP_SUMMARY GITHUB_ACTIONS # the gates of tests and checks give no verdict on this commit

# run_step NAME COMMAND...: runs the command in a subshell that stops at the first failure.
run_step() {
    local name=$1 begun=$SECONDS
    shift
    number=$((number + 1))
    log=$ci/$(printf '%02d' "$number")-${name//[^A-Za-z0-9]/-}.log
    (
        set -euo pipefail
        "$@"
    ) > "$log" 2>&1
    status=$?
    printf '%-52s %5d s  %s\n' "$name" "$((SECONDS - begun))" "$([ "$status" -eq 0 ] && echo passed || echo FAILED)"
    if [ "$status" -ne 0 ]; then tail -n 100 -- "$log" | sed 's/^/    | /'; fi
}

# step NAME COMMAND...: a step that counts as one.
step() {
    run_step "$@"
    if [ "$status" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# needed_step NAME COMMAND...: a step that all later steps need, so everything ends if it fails.
needed_step() {
    step "$@"
    if [ "$status" -ne 0 ]; then
        finish
        exit 1
    fi
}

# counted_step NAME COMMAND...: a step that ends with `N passed, N failed` and counts as N. Without that line it is one failure.
counted_step() {
    run_step "$@"
    local count
    if count=$(tail -n 1 -- "$log" | grep -E '^[0-9]+ passed, [0-9]+ failed$'); then
        printf '    %s\n' "$count"
        passed=$((passed + ${count%% *}))
        count=${count#*, }
        failed=$((failed + ${count%% *}))
    else
        failed=$((failed + 1))
    fi
}

# Prints the last line and sets the exit code.
finish() {
    echo "$((SECONDS / 60)) min $((SECONDS % 60)) s in all; logs in artifacts/ci"
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
