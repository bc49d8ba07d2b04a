# shellcheck shell=bash
# The checks, one function for each. A failing command ends its check. Sourced by .ci/run and .ci/full.
# shellcheck disable=SC2154 # root and ci come from steps.sh

csv_header=case,scenario,strategy,regime,profile,scale,requests,iterations,mean_ns,median_ns,ci_lower_ns,ci_upper_ns,ratio,speedup,ideal_ns,efficiency,allocated_bytes_per_request,article_seconds,warnings

everyday_checks() {
    step 'tools' install_tools
    step 'scripts: shellcheck' check_scripts
    step 'files: length' check_lengths
    needed_step 'restore what the lock files say' dotnet restore Benchmarks.sln --locked-mode
    needed_step 'build' dotnet build Benchmarks.sln -c Release --no-restore -v minimal
    # the build has already checked style and analyzers, and their warnings are errors
    step 'format: white space' dotnet format whitespace Benchmarks.sln --verify-no-changes --no-restore
    # before the tests: it runs some of them, but the kept results must be those of all tests
    step 'run-bench.ps1, under PowerShell' check_powershell
    counted_step 'tests, but for the long ones' ./run-bench.sh test --filter 'Length!=Long'
    step 'smoke profile, under PowerShell' smoke_under_powershell
    step 'smoke profile: reports' check_reports smoke 0.02 1
    step 'report draws the same pages again' check_redrawn smoke
    step 'measure answers in JSON' check_measure
    step 'gate: the work tree against its own commit' check_gate
    step 'bench-gate: installs, and gates projects' .ci/bench-gate Switcher
    step 'check: the instrument examines itself' judged check.json check
    step 'lesson 1' check_lessons 3 1
    step 'bad input: one line, exit 2' check_bad_input
    step 'a scenario of your own, from README' check_own_scenario
    step 'no SDK, or too old a one: one line, exit 2' check_without_sdk
    step 'dotnet run, from bench/' check_dotnet_run
}

fail() {
    echo "$*" >&2
    return 1
}

