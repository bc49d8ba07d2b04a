using BenchmarkDotNet.Engines;
using Benchmarks.Measurement;

namespace Benchmarks.Engine;

/// <summary>
/// BenchmarkDotNet's engine. It leaves out the operation that counts allocations if the launch only gives times
/// (<see cref="SuiteSettings.TimesOnly"/>): that operation takes as long as a measured one.
/// </summary>
public sealed class TimesOnlyEngine : IEngineFactory
{
    public IEngine CreateReadyToRun(EngineParameters engineParameters)
    {
        if (SettingsVariables.Read().TimesOnly)
            engineParameters.MeasureExtraStats = false;
        return new EngineFactory().CreateReadyToRun(engineParameters);
    }
}
