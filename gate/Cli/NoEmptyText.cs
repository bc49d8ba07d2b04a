using System.CommandLine;

namespace BenchGate.Cli;

/// <summary>Refuses a value without a visible character, such as that of a variable that a script forgot to set.</summary>
internal static class NoEmptyText
{
    public static void Require(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{option.Name} is empty; give it a value.");
    });
}
