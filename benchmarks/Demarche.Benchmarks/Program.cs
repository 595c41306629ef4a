using BenchmarkDotNet.Running;
using Demarche.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(PipelineBenchmarks), typeof(StageBenchmarks)]).Run(args);
