using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class ValidityWordsTests
{
    private static readonly DateOnly Start = new(2025, 3, 1);

    [Fact]
    public void The_last_day_is_included() =>
        Say(ValidityPeriod.FromDays(Start, new(2025, 12, 31)), AsOf.Day(new(2025, 6, 1))).ShouldBe("en vigueur au 01/06/2025 (du 01/03/2025 au 31/12/2025)");

    [Fact]
    public void An_open_end_is_left_open() =>
        Say(ValidityPeriod.FromDays(Start, null), AsOf.Day(SomeAnswers.Today)).ShouldBe("en vigueur au 24/11/2026 (depuis le 01/03/2025)");

    [Fact]
    public void An_unknown_start_is_said_and_nothing_is_claimed_of_the_day() =>
        Say(ValidityPeriod.Open, AsOf.Day(SomeAnswers.Today)).ShouldBe("date d’effet non précisée");

    [Fact]
    public void An_unknown_start_with_a_known_end_gives_the_end() =>
        Say(ValidityPeriod.FromDays(null, new(2026, 12, 31)), AsOf.Day(SomeAnswers.Today)).ShouldBe("date d’effet non précisée, applicable jusqu’au 31/12/2026");

    [Fact]
    public void A_day_to_come_is_answered_with_the_state_known_today() =>
        Say(ValidityPeriod.FromDays(Start, null), AsOf.Day(new(2027, 1, 1))).ShouldBe("état connu au 24/11/2026");

    [Fact]
    public void A_year_that_holds_today_is_shown_on_today() =>
        Say(ValidityPeriod.FromDays(Start, null), AsOf.Year(2026)).ShouldBe("en vigueur au 24/11/2026 (depuis le 01/03/2025)");

    [Fact]
    public void A_revision_that_ended_within_the_year_asked_is_shown_with_its_days() =>
        Say(ValidityPeriod.FromDays(new(2023, 1, 1), new(2023, 6, 30)), AsOf.Year(2023)).ShouldBe("en vigueur du 01/01/2023 au 30/06/2023");

    private static string Say(ValidityPeriod effective, AsOf asOf) =>
        ValidityWords.Of(SomeAnswers.Passage(effective: effective).Chunk, asOf, SomeAnswers.Today, Messages.In(Language.French));
}
