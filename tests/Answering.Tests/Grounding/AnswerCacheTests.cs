using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class AnswerCacheTests : IDisposable
{
    private const string Rule = "Le plafond de ressources est fixé à 27 141 euros pour un enfant.";
    private const string Asked = "Quel est le plafond de ressources pour un enfant ?";
    private const string True = $$"""{"status":"answered","claims":[{"kind":"rule","text":"Le plafond de ressources est de 27 141 € pour un enfant.","passage":1,"quote":"{{Rule}}"}],"missing":[],"followUps":[]}""";
    private const string False = $$"""{"status":"answered","claims":[{"kind":"rule","text":"Le plafond de ressources est de 31 000 €.","passage":1,"quote":"{{Rule}}"}],"missing":[],"followUps":[]}""";

    private readonly FakeTimeProvider _time = new(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryKnowledge _knowledge = new();
    private readonly TurnableGate _gate = new();
    private readonly ScriptedChatClient _client;
    private readonly SlowedClient _slowed;
    private readonly AnswerCacheOptions _options = new() { Entries = 3, Minutes = 30 };
    private string _said = True;
    private ServiceProvider? _services;

    public AnswerCacheTests()
    {
        _client = new((_, _) => _said);
        _slowed = new(_client);
        var chunks = new RuleBook().Section("Titre I").Paragraph(Rule).Build();
        _knowledge.Publish([(chunks[0].Revision, [.. chunks.Select(chunk => chunk.Chunk)])]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _services?.Dispose();
        _slowed.Dispose();
    }

    [Fact]
    public async Task The_same_question_typed_otherwise_is_answered_without_asking_the_model_again_and_says_so()
    {
        var first = await WritingOfAsync(Asked);
        var again = await WritingOfAsync("quel est le  PLAFOND de ressources pour un enfant");

        first.IsCached.ShouldBeFalse();
        again.IsCached.ShouldBeTrue();
        again.Writer.ShouldBe(WriterKind.Model);
        again.Calls.ShouldBe(first.Calls);
        _client.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_day_other_rights_another_language_and_another_question_are_asked_anew()
    {
        await WritingOfAsync(Asked);
        (await WritingOfAsync(Asked, question => question with { AsOf = Knowledge.Documents.AsOf.Day(new(2025, 3, 1)) })).IsCached.ShouldBeFalse();
        (await WritingOfAsync(Asked, question => question with { Audiences = ["caf"] })).IsCached.ShouldBeFalse();
        (await WritingOfAsync(Asked, question => question with { Kinds = ["guide"] })).IsCached.ShouldBeFalse();
        (await WritingOfAsync(Asked, question => question with { Language = "en" })).IsCached.ShouldBeFalse();
        (await WritingOfAsync("Quel plafond de ressources pour un enfant")).IsCached.ShouldBeFalse();
        _time.Advance(TimeSpan.FromDays(1));
        (await WritingOfAsync(Asked)).IsCached.ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_publication_never_gives_an_answer_of_the_one_before()
    {
        await WritingOfAsync(Asked);
        var more = new RuleBook("Autre guide").Section("Titre I").Paragraph("Les bateaux sont bleus.").Build();
        _knowledge.Publish([(more[0].Revision, [.. more.Select(chunk => chunk.Chunk)])]);

        (await WritingOfAsync(Asked)).IsCached.ShouldBeFalse();
        _client.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_what_the_model_wrote_and_what_stood_is_held()
    {
        _said = False;
        (await WritingOfAsync(Asked)).Writer.ShouldBe(WriterKind.Extractive);
        var asked = _client.Asked.Count;

        (await WritingOfAsync(Asked)).IsCached.ShouldBeFalse();
        _client.Asked.Count.ShouldBeGreaterThan(asked);
    }

    [Fact]
    public async Task An_answer_is_held_no_longer_than_its_minutes_and_no_more_of_them_than_the_option_says()
    {
        await WritingOfAsync(Asked);
        _time.Advance(TimeSpan.FromMinutes(29));
        (await WritingOfAsync(Asked)).IsCached.ShouldBeTrue();
        _time.Advance(TimeSpan.FromMinutes(2));
        (await WritingOfAsync(Asked)).IsCached.ShouldBeFalse();

        for (var number = 1; number <= 4; number++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await WritingOfAsync($"{Asked} ({number})");
        }

        (await WritingOfAsync($"{Asked} (4)")).IsCached.ShouldBeTrue();
        (await WritingOfAsync(Asked)).IsCached.ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_model_wrote_before_is_not_shown_once_somebody_turned_it_off()
    {
        await WritingOfAsync(Asked);
        _gate.IsOff = true;

        var off = await WritingOfAsync(Asked);

        off.Writer.ShouldBe(WriterKind.Extractive);
        off.Fallback.ShouldBe(FallbackReason.SwitchedOff);
        off.IsCached.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_held_where_the_option_says_so()
    {
        _options.Enabled = false;
        await WritingOfAsync(Asked);

        (await WritingOfAsync(Asked)).IsCached.ShouldBeFalse();
        _client.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_question_of_ten_at_once_is_asked_of_the_model_once()
    {
        _slowed.Holds = true;
        var asking = Enumerable.Range(0, 10).Select(_ => WritingOfAsync(Asked)).ToArray();
        await _slowed.Entered.WaitAsync(Token);
        await Task.Delay(100, Token);
        _slowed.Release();

        var writings = await Task.WhenAll(asking);

        _client.Asked.Count.ShouldBe(1);
        writings.Count(writing => !writing.IsCached).ShouldBe(1);
        writings.ShouldAllBe(writing => writing.Writer == WriterKind.Model);
    }

    [Fact]
    public async Task Whoever_leaves_takes_the_answer_from_nobody_else_and_the_last_one_stops_the_model()
    {
        _slowed.Holds = true;
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var gone = WritingOfAsync(Asked, stop: first.Token);
        await _slowed.Entered.WaitAsync(Token);
        var stays = WritingOfAsync(Asked, stop: second.Token);
        await Task.Delay(100, Token);

        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(gone);
        _slowed.Stopped.CurrentCount.ShouldBe(0);
        await second.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(stays);
        (await _slowed.Stopped.WaitAsync(TimeSpan.FromSeconds(10), Token)).ShouldBeTrue();

        _slowed.Holds = false;
        (await WritingOfAsync(Asked)).IsCached.ShouldBeFalse();
        (await WritingOfAsync(Asked)).IsCached.ShouldBeTrue();
    }

    private async Task<WritingRecord> WritingOfAsync(string text, Func<Question, Question>? with = null, CancellationToken? stop = null)
    {
        _services ??= Open();
        var question = new Question { Text = text };
        var answer = await _services.GetRequiredService<AnswerQuestion>().AskAsync(with?.Invoke(question) ?? question, stop ?? Token);
        return answer.ShouldBeOfType<Answer.Grounded>().Writing;
    }

    private ServiceProvider Open()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<ICatalogueReader>(_knowledge);
        services.AddSingleton<IIndexReader>(_knowledge);
        services.AddSingleton<IChatClient>(_slowed);
        services.AddSingleton<IModelGate>(_gate);
        services.AddAnswering();
        services.Configure<AnsweringOptions>(options => options.MinimumEvidence = 0);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(_options));
        return services.BuildServiceProvider();
    }

    private sealed class TurnableGate : IModelGate
    {
        public bool IsOff { get; set; }

        public ValueTask<FallbackReason?> RefusalAsync(CancellationToken cancellationToken) => ValueTask.FromResult<FallbackReason?>(IsOff ? FallbackReason.SwitchedOff : null);

        public ValueTask SpentAsync(ModelCall call, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<bool> IsOffAsync(CancellationToken cancellationToken) => ValueTask.FromResult(IsOff);
    }

    /// <summary>Lets a call through once it is told to.</summary>
    private sealed class SlowedClient(ScriptedChatClient inner) : DelegatingChatClient(inner)
    {
        private readonly SemaphoreSlim _go = new(0);

        public bool Holds { get; set; }

        public SemaphoreSlim Entered { get; } = new(0);

        public SemaphoreSlim Stopped { get; } = new(0);

        public void Release() => _go.Release(100);

        public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            await WaitAsync(cancellationToken);
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }

        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await WaitAsync(cancellationToken);
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
                yield return update;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _go.Dispose();
                Entered.Dispose();
                Stopped.Dispose();
            }

            base.Dispose(disposing);
        }

        private async Task WaitAsync(CancellationToken cancellationToken)
        {
            Entered.Release();
            if (!Holds)
                return;
            try
            {
                await _go.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Stopped.Release();
                throw;
            }
        }
    }
}
