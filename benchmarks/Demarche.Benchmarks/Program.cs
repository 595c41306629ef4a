using BenchmarkDotNet.Running;
using Demarche.Benchmarks;

if (args is ["coding-cost", .. var file]) CodingCost.Run(file is [var path] ? path : null);
else if (args is ["stories-scale", var count, var folder]) StoryScale.Run(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), folder);
else BenchmarkSwitcher.FromTypes([typeof(PipelineBenchmarks), typeof(StageBenchmarks)]).Run(args);
