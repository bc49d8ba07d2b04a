using System.CommandLine;
using Benchmarks.Measurement;

namespace Benchmarks.Cli;

/// <summary><c>--profile</c>: how large the work is, and how often it is repeated.</summary>
internal static class ProfileOption
{
    /// <param name="usual">The default profile.</param>
    /// <param name="description">What the profile changes for the verb.</param>
    /// <param name="allowed">Default: all profiles.</param>
    public static Option<string> Create(Profile usual, string description, IReadOnlyList<Profile>? allowed = null)
    {
        var profile = new Option<string>("--profile") { Description = description, DefaultValueFactory = _ => usual.Id };
        profile.AcceptOnlyFromAmong([.. (allowed ?? Profile.All).Select(one => one.Id)]);
        return profile;
    }

    /// <summary>Each profile and its purpose, for a description.</summary>
    public static string Listed(IReadOnlyList<Profile> profiles) => string.Join("; ", profiles.Select(one => $"{one.Id} ({one.For})"));

    public static Profile Of(ParseResult parsed, Option<string> profile) => Profile.Find(parsed.GetRequiredValue(profile));
}
