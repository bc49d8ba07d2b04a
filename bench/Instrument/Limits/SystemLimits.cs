using System.Globalization;

namespace Benchmarks.Instrument.Limits;

/// <summary>The system limits for a number of connections at once. Client and server are separate processes.</summary>
public static class SystemLimits
{
    // Open files of a process besides its connections: assemblies, epoll, standard streams.
    private const int OtherFiles = 300;

    /// <summary>
    /// One line that names the limit that is too low, and the command to raise it. Null if no limit is too low, or if it is unknown.
    /// </summary>
    public static string? Obstacle(int connections)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        if (OpenFiles() is { } files && files < connections + OtherFiles)
            return $"{connections} connections at once need {connections + OtherFiles} open files, and the limit is {files}: type "
                + $"'ulimit -n {connections + OtherFiles}' (raise 'hard nofile' in /etc/security/limits.conf if that is refused).";
        return Ports() is { } ports && ports < connections
            ? $"{connections} connections at once need as many local ports, and there are {ports}: type 'sysctl -w "
                + "net.ipv4.ip_local_port_range=\"1024 65535\"' as root."
            : null;
    }

    /// <summary>The hard limit, because .NET raises the soft limit to it.</summary>
    private static long? OpenFiles()
    {
        string? line = Lines("/proc/self/limits").FirstOrDefault(text => text.StartsWith("Max open files", StringComparison.Ordinal));
        return Number(line, field: 4);
    }

    private static long? Ports()
    {
        string? line = Lines("/proc/sys/net/ipv4/ip_local_port_range").FirstOrDefault();
        return Number(line, field: 1) - Number(line, field: 0) + 1;
    }

    private static long? Number(string? line, int field)
    {
        string[] fields = line?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return fields.Length > field && long.TryParse(fields[field], NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? value
            : null;
    }

    private static string[] Lines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
