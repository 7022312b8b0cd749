using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Keeping.ModelUse;
using AgentHelpdesk.TeamsBot.Tests.Conversations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Tests.Keeping;

public sealed class ModelGateTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly ConversationHouse _house = new();
    private readonly ModelBudgetOptions _budget = new() { TokensPerDay = 10_000, InputPrice = 2, OutputPrice = 8 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_model_may_be_asked_until_the_day_s_tokens_are_spent_and_again_from_midnight_of_the_installation_on()
    {
        var gate = Gate();
        await CallAsync(gate, 9_000, 900);
        (await gate.RefusalAsync(Token)).ShouldBeNull();
        await gate.SpentAsync(Call(90, 10), Token);
        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.BudgetSpent);

        // 22:59 UTC is one minute before midnight in Paris in November.
        _house.Time.Advance(new DateTimeOffset(2026, 11, 24, 22, 59, 59, TimeSpan.Zero) - _house.Time.GetUtcNow());
        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.BudgetSpent);
        _house.Time.Advance(TimeSpan.FromSeconds(1));
        (await gate.RefusalAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Money_is_counted_by_the_prices_of_a_million_tokens()
    {
        (_budget.TokensPerDay, _budget.CostPerDay) = (0, 0.02m);
        var gate = Gate();
        await CallAsync(gate, 5_000, 1_000);
        (await UseAsync()).Cost.ShouldBe(0.018m);
        // What is on the disk counts twice for the moment until the gate knows it is there: rather too much than too little.
        for (var patience = 0; await gate.RefusalAsync(Token) is { } refusal; patience++)
        {
            patience.ShouldBeLessThan(500, $"{refusal}");
            await Task.Delay(10, Token);
        }

        await gate.SpentAsync(Call(0, 250), Token);

        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.BudgetSpent);
    }

    [Fact]
    public async Task Calls_under_way_count_with_what_one_takes_at_most_so_that_many_at_once_do_not_overspend()
    {
        var gate = Gate();
        var let = 0;
        for (var number = 0; number < 20; number++)
            let += await gate.RefusalAsync(Token) is null ? 1 : 0;
        let.ShouldBe(2, "two calls of some 8,000 tokens reach 10,000");

        await gate.SpentAsync(Call(100, 10), Token);
        await gate.SpentAsync(Call(100, 10), Token);
        (await gate.RefusalAsync(Token)).ShouldBeNull("they took less");
    }

    [Fact]
    public async Task A_call_whose_end_nobody_told_is_not_counted_for_ever()
    {
        var gate = Gate();
        while (await gate.RefusalAsync(Token) is null)
        {
        }

        _house.Time.Advance(TimeSpan.FromMinutes(16));

        (await gate.RefusalAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_used_is_known_after_a_restart()
    {
        await CallAsync(Gate(), 9_000, 2_000);
        await _house.RecordedAsync();
        _house.Restart();

        (await Gate().RefusalAsync(Token)).ShouldBe(FallbackReason.BudgetSpent);
        (await UseAsync()).ShouldBe(new DayUse(Today, 1, 0, 9_000, 2_000, 0.034m));
    }

    [Fact]
    public async Task A_server_that_tells_no_tokens_is_counted_by_characters_and_said_to_be()
    {
        var gate = Gate();
        await gate.RefusalAsync(Token);
        await gate.SpentAsync(Call(0, 0) with { PromptCharacters = 3_000, Said = new string('x', 300) }, Token);

        (await UseAsync()).ShouldBe(new DayUse(Today, 1, 1, 1_000, 100, 0.0028m));
    }

    [Fact]
    public async Task Failed_calls_are_counted_by_reason()
    {
        var gate = Gate();
        await CallAsync(gate, 0, 0, FallbackReason.TooSlow);
        await CallAsync(gate, 0, 0, FallbackReason.TooSlow);
        await CallAsync(gate, 0, 0, FallbackReason.Unavailable);
        await _house.RecordedAsync();

        _house.Get<LocalDatabase>().Read(statements => DayUse.ReadFailures(statements, Today)).ShouldBe([("too-slow", 2), ("unavailable", 1)]);
        (await UseAsync()).Calls.ShouldBe(3);
    }

    [Fact]
    public async Task What_another_process_switched_or_used_is_seen_with_the_next_call()
    {
        var gate = Gate();
        (await gate.RefusalAsync(Token)).ShouldBeNull();
        using var other = new LocalDatabase(_house.Folder.Path, BotSchema.Tables);

        other.Write(statements => new ModelSwitch(true, "essai", Today).Write(statements));
        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.SwitchedOff);
        (await gate.IsOffAsync(Token)).ShouldBeTrue();

        other.Write(statements => new ModelSwitch(false, "", Today).Write(statements));
        (await gate.RefusalAsync(Token)).ShouldBeNull();
        (await gate.IsOffAsync(Token)).ShouldBeFalse();
        other.Write(statements => new DayUse(Today, 5, 0, 10_000, 0, 0).Add(statements));
        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.BudgetSpent);
    }

    [Fact]
    public async Task While_the_file_is_held_the_budget_is_kept_from_memory_and_written_later()
    {
        var gate = Gate();
        await CallAsync(gate, 4_000, 0);
        await _house.RecordedAsync();
        using (_house.HoldFile())
        {
            await CallAsync(gate, 5_900, 100);
            await Should.ThrowAsync<Exception>(_house.RecordedAsync);
            (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.BudgetSpent);
        }

        await gate.SpentAsync(Call(1, 0), Token);
        (await UseAsync()).Tokens.ShouldBe(10_001);
    }

    [Fact]
    public async Task A_file_that_is_no_database_keeps_no_model_from_being_asked_and_the_budget_holds_from_memory()
    {
        await File.WriteAllTextAsync(_house.File, new string('x', 5000), Token);
        var gate = Gate();

        (await gate.RefusalAsync(Token)).ShouldBeNull();
        await gate.SpentAsync(Call(10_000, 0), Token);

        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.BudgetSpent);
    }

    [Fact]
    public async Task The_switch_last_seen_holds_while_the_file_can_t_be_read()
    {
        var gate = Gate();
        _house.Write(statements => new ModelSwitch(true, "", Today).Write(statements));
        (await gate.IsOffAsync(Token)).ShouldBeTrue();
        _house.Execute("DROP TABLE model_switch");

        (await gate.RefusalAsync(Token)).ShouldBe(FallbackReason.SwitchedOff);
    }

    private static ModelCall Call(long input, long output, FallbackReason? failure = null) => new()
    {
        Purpose = ModelCallPurpose.Answer,
        Prompt = "answer-1",
        Model = "m",
        InputTokens = input,
        OutputTokens = output,
        Elapsed = TimeSpan.FromSeconds(1),
        Failure = failure,
    };

    private static async Task CallAsync(ModelGate gate, long input, long output, FallbackReason? failure = null)
    {
        (await gate.RefusalAsync(Token)).ShouldBeNull();
        await gate.SpentAsync(Call(input, output, failure), Token);
    }

    private async Task<DayUse> UseAsync()
    {
        await _house.RecordedAsync();
        return _house.Get<LocalDatabase>().Read(statements => DayUse.Read(statements, Today));
    }

    private ModelGate Gate() => new(
        _house.Get<LocalDatabase>(), _house.Get<GroupedWrites>(), _house.Get<QuestionReader>(), new(Options.Create(_budget)), Options.Create(_budget),
        Options.Create(new ModelWriterOptions()), _house.Time, NullLogger<ModelGate>.Instance);
}
