using System.CommandLine;
using Benchmarks.Measurement;

namespace Benchmarks.Cli;

/// <summary><c>--profile</c>: how large and how often.</summary>
internal static class ProfileOption
{
    /// <param name="usual">Where none is typed.</param>
    /// <param name="description">What it does to the verb.</param>
    /// <param name="allowed">All of them by default.</param>
    public static Option<string> Create(Profile usual, string description, IReadOnlyList<Profile>? allowed = null)
    {
        var profile = new Option<string>("--profile") { Description = description, DefaultValueFactory = _ => usual.Id };
        profile.AcceptOnlyFromAmong([.. (allowed ?? Profile.All).Select(one => one.Id)]);
        return profile;
    }

    /// <summary>Each with what it is for, as a description lists them.</summary>
    public static string Listed(IReadOnlyList<Profile> profiles) => string.Join("; ", profiles.Select(one => $"{one.Id} ({one.For})"));

    public static Profile Of(ParseResult parsed, Option<string> profile) => Profile.Find(parsed.GetRequiredValue(profile));
}
