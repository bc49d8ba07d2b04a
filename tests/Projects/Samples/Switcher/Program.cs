using BenchmarkDotNet.Running;

// The usual habit: BenchmarkDotNet gets the arguments.
BenchmarkSwitcher.FromAssembly(typeof(Switcher.Texts).Assembly).Run(args);
