# Restores and builds the suite in Release, then runs it with the arguments given here; none is the standard profile.
# `./run-bench.ps1 test` runs the tests instead. The twin of run-bench.sh: change both. Windows PowerShell 5.1 or newer.
# Exit codes: the suite's own (0 good, 1 something measured is not right, 2 unusable input), 1 if the build fails, 2 without the SDK.

# No param() block: with one, PowerShell would take the suite's options for its own.
$ErrorActionPreference = 'Continue' # whatever the caller's is: what a program says on stderr is no error in itself
$PSNativeCommandUseErrorActionPreference = $false # nor is its exit code
$root = $PSScriptRoot
$kept = @{}

function Set-Variable-For-Run([string] $name, [string] $value) {
    $kept[$name] = [Environment]::GetEnvironmentVariable($name)
    [Environment]::SetEnvironmentVariable($name, $value)
}

# global.json is the one place that says which SDK is needed; dotnet itself decides whether an installed one will do.
function Test-Sdk {
    $needed = (Get-Content -Raw -LiteralPath (Join-Path $root 'global.json') | ConvertFrom-Json).sdk.version
    if (-not (Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue)) {
        $found = "there is no 'dotnet' on the PATH"
    }
    else {
        Push-Location -LiteralPath $root
        & dotnet --version 2>&1 | Out-Null
        $good = $LASTEXITCODE -eq 0
        Pop-Location
        if ($good) { return $true }
        $found = 'found: ' + ((& dotnet --list-sdks | ForEach-Object { ($_ -split ' ')[0] }) -join ' ')
    }
    [Console]::Error.WriteLine("error: install the .NET SDK $needed or a newer .NET 10 SDK, from https://dotnet.microsoft.com/download/dotnet/10.0 ($found)")
    return $false
}

# BenchmarkDotNet refuses to run from below the temporary folder; so a checkout there gets a temporary folder of its own.
function Set-Temp {
    if (-not $root.StartsWith([IO.Path]::GetTempPath(), [StringComparison]::OrdinalIgnoreCase)) { return }
    $temp = Join-Path $root 'artifacts/tmp'
    New-Item -ItemType Directory -Force -Path $temp | Out-Null
    foreach ($name in 'TMP', 'TEMP', 'TMPDIR') { Set-Variable-For-Run $name $temp }
}

# Prints nothing unless the build fails: what `measure` prints must stay clean. No build server is left to take part in a measurement.
function Invoke-Build([string] $project) {
    if (-not [Console]::IsErrorRedirected) { [Console]::Error.WriteLine('Building (the first time takes a minute or two) ...') }
    Push-Location -LiteralPath $root
    $log = & dotnet build $project -c Release --nologo -v quiet --disable-build-servers
    $good = $LASTEXITCODE -eq 0
    Pop-Location
    if (-not $good) {
        $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine('error: the build failed')
    }
    return $good
}

# Counted from the results file, since the console's words change with the language. A run that tested nothing has failed.
# Answers the number of failures; what it prints goes past the answer, straight to the console.
function Invoke-Tests([object[]] $options) {
    $folder = Join-Path $root 'artifacts/tests'
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force }
    & dotnet test (Join-Path $root 'tests/Tests.csproj') -c Release --no-build --nologo --logger 'trx;LogFileName=tests.trx' --results-directory $folder @options | Out-Host
    $status = $LASTEXITCODE
    $passed = 0
    $failed = 0
    $file = Join-Path $folder 'tests.trx'
    if (Test-Path -LiteralPath $file) {
        $counters = ([xml](Get-Content -Raw -LiteralPath $file)).TestRun.ResultSummary.Counters
        $passed = [int]$counters.passed
        $failed = [int]$counters.failed
    }
    if ($failed -eq 0 -and ($status -ne 0 -or $passed -eq 0)) { $failed = 1 }
    "$passed passed, $failed failed" | Out-Host
    return $failed
}

$code = 0
$arguments = @($args)
try {
    Set-Variable-For-Run 'DOTNET_NOLOGO' '1'
    if (-not (Test-Sdk)) {
        $code = 2
    }
    else {
        Set-Temp
        if ($arguments.Count -gt 0 -and $arguments[0] -ceq 'test') {
            $options = @($arguments | Select-Object -Skip 1)
            if (-not (Invoke-Build 'tests/Tests.csproj') -or (Invoke-Tests $options) -ne 0) { $code = 1 }
        }
        else {
            if (-not (Invoke-Build 'bench/Benchmarks.csproj')) {
                $code = 1
            }
            else {
                & dotnet (Join-Path $root 'bench/bin/Release/net10.0/Benchmarks.dll') @arguments
                $code = $LASTEXITCODE
            }
        }
    }
}
finally {
    # not by giving $null, which PowerShell makes an empty text: since .NET 9 that is a value like any other
    foreach ($name in $kept.Keys) {
        if ($null -eq $kept[$name]) { Remove-Item -LiteralPath "Env:$name" -ErrorAction SilentlyContinue }
        else { [Environment]::SetEnvironmentVariable($name, $kept[$name]) }
    }
}
exit $code
