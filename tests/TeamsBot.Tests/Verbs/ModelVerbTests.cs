using System.Text.Json;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping.ModelUse;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Tests.Conversations;
using AgentHelpdesk.TeamsBot.Verbs;

namespace AgentHelpdesk.TeamsBot.Tests.Verbs;

public sealed class ModelVerbTests : IDisposable
{
    private readonly ConversationHouse _house = new();
    private readonly StringWriter _output = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _house.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task The_switch_turns_the_model_of_a_host_that_runs_off_and_on_with_its_next_call()
    {
        var gate = _house.Get<IModelGate>();
        (await gate.RefusalAsync(Token)).ShouldBeNull();

        (await RunAsync("model", "off", "--reason", "réponses fausses sur les barèmes")).ShouldBe(ExitCode.Done);
        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.SwitchedOff);
        (await RunAsync("model", "status")).ShouldBe(ExitCode.Done);
        _output.ToString().ShouldContain("raison\u202f: réponses fausses sur les barèmes");

        (await RunAsync("model", "on")).ShouldBe(ExitCode.Done);
        (await gate.RefusalAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_state_tells_calls_tokens_cost_budget_and_failures_of_the_day()
    {
        // The verb has the clock of the machine.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).DateTime);
        _house.Write(statements => new DayUse(today, 12, 3, 40_000, 2_000, 0.5m).Add(statements) + DayUse.AddFailure(statements, today, FallbackReason.TooSlow));

        (await RunAsync("model", "status", "--json", "--Model:Budget:TokensPerDay=42000", "--Model:Budget:Currency=CHF")).ShouldBe(ExitCode.Done);

        using var json = JsonDocument.Parse(_output.ToString());
        var state = json.RootElement;
        state.GetProperty("model").ValueKind.ShouldBe(JsonValueKind.Null);
        state.GetProperty("calls").GetInt64().ShouldBe(12);
        state.GetProperty("estimated").GetInt64().ShouldBe(3);
        state.GetProperty("cost").GetDecimal().ShouldBe(0.5m);
        state.GetProperty("isSpent").GetBoolean().ShouldBeTrue();
        state.GetProperty("currency").GetString().ShouldBe("CHF");
        state.GetProperty("failures").GetProperty("too-slow").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("xyz", ExitCode.Usage)]
    [InlineData("0123abc", ExitCode.Usage)]
    public async Task What_is_no_id_of_a_turn_is_replayed_by_nobody(string id, int code)
    {
        (await RunAsync("replay", id)).ShouldBe(code);
    }

    private async Task<int> RunAsync(params string[] args)
    {
        var parse = HelpdeskCommand.Create(Messages.In(Language.French), (_, _) => Task.FromResult(ExitCode.Failed)).Parse([.. args, "--data", _house.Folder.Path]);
        parse.InvocationConfiguration.Output = _output;
        parse.InvocationConfiguration.Error = _output;
        return await parse.InvokeAsync(cancellationToken: Token);
    }
}
