using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Newsletter.Benchmarks;
using Newsletter.Benchmarks.Delivery;
using Newsletter.Benchmarks.Importing;
using Newsletter.Benchmarks.Subscriptions;

if (args is ["delivery", .. var words])
{
    await DeliveryBenchmark.RunAsync(words);
    return;
}

if (args is ["leaving"])
{
    await LeavingBenchmark.RunAsync();
    return;
}

if (args is [BareEndpoint.Word, var url])
{
    await BareEndpoint.ServeAsync(url);
    return;
}

if (args is ["import", .. var sizes])
{
    await ImportBenchmark.RunAsync(sizes);
    return;
}

// In this process: the build of the solution is the one that is measured. Results are printed, no folder is left.
var config = ManualConfig
    .CreateEmpty()
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .AddExporter(MarkdownExporter.Console)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "newsletter-benchmarks"));
BenchmarkSwitcher
    .FromAssembly(typeof(RenderingBenchmark).Assembly)
    .Run(args.Length == 0 ? ["--filter", "*"] : args, config);
