using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace BenchGate.Cli;

/// <summary>Accepts only a whole number within a range, both ends included, in any culture.</summary>
internal static class WholeNumber
{
    public static void Require(Option option, long least, long most) =>
        option.Validators.Add(result => Judge(result, option.Name, least, most));

    public static void Require(Argument argument, long least, long most) =>
        argument.Validators.Add(result => Judge(result, argument.Name, least, most));

    private static void Judge(SymbolResult result, string name, long least, long most)
    {
        if (result.Tokens.Count == 1
            && !(long.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most))
            result.AddError($"{name} is '{result.Tokens[0].Value}'; allowed is a whole number from {least} to {most}.");
    }
}
