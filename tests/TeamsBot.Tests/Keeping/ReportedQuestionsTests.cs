using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Tests.Conversations;

namespace AgentHelpdesk.TeamsBot.Tests.Keeping;

public sealed class ReportedQuestionsTests : IDisposable
{
    private const string Unknown = "Quel est le forfait de gargouille en 2023 ?";

    private readonly ConversationHouse _house = new(new() { RecordDays = 0, ReportDays = 30, MostReports = 2 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_report_holds_question_reason_date_and_terms()
    {
        (await ReportAsync(1, Unknown)).ShouldBeTrue();

        var report = _house.Reports.Read(null).ShouldHaveSingleItem();
        report.Question.ShouldBe(Unknown);
        report.On.ShouldBe(new(2026, 11, 24));
        report.AsOf.ShouldBe(AsOf.Year(2023));
        report.Reason.ShouldBe("nothing-found");
        report.Terms.ShouldContain("gargouille");
        report.Times.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_turn_counts_once_and_the_same_question_is_one_row()
    {
        var turn = await _house.AskAsync(1, Unknown);
        (await _house.Conversation.ReportAsync(ConversationHouse.Id(1), turn.Turn, Token)).ShouldBeTrue();
        (await _house.Conversation.ReportAsync(ConversationHouse.Id(1), turn.Turn, Token)).ShouldBeTrue();
        _house.Reports.Read(null).Single().Times.ShouldBe(1);

        await ReportAsync(2, Unknown);

        _house.Reports.Read(null).Single().Times.ShouldBe(2);
    }

    [Fact]
    public async Task Only_an_abstention_of_the_named_conversation_is_reported()
    {
        var answered = await _house.AskAsync(1, "Quel est le montant de l'indemnité de tempête ?");
        var declined = await _house.AskAsync(1, Unknown);

        (await _house.Conversation.ReportAsync(ConversationHouse.Id(1), answered.Turn, Token)).ShouldBeFalse();
        (await _house.Conversation.ReportAsync(ConversationHouse.Id(2), declined.Turn, Token)).ShouldBeFalse();
        (await _house.Conversation.ReportAsync(ConversationHouse.Id(1), TurnId.New(), Token)).ShouldBeFalse();
        _house.Reports.Read(null).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_outlives_its_conversation_but_not_its_days()
    {
        await ReportAsync(1, Unknown);
        await _house.Conversation.ForgetAsync(ConversationHouse.Id(1), Token);
        _house.Reports.Read(null).Length.ShouldBe(1);

        _house.Reports.RemoveExpired(new DateOnly(2026, 11, 24).AddDays(29));
        _house.Reports.Read(null).Length.ShouldBe(1);
        _house.Reports.RemoveExpired(new DateOnly(2026, 11, 24).AddDays(30));
        _house.Reports.Read(null).ShouldBeEmpty();
        _house.Bytes().ShouldNotContain("gargouille");
    }

    [Fact]
    public async Task The_report_made_longest_ago_goes_first_and_newest_is_read_first()
    {
        foreach (var name in new[] { "gargouille", "vouivre", "tarasque" })
        {
            await ReportAsync(1, $"Quel est le forfait de {name} ?");
            _house.Time.Advance(TimeSpan.FromDays(1));
        }

        _house.Reports.Read(null).Select(report => report.Question).ShouldBe(["Quel est le forfait de tarasque ?", "Quel est le forfait de vouivre ?"]);
        _house.Reports.Read(new DateOnly(2026, 11, 26)).Length.ShouldBe(1);
    }

    private async Task<bool> ReportAsync(int conversation, string question)
    {
        var turn = await _house.AskAsync(conversation, question);
        return await _house.Conversation.ReportAsync(ConversationHouse.Id(conversation), turn.Turn, Token);
    }
}
