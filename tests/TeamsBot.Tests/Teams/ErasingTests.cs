using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.TeamsBot.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

public sealed class ErasingTests : IAsyncLifetime
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête pour un gabier ?";

    private TeamsHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await TeamsHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("effacer", "C’est effacé")]
    [InlineData("erase", "Erased")]
    public async Task An_order_erases_questions_answers_ratings_and_leaves_no_byte_of_them(string order, string said)
    {
        var answer = await _house.AskAsync(Storm);
        await _house.SettledAsync();
        var value = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "limpide" } };
        await _house.PostAsync(SomeActivity.Invoke(_house.Connector.ServiceUrl, "message/submitAction", value, answer.Id));
        _house.DataBytes().ShouldContain("gabier");
        _house.DataBytes().ShouldContain("limpide");

        var told = await _house.AskAsync(order);

        ((string?)told.Body["text"]).ShouldNotBeNull().ShouldStartWith(said);
        _house.DataBytes().ShouldNotContain("gabier");
        _house.DataBytes().ShouldNotContain("limpide");
        _house.Host.Services.GetRequiredService<RatingList>().Read(null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_conversation_s_are_left()
    {
        await _house.AskAsync(Storm);
        await _house.SettledAsync();

        await _house.PostAsync(SomeActivity.Message(_house.Connector.ServiceUrl, "effacer", conversation: "a:1-another-chat"));
        await _house.Connector.MessageAsync(2, TestContext.Current.CancellationToken);

        _house.DataBytes().ShouldContain("gabier");
    }

    [Fact]
    public async Task What_could_not_be_erased_is_said_not_to_be()
    {
        await _house.AskAsync(Storm);
        await _house.SettledAsync();

        var erasing = _house.Host.Services.GetRequiredService<TeamsBot.Teams.Erasing>();
        var address = TeamsHouse.Address(_house.Connector.ServiceUrl);
        using (_house.HoldBotFile())
            (await erasing.EraseAsync(address, TestContext.Current.CancellationToken)).ShouldBeFalse();

        _house.DataBytes().ShouldContain("gabier");
        (await erasing.EraseAsync(address, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }
}
