using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(MultiTarget.Hashes).Assembly).Run(args);