# Installs Debian packages, as root or with sudo, unless they are already installed.
install_tools() {
    local missing=() tool as_root=()
    for tool in git shellcheck jq; do
        command -v "$tool" || missing+=("$tool")
    done
    # each of them can show the pages; the tests try the same names
    command -v chromium || command -v chromium-browser || command -v google-chrome || missing+=(chromium)
    if [ ${#missing[@]} -eq 0 ]; then return; fi
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# Without shellcheck a developer's run continues; a CI run fails.
check_scripts() {
    if [ -z "${CI:-}" ] && ! command -v shellcheck; then
        echo 'skipped: no shellcheck, and it could not be installed'
        return
    fi
    local scripts=()
    mapfile -t scripts < <(git grep -lIE '^#!.*\bbash|^# shellcheck shell=bash' -- . ':!*.md')
    printf '%s\n' "${scripts[@]}"
    [ ${#scripts[@]} -ge 5 ] || fail 'some scripts were not found'
    shellcheck -x "${scripts[@]}"
}

# No C# file above 200 lines, tests 300: a longer file contains more than one idea.
check_lengths() {
    git ls-files -z '*.cs' | xargs -0 wc -l | awk '
        $2 != "total" { limit = $2 ~ /^tests\// ? 300 : 200 }
        $2 != "total" && $1 > limit { print $2 ": " $1 " lines; allowed are " limit; long = 1 }
        END { exit long || NR == 0 }'
}

# run_profile PROFILE: into another folder, so that it does not move results/latest away.
run_profile() {
    ./run-bench.sh --profile "$1" --output "$ci/$1"
}

# PowerShell is a .NET tool; .config/dotnet-tools.json has its version.
# shellcheck disable=SC2016 # the code in single quotes is PowerShell
check_powershell() {
    # no escape sequences in the compared output, and no prompts
    export TERM=dumb POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off
    dotnet tool restore
    powershell -Command '"PowerShell $($PSVersionTable.PSVersion)"'
    check_typed_words

    powershell -File run-bench.ps1 list > "$ci/out"
    dotnet bench/bin/Release/net10.0/Benchmarks.dll list | diff - "$ci/out"
    grep -q pokeapi "$ci/out"
    powershell -Command './run-bench.ps1 --list flat --filter *PokeApi*; exit $LASTEXITCODE' > "$ci/out"
    dotnet bench/bin/Release/net10.0/Benchmarks.dll --list flat --filter '*PokeApi*' | diff - "$ci/out"
    grep -q 'PokeApiBenchmarks\.WhenAll' "$ci/out"

    powershell -File run-bench.ps1 pack > "$ci/out"
    ./run-bench.sh pack | diff - "$ci/out"

    local code=0
    powershell -File run-bench.ps1 nonsense > "$ci/out" 2> "$ci/err" || code=$?
    cat "$ci/err"
    { [ "$code" -eq 2 ] && [ "$(wc -l < "$ci/err")" -eq 1 ] && ! [ -s "$ci/out" ]; } || fail "a wrong verb: exit $code"

    powershell -Command './run-bench.ps1 test --filter FullyQualifiedName~Tests.Statistics.StatisticsTests; exit $LASTEXITCODE' | tee "$ci/out"
    tail -n 1 "$ci/out" | grep -qE '^[1-9][0-9]* passed, 0 failed$'
}

# The everyday smoke run, with the other script. Everything else uses run-bench.sh.
smoke_under_powershell() {
    export POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off
    powershell -File run-bench.ps1 --profile smoke --output "$ci/smoke"
}

# Exit code and both outputs are the script's. `--` is before PowerShell's options, because dotnet uses the first one itself.
powershell() {
    dotnet tool run pwsh -- -NoProfile "$@" < /dev/null
}

# Command lines that bash and PowerShell parse in the same way. A fake dotnet prints each word that a script passes. It tests a line that
# PowerShell parses, and words that PowerShell receives, with `pwsh -File`.
check_typed_words() {
    local folder=$ci/typed dotnet
    dotnet=$(command -v dotnet)
    mkdir -p "$folder/bin"
    cat > "$folder/bin/dotnet" << END
#!/bin/sh
case \$1 in
    tool | *pwsh.dll) exec '$dotnet' "\$@" ;;
    --version | build) ;;
    *) printf '<%s>' "\$@" && echo ;;
esac
END
    chmod +x "$folder/bin/dotnet"
    cat > "$folder/words" << 'END'
list
-name:value -name value --option:value --option=value -p:Configuration=Release --last:
--filter '*.md' '~' *NoSuchFile*
run -- --list -x:y -- z '-q'
-v '--' -v:1
--
'a b' "it's" '' 'say "hi"' '"' 'C:\a b\' 'D:\' -x:'a b'
a,b --columns=Mean,Error -x:1,2
1.50 -1 -1.0 007 0x10 1kb 10s --pairs 12
'$HOME' '@file' 'a;b' '(A|B)&C' '{}' '#' a#b A!=B A~B %
été 日本 ?
-? -Verbose -ErrorAction stop -WhatIf
test --filter '*.md' -x:y -- a:b
END
    # the same again in one line, because -File starts PowerShell each time
    { grep -v '^test ' "$folder/words" | tr '\n' ' '; } > "$folder/line"
    sed 's|^|./run-bench.sh |' "$folder/words" > "$folder/words.sh"
    sed 's|^|./run-bench.ps1 |' "$folder/words" > "$folder/words.ps1"
    echo "./run-bench.sh $(cat "$folder/line")" > "$folder/line.sh"
    echo "powershell -File run-bench.ps1 $(cat "$folder/line")" > "$folder/file.sh"
    (
        PATH=$folder/bin:$PATH
        # shellcheck source=/dev/null
        . "$folder/words.sh" > "$folder/words.bash" || true # it contains no tests
        powershell -Command ". '$folder/words.ps1'" > "$folder/words.powershell"
        # shellcheck source=/dev/null
        . "$folder/line.sh" > "$folder/line.bash"
        # shellcheck source=/dev/null
        . "$folder/file.sh" > "$folder/line.powershell"
    )
    cat "$folder/words.bash"
    grep -q '<-name:value><-name><value><--option:value>' "$folder/line.bash"
    diff "$folder/words.bash" "$folder/words.powershell"
    diff "$folder/line.bash" "$folder/line.powershell"
}

# check_reports PROFILE SCALE ROUNDS: all eight cases are in the record, in each round, and in both reports, which say what they are.
check_reports() {
    local latest=$ci/$1/latest file top
    for file in report.html report.md report.csv run.json; do [ -s "$latest/$file" ] || fail "no $file"; done

    [ "$(head -c ${#csv_header} "$latest/report.csv")" = "$csv_header" ] || fail 'report.csv: another header'
    [ "$(grep -c '^Benchmarks\.Macro\.' "$latest/report.csv")" -eq 8 ] || fail 'report.csv: not 8 cases'

    jq -e --arg profile "$1" --argjson scale "$2" --argjson rounds "$3" '
        .complete and .schema >= 1 and .profile == $profile and .scale == $scale
        and (.planned | length) == 8 and .rounds.planned == $rounds
        and ([.cases[] | "\(.launch) \(.case)"] | sort) == ([range(1; $rounds + 1) as $round | .planned[] | "\($round) \(.)"] | sort)
        and all(.cases[]; (.iterationsNs | length) > 0 and all(.iterationsNs[]; . > 0) and .boundNs > 0 and .predictedNs >= .boundNs and (.digest | length) > 0)
        and (.source.sourceHash | length) > 0 and .host.cores > 0' "$latest/run.json" || fail 'run.json: incomplete'

    top=$(head -n 5 "$latest/report.md")
    [[ $top == *"profile $1"* && $top == *"× $2"* ]] || fail "report.md: its first lines do not name profile $1 and scale $2"
    # the folded tables show each case again, request by request
    [ "$(sed '/^<details>/,/^<\/details>/d' "$latest/report.md" | grep -cE '^\| (sequential|when-all|single)')" -eq 8 ] || fail 'report.md: not 8 cases'
}

# check_redrawn PROFILE: from another folder, by a relative path, and the pages are the same byte for byte.
check_redrawn() {
    cp -r -- "$ci/$1/latest" "$ci/a copy"
    rm -r -- "$ci/a copy"/report.* "$ci/a copy/pictures"
    (cd -- "$ci" && "$root/run-bench.sh" report 'a copy/run.json')
    diff -r -- "$ci/$1/latest" "$ci/a copy"
}

# Its standard output is one JSON object and nothing else.
check_measure() {
    ./run-bench.sh measure --profile smoke --iterations 2 --cases '*PokeApiBenchmarks.SequentialSync' '*PokeApiBenchmarks.SequentialAwait' '*PokeApiBenchmarks.WhenAll' > "$ci/measure.json"
    head -n 5 "$ci/measure.json"
    jq -es 'length == 1 and (.[0] | .schema >= 1 and (.sourceHash | length) > 0 and (.cases | length) == 3
        and all(.cases[]; (.iterationsNs | length) == 2 and (.digest | length) > 0))' "$ci/measure.json"
}

# gate CASES...: base is HEAD, into a folder of its own. Few pairs: what is checked is that it works, not how sharp it is.
gate() {
    ./run-bench.sh gate --base HEAD --measure-identical --pairs 9 --budget 10m --output "$ci/gate" --cases "$@"
}

# The working tree is the same as its last commit, so it passes unmeasured. If it is measured, it is not slower. Every format exists and
# can be read. If launches are noisy, the rule calls one such run in 200 slower, but not two in a row. Counts are never random.
check_gate() {
    ./run-bench.sh gate --base HEAD --output "$ci/identical"
    jq -e '.exitCode == 0 and (.headline | startswith("Identical")) and .cases == []' "$ci/identical/gate.json"
    local cases=('*PokeApiBenchmarks.WhenAll' '*PokeApiSingleBenchmarks.Single')
    gate "${cases[@]}" || {
        jq -e '.exitCode == 1 and all(.cases[]; .verdict != "Missing" and all(.findings[]; .fails | not))' "$ci/gate/gate.json"
        gate "${cases[@]}"
    }
    jq -e '.exitCode == 0 and (.cases | length) == 2 and all(.cases[]; .pairs == 9 and (.verdict | IN("Same", "Inconclusive", "Faster")))' "$ci/gate/gate.json"
    jq -e '.complete and all(.cases[].pairs[]; (.base.iterationsNs | length) == 5 and .head.allocatedBytes > 0)' "$ci/gate/gate-run.json"
    [ "$(jq length "$ci/gate/bencher.json")" -eq 2 ]
    jq -e 'length > 0' "$ci/gate/github-action-benchmark.json"
    grep -q '^# ' "$ci/gate/gate.md"
    grep -q '<testsuite' "$ci/gate/gate.junit.xml"
}

# In a clone: a quarter more latency, then a fan-out over one connection. Each has exit code 1 and names its cases.
check_gate_finds() {
    local folder
    folder=$(mktemp -d "${TMPDIR:-/tmp}/gate.XXXXXX")
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf -- '$folder'" EXIT
    git clone -q "$root" "$folder/suite"
    cd -- "$folder/suite" || return
    git apply tests/Calibration/Defects/latency-25.patch
    gate_fails '.verdict == "Slower"' PokeApiBenchmarks.SequentialAwait PokeApiBenchmarks.WhenAll PokeApiSingleBenchmarks.Single
    git checkout -q -- .
    git apply tests/Calibration/Defects/sequential.patch
    gate_fails '.findings | any(.counter == "peak in-flight" and .fails)' PokeApiBenchmarks.WhenAll
}

# gate_fails CONDITION CASE...: exit code 1, and the condition is true for exactly these cases.
gate_fails() {
    local condition=$1 code=0
    shift
    gate "${@/#/*}" '*PokeApiSingleBenchmarks.Single' || code=$?
    [ "$code" -eq 1 ] || fail "exit $code, not 1"
    printf 'Benchmarks.Macro.%s\n' "$@" | sort > "$ci/expected.txt"
    jq -r ".cases[] | select($condition) | .case" "$ci/gate/gate.json" | sort | diff - "$ci/expected.txt"
}

# judged FILE VERB...: the verb writes a verdict. The verdict depends on the noise of the machine, so both verdicts pass.
judged() {
    local code=0 folder=$ci/${1%.json} file=$ci/${1%.json}/latest/$1
    shift
    ./run-bench.sh "$@" --output "$folder" || code=$?
    [ "$code" -le 1 ] || fail "exit $code"
    jq -e 'length > 0 and all(.[]; (.name | length) > 0 and (.bound | length) > 0 and (.remedy | length) > 0 and (.ok | type) == "boolean")' "$file"
    [ "$(jq 'all(.[]; .ok)' "$file")" = "$([ "$code" -eq 0 ] && echo true || echo false)" ] || fail 'the exit code is not what the file says'
}

# check_lessons ROOM [NUMBER...]: no claim of these (or all) lessons misses by more than ROOM tolerances. With 1 all are reproduced.
# The everyday checks use 3: a shared machine is sometimes 10 % slower, and a wrong strategy misses by more than 3.
check_lessons() {
    local room=$1 code=0
    shift
    timeout -k 5 900 ./run-bench.sh lessons --check "$@" --output "$ci/lessons" || code=$?
    [ "$code" -le 1 ] || fail "exit $code" || return
    jq -e --argjson room "$room" --argjson code "$code" --arg wanted "$*" '
        def wrong: if .relation == "<=" then .residual elif .relation == ">=" then -.residual else (.residual | fabs) end;
        length > 0 and (($wanted == "") or ([.[].lesson] | unique) == ($wanted | split(" ") | map(tonumber))) and (all(.[]; .ok) == ($code == 0))
        and all(.[]; .prediction > 0 and .measured != null and wrong <= $room * .tolerance
            and .tolerance <= (if .lesson == 10 or .lesson == 13 then 0.25 else 0.1 end))' "$ci/lessons/latest/lessons.json"
}

# The three measurements of a claim are within minutes. A slow period of the machine does not last for two runs of all lessons.
check_lessons_twice() {
    (check_lessons 1) || { echo 'a claim does not hold; measuring all once more'; check_lessons 1; }
}

# README's scenario file, under the name that its command says; the file is gone afterwards.
check_own_scenario() {
    local file=fixtures/scenarios/orders.json
    # shellcheck disable=SC2064 # the file of now
    trap "rm -f -- '$root/$file' '$root'/*/bin/Release/net10.0/scenarios/orders.json" EXIT
    # shellcheck disable=SC2016 # the block's fence
    sed -n '/^```json$/,/^```$/p' README.md | sed '1d;$d' > "$file"
    ./run-bench.sh run --scenario orders --profile smoke --strategies sequential-await when-all --output "$ci/orders"
    jq -e '.complete and .scenarios[0].id == "orders" and (.cases | length) == 2 and all(.cases[]; .requests == 8)' "$ci/orders/latest/run.json"
}

# The files in a folder, with their times.
listed() {
    find "$1" -printf '%p %T@\n' | sort
}

# Each is refused in one line on stderr, without a stack trace, with exit code 2, and creates no results folder.
check_bad_input() {
    local before
    before=$(listed results)
    refused nonsense
    refused --nonsense
    refused run --profile nonsense
    refused run --scenario nonsense
    refused run --scenario pokeapi --strategies nonsense
    refused run --hosting nonsense
    refused run --server nonsense
    refused --filter '*NoSuchBenchmark*'
    refused --job nonsense
    refused --runtimes net10.0
    refused --inProcess
    refused measure --iterations nonsense
    refused measure --server nonsense
    refused report "$ci/nonsense.json"
    refused lessons 99
    refused lessons nonsense
    refused lessons --write
    refused serve
    refused gate
    refused gate --base no-such-branch
    refused gate --base HEAD --pairs 0
    refused gate --base HEAD --budget nonsense
    refused serve --scenario nonsense
    [ "$(listed results)" = "$before" ] || fail 'a refused command changed results/'
    [ "$bad" -eq 0 ]
}

bad=0
refused() {
    local code=0
    # timeout: a command that is wrongly accepted may serve or measure for a long time
    timeout -k 5 60 dotnet bench/bin/Release/net10.0/Benchmarks.dll "$@" > "$ci/out" 2> "$ci/err" || code=$?
    if [ "$code" -eq 2 ] && [ "$(wc -l < "$ci/err")" -eq 1 ] && ! [ -s "$ci/out" ]; then
        echo "good: $* -> $(cat "$ci/err")"
    else
        echo "BAD: $* -> exit $code, $(wc -l < "$ci/err") lines of stderr, $(wc -l < "$ci/out") of stdout:"
        head -n 5 "$ci/err" "$ci/out"
        bad=$((bad + 1))
    fi
}

# With a PATH that has no dotnet, and with one whose dotnet finds no SDK that global.json accepts.
check_without_sdk() {
    local path=$ci/path tool
    mkdir -p "$path"
    for tool in dirname sed tr; do ln -sf "$(command -v "$tool")" "$path/$tool"; done
    without_sdk "$path"
    cat > "$path/dotnet" << 'END'
#!/bin/sh
if [ "$1" = --list-sdks ]; then echo '8.0.100 [/somewhere]'; exit; fi
echo 'A compatible .NET SDK was not found.' >&2
exit 155
END
    chmod +x "$path/dotnet"
    without_sdk "$path"
}

without_sdk() {
    local code=0
    PATH=$1 "$BASH" ./run-bench.sh list > "$ci/out" 2> "$ci/err" || code=$?
    cat "$ci/err"
    [ "$code" -eq 2 ] && [ "$(wc -l < "$ci/err")" -eq 1 ] && ! [ -s "$ci/out" ] && grep -q '^error: install the \.NET SDK 10\.0\.100' "$ci/err"
}

check_dotnet_run() {
    (cd bench && dotnet run -c Release -- --list flat --filter '*PokeApi*') | tee "$ci/list.txt"
    grep -q 'PokeApiBenchmarks.WhenAll' "$ci/list.txt"
}

# The commit, not the work tree, is what another person gets.
clone_with_odd_name() {
    local folder
    folder=$(mktemp -d "${TMPDIR:-/tmp}/a clône.XXXXXX")
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf -- '$folder'" EXIT
    git clone -q "$root" "$folder/the süite"
    mkdir "$folder/elsewhere"
    (cd -- "$folder/elsewhere" && '../the süite/run-bench.sh' --profile smoke --output 'my résults')
    [ -s "$folder/elsewhere/my résults/latest/report.md" ]
}

# check_times PROGRAM PROFILE: every claim of the program is true for that profile's run. Each case is measured in one block, so half a slow
# minute of a shared machine changes one case, and another case in the next run. A mistake in the code is wrong in both runs.
check_times() {
    times_hold "$1" "$2" && return
    cp -- "$ci/$2-times.txt" "$ci/$2-times-before.txt"
    echo 'a claim does not hold; measuring once more'
    run_profile "$2"
    times_hold "$1" "$2" && return
    local value=': [^:]*(allowed.*'
    [ "$(sed -n "s/^held *//; T; s/$value//p" "$ci/$2-times-before.txt" "$ci/$2-times.txt" | sort -u)" = "$(sed "s/^[A-Za-z]* *//; s/$value//" "$ci/$2-times.txt" | sort -u)" ] \
        || fail 'a claim held in neither run'
}

# times_hold PROGRAM PROFILE: the program prints a line for each claim; the line of a false claim begins with FAILED.
times_hold() {
    jq -r -L .ci -f "$1" "$ci/$2/latest/run.json" > "$ci/$2-times.txt" || return
    cat "$ci/$2-times.txt"
    grep -q '^held' "$ci/$2-times.txt" && ! grep -q '^FAILED' "$ci/$2-times.txt"
}
