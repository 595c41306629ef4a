using BenchmarkDotNet.Running;
using Demarche.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(PipelineBenchmarks)]).Run(args);
