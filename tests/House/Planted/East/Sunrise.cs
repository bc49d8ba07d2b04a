using Tests.House.Planted.West;

namespace Tests.House.Planted.East;

/// <summary>Half of a cycle between two folders, which the test must find. Only the body of a method shows it.</summary>
internal static class Sunrise
{
    public static int Hour() => Sunset.Hour(before: true) - 12;
}
