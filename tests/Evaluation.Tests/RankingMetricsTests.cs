using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class RankingMetricsTests
{
    [Fact]
    public void Recall_is_whether_some_gold_entry_is_among_the_first()
    {
        RankingMetrics.FoundWithin([null, 5], 5).ShouldBeTrue();
        RankingMetrics.FoundWithin([null, 6], 5).ShouldBeFalse();
        RankingMetrics.FoundWithin([], 5).ShouldBeFalse();
    }

    [Fact]
    public void Reciprocal_rank_is_of_the_first_hit_within_the_depth()
    {
        RankingMetrics.ReciprocalRank([7, 4, null], 10).ShouldBe(.25);
        RankingMetrics.ReciprocalRank([11], 10).ShouldBe(0);
        RankingMetrics.ReciprocalRank([], 10).ShouldBe(0);
    }

    [Fact]
    public void Discounted_gain_wants_every_entry_unless_any_suffices()
    {
        RankingMetrics.DiscountedGain([1, 2], anySuffices: false, 10).ShouldBe(1, 1e-9);
        RankingMetrics.DiscountedGain([1, null], anySuffices: false, 10).ShouldBe(1 / (1 + (1 / Math.Log2(3))), 1e-9);
        RankingMetrics.DiscountedGain([null, 3], anySuffices: true, 10).ShouldBe(.5, 1e-9);
        RankingMetrics.DiscountedGain([1, 1], anySuffices: false, 10).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Percentile_is_a_value_that_occurred()
    {
        var values = Enumerable.Range(1, 100).Select(value => (double)value).ToList();
        RankingMetrics.Percentile(values, .5).ShouldBe(50);
        RankingMetrics.Percentile(values, .99).ShouldBe(99);
        RankingMetrics.Percentile([3], .99).ShouldBe(3);
        RankingMetrics.Percentile([], .5).ShouldBe(0);
    }
}
