using BenchmarkDotNet.Running;

// Without the arguments: the options of the command line have no effect.
BenchmarkRunner.Run<IgnoresArguments.Arrays>();
