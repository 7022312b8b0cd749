using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.ModelDoubles;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Keeping.Records;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.Benchmarks.Turns;

/// <summary>What a turn costs beside the model: one that answers at once in this process, everything else as in the product, no answer twice.</summary>
internal sealed class TurnTable : IDisposable
{
    private const int WarmUp = 100;

    private static readonly string[] Stages = ["understand and retrieve", "prompt", "parse", "verify", "conflicts", "first line", "view", "record"];

    private readonly Dictionary<string, List<double>> _times = new() { ["turn"] = [] };
    private readonly ServiceProvider _services;
    private readonly ScriptedChatClient _client;
    private TimeSpan _model;
    private int _grounded;
    private int _byModel;
    private int _shown;
    private int _dropped;

    private TurnTable(string folder)
    {
        _client = new((messages, _) => Said(messages));
        _services = new ServiceCollection().AddLogging().AddEmbeddedKnowledge(folder).AddAnswering().AddKeeping(folder)
            .AddSingleton<IChatClient>(_client).Configure<AnswerCacheOptions>(options => options.Enabled = false).BuildServiceProvider();
    }

    public static async Task PrintAsync(int chunks, int turns)
    {
        var folder = Directory.CreateTempSubdirectory("agenthelpdesk-benchmark-").FullName;
        try
        {
            using var table = new TurnTable(folder);
            await table.RunAsync(chunks, turns);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose()
    {
        _services.Dispose();
        _client.Dispose();
    }

    private async Task RunAsync(int chunks, int turns)
    {
        var corpus = new RuleCorpus(chunks, seed: 20260101);
        var start = Stopwatch.GetTimestamp();
        await corpus.PublishAsync(_services.GetRequiredService<IWriterLock>(), _services.GetRequiredService<IIndexWriter>());
        Console.WriteLine($"{chunks:N0} chunks published in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s; {Environment.ProcessorCount} cores, load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}");
        var asked = (await File.ReadAllLinesAsync(RepositoryRoot.Combine("tests", "Samples", "questions.jsonl")))
            .Select(line => JsonDocument.Parse(line).RootElement).Where(question => question.GetProperty("answerable").GetBoolean()).Select(question => question.GetProperty("question").GetString() ?? "").ToArray();
        for (var turn = 0; turn < WarmUp + turns; turn++)
        {
            if (turn == WarmUp)
                Reset();
            var question = new Question { Text = corpus.Question(asked[turn % asked.Length], turn) };
            await TurnAsync(question);
            await StagesAsync(question);
        }

        Print(turns);
    }

    private async Task TurnAsync(Question question)
    {
        _model = TimeSpan.Zero;
        var start = Stopwatch.GetTimestamp();
        var answer = await _services.GetRequiredService<AnswerQuestion>().AskAsync(question, CancellationToken.None);
        var answered = new TurnOutcome.Answered(answer, AnswerViewBuilder.Build(answer, Language.French)) { Language = Language.French };
        TurnRecordJson.Of(TurnRecordBuilder.Build(answered));
        Add("turn", (Stopwatch.GetElapsedTime(start) - _model).TotalMilliseconds);
        if (answer is not Answer.Grounded grounded)
            return;
        _grounded++;
        _byModel += grounded.Writer is WriterKind.Model ? 1 : 0;
        _shown += grounded.Claims.Length;
        _dropped += grounded.Dropped.Length;
        // As in the product the disk is waited for by nobody; here it is waited for so that the next turn has the machine.
        await _services.GetRequiredService<TurnRecords>().KeepAsync(answered);
    }

    // The same steps again one by one: what a turn does between them is what is missing from their sum.
    private async Task StagesAsync(Question question)
    {
        var start = Stopwatch.GetTimestamp();
        var retrieval = await _services.GetRequiredService<SearchPassages>().SearchAsync(question, CancellationToken.None);
        Add(Stages[0], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (retrieval.Evidence.Lack is not null)
            return;
        var options = new ModelWriterOptions();
        var prompt = Timed(Stages[1], () => AnswerPrompt.Of(retrieval, options.Passages, options.PassageCharacters));
        var said = QuotingModel.Answer(prompt.Messages);
        var draft = Timed(Stages[2], () =>
        {
            var written = WrittenDraft.Read(said, out _) ?? throw new InvalidOperationException("The script's answer can't be read.");
            var points = new OpenPoints(retrieval);
            points.Missing(written.Missing);
            points.FollowUps(written.FollowUps);
            return DraftComposer.Of(written.Claims, retrieval.Passages);
        });
        var verified = Timed(Stages[3], () => CitationVerifier.Verify(draft, retrieval.Passages, new() { Writer = WriterKind.Model, Language = retrieval.Question.Language }));
        if (!verified.Answers)
            return;
        Timed(Stages[4], () => ConflictFinder.Find(retrieval, verified.Claims, verified.Citations));
        Timed(Stages[5], () => FirstLineFinder.Find(retrieval, verified));
        var answer = await _services.GetRequiredService<AnswerQuestion>().AskAsync(question, CancellationToken.None);
        var view = Timed(Stages[6], () => AnswerViewBuilder.Build(answer, Language.French));
        Timed(Stages[7], () => TurnRecordJson.Of(TurnRecordBuilder.Build(new TurnOutcome.Answered(answer, view) { Language = Language.French })));
    }

    private string Said(IReadOnlyList<ChatMessage> messages)
    {
        var start = Stopwatch.GetTimestamp();
        var said = QuotingModel.Answer(messages);
        _model += Stopwatch.GetElapsedTime(start);
        return said;
    }

    private T Timed<T>(string stage, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Add(stage, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    private void Add(string stage, double milliseconds)
    {
        if (!_times.TryGetValue(stage, out var times))
            _times[stage] = times = [];
        times.Add(milliseconds);
    }

    private void Reset()
    {
        _times.Clear();
        (_grounded, _byModel, _shown, _dropped) = (0, 0, 0, 0);
    }

    private void Print(int turns)
    {
        var whole = _times["turn"].Sum();
        Console.WriteLine($"{turns} turns, {_grounded} answered, {_byModel} by the model; {_shown} claims shown, {_dropped} dropped; milliseconds");
        Console.WriteLine($"{"",-28}{"median",9}{"p90",9}{"p99",9}{"share",9}");
        foreach (var stage in Stages.Prepend("turn").Where(_times.ContainsKey))
        {
            double[] times = [.. _times[stage].Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{stage,-28}{Quantile(times, .5),9:0.00}{Quantile(times, .9),9:0.00}{Quantile(times, .99),9:0.00}{times.Sum() / whole,9:0%}"));
        }
    }

    private static double Quantile(double[] times, double share) => times[Math.Min(times.Length - 1, (int)(times.Length * share))];
}
