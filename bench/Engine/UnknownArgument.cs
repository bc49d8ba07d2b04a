using System.Reflection;
using BenchmarkDotNet.ConsoleArguments;
using CommandLine;

namespace Benchmarks.Engine;

/// <summary>
/// Finds an argument that is neither an option of BenchmarkDotNet nor the value of one. BenchmarkDotNet would ignore it silently and
/// measure the wrong cases for minutes.
/// </summary>
internal static class UnknownArgument
{
    // How many values an option has: none, one, or any number. Names ignore case, as in BenchmarkDotNet.
    private static readonly Dictionary<string, int> s_words = Options();

    /// <summary>The first such argument, or null.</summary>
    public static string? In(IReadOnlyList<string> args)
    {
        int room = 0;
        foreach (string arg in args)
        {
            if (IsOption(arg))
                room = Room(arg);
            else if (--room < 0)
                return arg;
        }

        return null;
    }

    /// <summary>A number is not an option, even with a minus sign.</summary>
    private static bool IsOption(string arg) => arg.Length > 1 && arg[0] == '-' && !char.IsAsciiDigit(arg[1]);

    /// <summary>How many values can follow an option. An unknown option is left to BenchmarkDotNet, which refuses it.</summary>
    private static int Room(string option)
    {
        string[] parts = option.Split('=', 2);
        int words = s_words.GetValueOrDefault(parts[0], int.MaxValue);
        return words == 1 ? 2 - parts.Length : words;
    }

    private static Dictionary<string, int> Options()
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (PropertyInfo property in typeof(CommandLineOptions).GetProperties())
        {
            if (property.GetCustomAttribute<OptionAttribute>() is not { } option)
                continue;
            int taken = TakenBy(property.PropertyType);
            words["--" + option.LongName] = taken;
            if (option.ShortName.Length > 0)
                words["-" + option.ShortName] = taken;
        }

        return words;
    }

    /// <summary>How many words an option of this type takes as its value.</summary>
    private static int TakenBy(Type type)
    {
        if (type == typeof(bool))
            return 0;
        bool isList = type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));
        return isList ? int.MaxValue : 1;
    }
}
