namespace Tests.House.Planted.West;

/// <summary>The other half.</summary>
internal static class Sunset
{
    public static int Hour(bool before) => before ? 18 : East.Sunrise.Hour();
}
