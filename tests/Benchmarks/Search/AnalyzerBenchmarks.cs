using AgentHelpdesk.Knowledge.Text;
using BenchmarkDotNet.Attributes;

namespace AgentHelpdesk.Benchmarks.Search;

/// <summary>A chunk of legal prose through the steps that indexing and asking share.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private readonly string mistyped = "cotisatoins";

    private readonly string chunk = string.Concat(Enumerable.Repeat(
        "L'allocation mentionnée à l'article L. 541-1 du code de la sécurité sociale est versée mensuellement, à compter du 1er avril 2024, dans la limite de 1 016,05 € ; le taux est fixé à 9,2 %. ",
        8));

    [Benchmark]
    public int Analyze() => FrenchAnalyzer.Analyze(chunk).Length;

    [Benchmark]
    public int Weigh() => DocumentWeights.Of(FrenchAnalyzer.Analyze(chunk)).Count;

    [Benchmark]
    public int CountTokens() => ChunkSize.CountTokens(chunk);

    [Benchmark]
    public int NearTermsOfAWord() => NearTerms.Of(mistyped).Length;
}
