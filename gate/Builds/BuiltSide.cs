namespace BenchGate.Builds;

/// <summary>The build of one side.</summary>
/// <param name="Source">The source of the build.</param>
/// <param name="Root">Its own checkout, from the top of the repository.</param>
/// <param name="Program">The dll of the program.</param>
/// <param name="Output">The files beside the program.</param>
internal sealed record BuiltSide(SourceTree Source, string Root, string Program, BuildOutput Output);
