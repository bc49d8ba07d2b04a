# Restores and builds the suite in Release, then runs it with the given arguments; without arguments, the standard profile.
# `./run-bench.ps1 test` runs the tests instead, and `./run-bench.ps1 pack` writes the package of bench-gate. run-bench.sh does the same: change both.
# Needs Windows PowerShell 5.1 or newer.
# Exit codes: the suite's own (0 good, 1 something is not right or failed, 2 unusable input, 3 not comparable, 70 a bug, 128 + a signal), 1 if the build fails, 2 without the SDK.
# The program receives the typed arguments, but PowerShell parses the command first. Put special characters (`@ $ ; ( ) { } | &`, a dot in
# a word that begins with one dash, a space after a comma or a colon) into single quotes. A `*` needs no quotes here.

# No param() block: with one, PowerShell would take the suite's options for its own.
$ErrorActionPreference = 'Continue' # independent of the caller: output of a program on stderr is not an error
$PSNativeCommandUseErrorActionPreference = $false # and neither is its exit code
$forgetsQuotes = -not (Test-Path -LiteralPath Variable:PSNativeCommandArgumentPassing) # Windows PowerShell, and versions before 7.3
$PSNativeCommandArgumentPassing = 'Standard'
$root = $PSScriptRoot
$kept = @{}

# The typed words. With `-File` PowerShell splits options at colons, but the process still has its command line. Otherwise `-name:value`
# arrives as a marked `-name:` and a value, `a,b` as a list, 1.50 as a number that keeps its text, and the first `--` does not arrive.
function Get-Typed([object[]] $given, $call) {
    if (-not $call.Line) {
        $line = [Environment]::GetCommandLineArgs()
        $script = Split-Path -Leaf $PSCommandPath
        for ($i = 1; $i -lt $line.Count; $i++) {
            if ($line[$i].EndsWith($script, [StringComparison]::OrdinalIgnoreCase)) { return $line | Select-Object -Skip ($i + 1) }
        }
    }
    $dashes = Find-Dashes $call $given.Count
    $name = ''
    for ($i = 0; $i -lt $given.Count; $i++) {
        if ($i -eq $dashes) { '--' }
        $value = $given[$i]
        if ($null -eq $value -and -not $name) { continue } # an empty variable
        $text = $name + $(if ($value -is [array]) { $value -join ',' } else { [string]$value })
        # the mark is PowerShell's own, for splatting: a quoted '-name:' has no mark, and neither have words after a `--`
        $cut = if ($dashes -ge 0 -and $dashes -le $i) { $text -match '^-\w' } else { $null -ne $value -and $value.PSObject.Properties['<CommandParameterName>'] }
        if ($cut -and $text.EndsWith(':')) {
            $name = $text
        }
        else {
            $name = ''
            $text
        }
    }
    if ($name) { $name }
    if ($i -eq $dashes) { '--' }
}

