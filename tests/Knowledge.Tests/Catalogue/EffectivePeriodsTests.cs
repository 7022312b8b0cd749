using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using CsCheck;

namespace AgentHelpdesk.Knowledge.Tests.Catalogue;

public sealed class EffectivePeriodsTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static readonly Gen<EffectivePeriods.Candidate[]> Revisions = Gen.Select(Gen.Int[-1, 20], Gen.Int[0, 20], Gen.Int[1, 9]).Select((from, length, publishedAt) =>
        new EffectivePeriods.Candidate(
            new(from < 0 ? ValidityPeriod.OpenStart : Start.AddDays(from), length == 20 ? ValidityPeriod.OpenEnd : Start.AddDays(Math.Max(from, 0) + length)), publishedAt)).Array[0, 5];

    [Fact]
    public void On_every_day_the_latest_start_answers_then_the_latest_published() => Revisions.Sample(revisions =>
    {
        var effective = EffectivePeriods.Of(revisions);
        for (var day = Start.AddDays(-2); day < Start.AddDays(45); day = day.AddDays(1))
        {
            var answering = Enumerable.Range(0, revisions.Length).Where(i => effective[i].Any(period => period.Contains(day))).ToArray();
            var covering = revisions.Where(revision => revision.Declared.Contains(day)).ToArray();
            if (answering.Length != Math.Min(covering.Length, 1))
                return false;
            if (covering.Length == 0)
                continue;
            var best = covering.Max(revision => (revision.Declared.From, revision.PublishedAt));
            if ((revisions[answering[0]].Declared.From, revisions[answering[0]].PublishedAt) != best)
                return false;
        }

        return true;
    });

    [Fact]
    public void A_revisions_periods_are_in_order_and_apart() => Revisions.Sample(revisions => EffectivePeriods.Of(revisions).All(periods =>
        periods.All(period => !period.IsEmpty) && periods.Zip(periods.Skip(1)).All(pair => pair.First.Until < pair.Second.From)));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("2023-06-01", 0)]
    [InlineData("2024-03-01", 60)]
    [InlineData("2030-01-01", 366)]
    public void A_retirement_takes_its_days_off(string? from, int days)
    {
        var declared = ValidityPeriod.FromDays(new(2024, 1, 1), new(2024, 12, 31));

        var claimed = EffectivePeriods.Claimed(declared, new(from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), ""));

        (claimed.Until.DayNumber - claimed.From.DayNumber).ShouldBe(days);
    }

    [Fact]
    public void Without_retirement_all_declared_days_are_claimed() => EffectivePeriods.Claimed(ValidityPeriod.Open, null).ShouldBe(ValidityPeriod.Open);
}
