using AgentHelpdesk.Evaluation.Retrieval;

namespace AgentHelpdesk.Evaluation.Tests;

public sealed class EvidenceSeparationTests
{
    [Fact]
    public void Area_is_the_chance_of_the_right_order_with_ties_half()
    {
        EvidenceSeparation.AreaUnderCurve([3, 2], [1]).ShouldBe(1);
        EvidenceSeparation.AreaUnderCurve([1], [1, 2]).ShouldBe(.25);
        EvidenceSeparation.AreaUnderCurve([1], []).ShouldBeNull();
    }

    [Fact]
    public void Chooses_each_threshold_on_the_folds_it_is_not_judged_on()
    {
        var lines = Enumerable.Range(0, 100).Select(i => new EvidenceLine($"{i}", "k", Answerable: i < 50, Strength: i < 50 ? 2 + (i * .01) : (i - 50) * .02, Lack: null)).ToList();
        var separation = EvidenceSeparation.Of(lines);
        separation.Auroc.ShouldBe(1);
        separation.AnswerableAnswered.ShouldBe(1);
        separation.UnanswerableAnswered.ShouldNotBeNull().ShouldBe(.2, .06);
        separation.Threshold.ShouldNotBeNull().ShouldBe(.8, .05);
    }

    [Fact]
    public void Says_nothing_of_thresholds_with_too_few_questions() =>
        EvidenceSeparation.Of([new("1", "k", true, 1, null), new("2", "u", false, 0, null)]).Threshold.ShouldBeNull();
}
