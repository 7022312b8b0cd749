using System.Collections.Immutable;
using AgentHelpdesk.Knowledge.Index;
using Shouldly;
using Xunit;

namespace AgentHelpdesk.TestKit.Index;

/// <content>The rankings recorded from a real server.</content>
public abstract partial class IndexConformance
{
    [Fact(Skip = SharedFolder.WhyAbsent, SkipUnless = nameof(SharedFolder.Exists), SkipType = typeof(SharedFolder))]
    public async Task Ranks_real_passages_as_a_real_server_did()
    {
        var entries = RecordedRankings.Entries();
        await Index.Writer.StageAsync(entries, Cancellation);

        var compared = 0;
        foreach (var question in RecordedRankings.Questions(entries))
        {
            var legs = await SearchAsync(question.Query);
            ShouldRankAlike(legs.Sparse, question.Sparse, score => Math.Abs(score) * 1e-4f, $"sparse, {question.Id}");
            ShouldRankAlike(legs.Dense, question.Dense, _ => 1e-5f, $"dense, {question.Id}");
            compared++;
        }

        compared.ShouldBe(600);
    }

    /// <summary>The same scores down the ranking, and the same chunks above the last score: among equals the server's order is arbitrary.</summary>
    private static void ShouldRankAlike(ImmutableArray<ScoredChunk> found, ImmutableArray<ScoredChunk> recorded, Func<float, float> tolerance, string what)
    {
        found.Length.ShouldBe(recorded.Length, what);
        if (found.IsEmpty)
            return;
        for (var i = 0; i < found.Length; i++)
            found[i].Score.ShouldBe(recorded[i].Score, tolerance(recorded[i].Score), what);
        var cut = recorded[^1].Score + tolerance(recorded[^1].Score);
        found.Where(chunk => chunk.Score > cut).Select(chunk => chunk.Id).Except(recorded.Select(chunk => chunk.Id)).ShouldBeEmpty(what);
        recorded.Where(chunk => chunk.Score > cut).Select(chunk => chunk.Id).Except(found.Select(chunk => chunk.Id)).ShouldBeEmpty(what);
    }
}
