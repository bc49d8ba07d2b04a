using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Five.Work).Assembly).Run(args);
