using System.Diagnostics;
using Benchmarks.Processes;

namespace Tests.Processes;

public sealed class ProcessCpuTests
{
    [Fact]
    public void Even_the_work_of_one_line_is_seen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other steps.");
        var start = new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using Process cat = Process.Start(start)!;
        TimeSpan before = ProcessCpu.Of(cat);
        for (int i = 0; i < 20; i++)
        {
            cat.StandardInput.WriteLine("x");
            cat.StandardInput.Flush();
            Assert.Equal("x", cat.StandardOutput.ReadLine());
            // the kernel counts it when the program waits again
            Assert.True(SpinWait.SpinUntil(() => ProcessCpu.Of(cat) > before, TimeSpan.FromSeconds(5)), $"line {i}: still {before}");
            before = ProcessCpu.Of(cat);
        }

        // The steps of /proc are 10 ms, for user and system time each.
        cat.Refresh();
        Assert.InRange((before - cat.TotalProcessorTime).TotalMilliseconds, -20, 20);
        cat.StandardInput.Close();
        cat.WaitForExit();
    }
}
