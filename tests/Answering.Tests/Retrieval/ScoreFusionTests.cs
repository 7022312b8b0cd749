using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Index;
using CsCheck;

namespace AgentHelpdesk.Answering.Tests.Retrieval;

public sealed class ScoreFusionTests
{
    private static readonly AnsweringOptions Standard = new();
    private static readonly AnsweringOptions Ranks = new() { Fusion = FusionMethod.ReciprocalRank, RankConstant = 10 };

    private static readonly Gen<ImmutableArray<ScoredChunk>> AnyLeg =
        Gen.Select(Gen.Long[1, 60], Gen.Int[0, 120]).Select((id, score) => new ScoredChunk(new(id), score / 4f)).List[0, 40]
            .Select(chunks => chunks.DistinctBy(chunk => chunk.Id).ToImmutableArray());

    [Fact]
    public void Does_not_depend_on_the_order_of_the_lists() =>
        Gen.Select(AnyLeg, AnyLeg, Gen.Bool.Select(ranks => ranks ? Ranks : Standard), Gen.Int).Sample((sparse, dense, options, seed) =>
        {
            var random = new Random(seed);
            var shuffled = new SearchLegs { Sparse = [.. sparse.OrderBy(_ => random.Next())], Dense = [.. dense.OrderBy(_ => random.Next())] };
            return ScoreFusion.Fuse(shuffled, options).SequenceEqual(ScoreFusion.Fuse(new() { Sparse = sparse, Dense = dense }, options));
        });

    [Fact]
    public void Keeps_the_order_of_a_single_leg() =>
        Gen.Select(AnyLeg, Gen.Bool.Select(ranks => ranks ? Ranks : Standard), Gen.Bool).Sample((leg, options, asDense) =>
        {
            var legs = asDense ? new SearchLegs { Sparse = [], Dense = leg } : new SearchLegs { Sparse = leg, Dense = [] };
            return ScoreFusion.Fuse(legs, options).Select(chunk => chunk.Id)
                .SequenceEqual(leg.OrderByDescending(chunk => chunk.Score).ThenBy(chunk => chunk.Id.Value).Select(chunk => chunk.Id));
        });

    [Fact]
    public void Standardises_each_leg_and_weighs_the_dense_one()
    {
        var fused = ScoreFusion.Fuse(new() { Sparse = [Of(1, 30), Of(2, 20), Of(3, 10)], Dense = [Of(2, .9f), Of(4, .7f)] }, Standard);

        var deviation = Math.Sqrt(200 / 3.0);
        fused.Select(chunk => (chunk.Id.Value, Math.Round(chunk.Score, 4))).ShouldBe(
        [
            (2, Math.Round(.45 * 1, 4)),
            (1, Math.Round((.55 * 10 / deviation) + (.45 * -1), 4)),
            (3, Math.Round((.55 * -10 / deviation) + (.45 * -1), 4)),
            (4, Math.Round((.55 * -10 / deviation) + (.45 * -1), 4)),
        ], ignoreOrder: false);
        fused[0].ShouldSatisfyAllConditions(chunk => chunk.Sparse.ShouldBe(20), chunk => chunk.Dense.ShouldBe(.9f));
        fused.Single(chunk => chunk.Id.Value == 4).Sparse.ShouldBeNull();
    }

    [Fact]
    public void A_leg_whose_scores_are_all_alike_says_nothing()
    {
        var fused = ScoreFusion.Fuse(new() { Sparse = [Of(1, 5), Of(2, 4)], Dense = [Of(2, .5f), Of(3, .5f)] }, Standard);

        fused[0].Id.Value.ShouldBe(1);
        fused.Single(chunk => chunk.Id.Value == 2).Score.ShouldBe(fused.Single(chunk => chunk.Id.Value == 3).Score, 1e-9);
    }

    [Fact]
    public void Adds_reciprocal_ranks_when_told_to()
    {
        var fused = ScoreFusion.Fuse(new() { Sparse = [Of(1, 9), Of(2, 8)], Dense = [Of(2, .9f)] }, Ranks);

        fused[0].ShouldSatisfyAllConditions(
            chunk => chunk.Id.Value.ShouldBe(2),
            chunk => chunk.Score.ShouldBe((.55 / 12) + (.45 / 11), 1e-9));
    }

    private static ScoredChunk Of(long id, float score) => new(new(id), score);
}
