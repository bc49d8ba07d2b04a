#!/bin/sh
# Stands for the command dotnet in the tests of bench-gate: a build is a copy, a benchmark prints fixed times.
# The file src/side.sh of a side can define other functions.
settings='IterationCount=5, IterationTime=50ms, LaunchCount=1, WarmupCount=6'
cases() { echo A.O; }
on_build() { :; }
on_run() { :; }
on_launch() { :; }

result() { # what BenchmarkDotNet prints about one benchmark
    for stage in Actual Result; do
        [ "$stage" = Result ] && echo '// AfterActualRun'
        for i in 1 2 3 4 5; do echo "Workload$stage   $i: 10 op, 100.00 ns, 10.0000 ns/op"; done
    done
    echo '// GC:  0 0 0 240 10'
}

execute() { echo "// Execute: dotnet Job.dll --anonymousPipes 1 2 --benchmarkName $1 --job \"$settings\" --benchmarkId 0 in $2"; }

run() { # the log of BenchmarkDotNet; $1: the top of the source
    echo '// BenchmarkDotNet v0.15.8'
    for one in $(cases); do
        echo "// Benchmark: $one: Job-ABC($settings)"
        execute "$one" "$1"
        result "$one"
    done
    echo '// ***** BenchmarkRunner: Finish  *****'
}

case "$1" in
    build) . ./src/side.sh; on_build >&2 || exit 1
        mkdir -p bin; cp src/side.sh bin/App.dll; echo '{}' > bin/App.runtimeconfig.json ;;
    msbuild) case "$*" in
        *TargetFrameworks*) echo '{"Properties":{"TargetFramework":"net10.0","TargetFrameworks":""}}' ;;
        *) echo "$PWD/bin/App.dll" ;;
        esac ;;
    */App.dll) . ./side.sh
        artifacts=$(printf '%s\n' "$@" "$BENCH_GATE_ARGUMENTS" | sed -n '/^--artifacts$/{n;p;}')
        mkdir -p "$artifacts"; : > "$artifacts/App.log"; on_run; run "$(dirname "$PWD")" > "$artifacts/App.log" ;;
    Job.dll) . ./src/side.sh; on_launch >&2; result "$3" ;;
    *) exec "$REAL_DOTNET" "$@" ;;
esac
