using BenchmarkDotNet.Running;
using Demarche.Benchmarks;

if (args is ["coding-cost", .. var file]) CodingCost.Run(file is [var path] ? path : null);
else BenchmarkSwitcher.FromTypes([typeof(PipelineBenchmarks), typeof(StageBenchmarks)]).Run(args);