# The number of arguments before the first bare `--`. It is -1 if there is none, or if the line does not show all arguments because it splats
# a list or continues below. Then only a quoted '--' arrives.
function Find-Dashes($call, [int] $count) {
    if (-not $call.Line) { return -1 }
    $text = $call.Line.Substring($call.OffsetInLine - 1)
    $command = [Management.Automation.Language.Parser]::ParseInput($text, [ref] $null, [ref] $null).Find({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
    $found = -1
    $seen = 0
    foreach ($element in $command.CommandElements | Select-Object -Skip 1) {
        if ($found -lt 0 -and $element.Extent.Text -eq '--') { $found = $seen }
        elseif ($element -is [Management.Automation.Language.CommandParameterAst] -and $element.Argument) { $seen += 2 } # -name:value
        else { $seen++ }
    }
    if ($seen -eq $count) { return $found }
    return -1
}

# Does not use splatting: on Linux and macOS it expands even a quoted *.md to file names. Words in double quotes are not changed.
function Invoke-Dotnet([string[]] $words) {
    if ($forgetsQuotes) { $words = @($words | ForEach-Object { ConvertTo-Quoted $_ }) }
    $quoted = @(for ($i = 0; $i -lt $words.Count; $i++) { '"$($words[' + $i + '])"' }) -join ' '
    & ([scriptblock]::Create("& dotnet $quoted"))
}

# An old PowerShell loses empty arguments and inner quotes, so this quotes them as programs on Windows parse them.
function ConvertTo-Quoted([string] $word) {
    if ($word -match '^[^\s"]+\z') { return $word }
    return '"' + ($word -replace '(\\*)"', '$1$1\"' -replace '(\\+)\z', '$1$1') + '"'
}

function Set-Variable-For-Run([string] $name, [string] $value) {
    $kept[$name] = [Environment]::GetEnvironmentVariable($name)
    [Environment]::SetEnvironmentVariable($name, $value)
}

# Only global.json says which SDK is needed. dotnet itself decides whether an installed one is suitable.
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

# BenchmarkDotNet refuses to run from below the temporary folder, so a checkout there uses another temporary folder.
function Set-Temp {
    if (-not $root.StartsWith([IO.Path]::GetTempPath(), [StringComparison]::OrdinalIgnoreCase)) { return }
    $temp = Join-Path $root 'artifacts/tmp'
    New-Item -ItemType Directory -Force -Path $temp | Out-Null
    foreach ($name in 'TMP', 'TEMP', 'TMPDIR') { Set-Variable-For-Run $name $temp }
}

# Prints nothing unless the build fails, because `measure` must print only JSON. Starts no build server, which could disturb a measurement.
# Another verb of dotnet, with its options, can take the place of `build`.
function Invoke-Build([string] $project, [string[]] $verb = @('build')) {
    if (-not [Console]::IsErrorRedirected) { [Console]::Error.WriteLine('Building (the first time takes a minute or two) ...') }
    Push-Location -LiteralPath $root
    $log = & dotnet $verb $project -c Release --nologo -v quiet --disable-build-servers
    $good = $LASTEXITCODE -eq 0
    Pop-Location
    if (-not $good) {
        $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine('error: the build failed')
    }
    return $good
}

# Counts from the results file, because the console output depends on the language. A run without any test has failed.
# Returns the number of failures; its output goes directly to the console.
function Invoke-Tests([string[]] $options) {
    $folder = Join-Path $root 'artifacts/tests'
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force }
    Invoke-Dotnet (@('test', (Join-Path $root 'tests/Tests.csproj'), '-c', 'Release', '--no-build', '--nologo', '--logger', 'trx;LogFileName=tests.trx', '--results-directory', $folder) + $options) | Out-Host
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

# Prints the package's path and size. An older package is removed: the folder is a feed, and an installer would choose between the two.
# Returns the exit code; its output goes directly to the console.
function Invoke-Pack([string[]] $options) {
    if ($options.Count -gt 0) {
        [Console]::Error.WriteLine("error: pack is followed by '$($options[0])', but it has no options; it writes into artifacts/packages")
        return 2
    }
    $folder = Join-Path $root 'artifacts/packages'
    if (Test-Path -LiteralPath $folder) { Remove-Item -LiteralPath $folder -Recurse -Force }
    if (-not (Invoke-Build 'gate/BenchGate.csproj' @('pack', '-o', 'artifacts/packages'))) { return 1 }
    foreach ($package in Get-ChildItem -LiteralPath $folder -Filter *.nupkg) {
        [string]::Format([Globalization.CultureInfo]::InvariantCulture, '{0}, {1:F1} MB', $package.FullName, $package.Length / 1e6) | Out-Host
    }
    return 0
}

$code = 0
$arguments = @(Get-Typed $args $MyInvocation)
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
        elseif ($arguments.Count -gt 0 -and $arguments[0] -ceq 'pack') {
            $code = Invoke-Pack @($arguments | Select-Object -Skip 1)
        }
        else {
            if (-not (Invoke-Build 'bench/Benchmarks.csproj')) {
                $code = 1
            }
            else {
                Invoke-Dotnet (@(Join-Path $root 'bench/bin/Release/net10.0/Benchmarks.dll') + $arguments)
                $code = $LASTEXITCODE
            }
        }
    }
}
finally {
    # does not set $null: PowerShell converts it to an empty text, and since .NET 9 that is a normal value
    foreach ($name in $kept.Keys) {
        if ($null -eq $kept[$name]) { Remove-Item -LiteralPath "Env:$name" -ErrorAction SilentlyContinue }
        else { [Environment]::SetEnvironmentVariable($name, $kept[$name]) }
    }
}
exit $code
