using System.Diagnostics;
using BenchGate.Processes;
using Tests.House;

namespace Tests.PullRequests;

/// <summary>A pull request, number 7, and a <c>gh</c> that records its calls. The script that is tested finds it on the PATH.</summary>
internal sealed class FakeGitHub : IDisposable
{
    private const string Gh = """
        #!/usr/bin/env bash
        case "$*" in
            *--paginate*) call=list ;;
            *'--method PATCH'*) call=update ;;
            *) call=create ;;
        esac
        where=$(printf '%s\n' "$@" | grep ^repos/)
        echo "$call $where $GH_TOKEN" >> "$FAKE/calls"
        if [[ " $REFUSED " == *" $call "* ]]; then
            echo '{"message":"Resource not accessible by integration"}'
            echo 'gh: Resource not accessible by integration (HTTP 403)' >&2
            exit 1
        fi
        if [ "$call" = list ]; then exec jq -r "${@: -1}" "$FAKE/comments.json"; fi
        [ "${@: -2:1}" = -F ] && body=${@: -1} && [[ $body == body=@* ]] && cat -- "${body#body=@}" > "$FAKE/body"
        """;

    private readonly ScratchFolder _folder = new();

    /// <summary>The comments of the pull request, as GitHub describes them.</summary>
    public string Comments { get; init; } = "[]";

    /// <summary>The calls that the token may not do: list, update, create.</summary>
    public string Refused { get; init; } = "";

    /// <summary>Empty for a run that is not for a pull request.</summary>
    public string PullRequest { get; init; } = "7";

    /// <summary>Each call: its kind, its path, and the token.</summary>
    public IReadOnlyList<string> Calls => Lines("calls");

    /// <summary>The comment that was written last; empty if none was.</summary>
    public IReadOnlyList<string> Body => Lines("body");

    public string File(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Runs the script. It must succeed always, because the verdict is not its own.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> CommentAsync(string file)
    {
        await System.IO.File.WriteAllTextAsync(File("gh"), Gh);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File("gh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await System.IO.File.WriteAllTextAsync(File("comments.json"), Comments);
        var start = new ProcessStartInfo("bash", [Checkout.FullPath("gate/comment.sh"), file]);
        start.Environment["PATH"] = $"{_folder.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["FAKE"] = _folder.Path;
        start.Environment["REFUSED"] = Refused;
        start.Environment["GH_TOKEN"] = "token";
        start.Environment["GITHUB_REPOSITORY"] = "someone/project";
        start.Environment["PULL_REQUEST"] = PullRequest;
        ChildProcess script = await ChildProcess.RunAsync(start, TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.Equal((0, ""), (script.Exit, script.Error));
        return script.Output;
    }

    public void Dispose() => _folder.Dispose();

    private string[] Lines(string name) => System.IO.File.Exists(File(name)) ? System.IO.File.ReadAllLines(File(name)) : [];
}
