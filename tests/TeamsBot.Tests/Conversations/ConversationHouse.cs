using System.Text;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Conversations;
using AgentHelpdesk.TeamsBot.Keeping;
using AgentHelpdesk.TeamsBot.Keeping.Records;
using AgentHelpdesk.TeamsBot.Settings;
using AgentHelpdesk.TeamsBot.Teams;
using AgentHelpdesk.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AgentHelpdesk.TeamsBot.Tests.Conversations;

/// <summary>Conversations over documents in memory and a real <c>bot.db</c>; starts again over the same folder as a host would.</summary>
internal sealed class ConversationHouse : IDisposable
{
    private readonly KeepingOptions _options;
    private ServiceProvider _services;

    public ConversationHouse(KeepingOptions? options = null)
    {
        _options = options ?? new();
        Knowledge.Publish([
            new DocumentBuilder("Circulaire sur l'indemnité de tempête")
                .Chunk("Le montant de l'indemnité de tempête est de 45 euros par jour pour les marins salariés.", "Montant")
                .Chunk("Le montant de l'indemnité de tempête est de 30 euros par jour pour les indépendants.", "Montant pour les indépendants").BuildOnPages(),
            new DocumentBuilder("Instruction sur la pension de rivage")
                .Chunk("La pension de rivage est versée à compter de 62 ans.", "Âge").BuildOnPages()]);
        _services = Open();
    }

    public TempFolder Folder { get; } = new();

    public InMemoryKnowledge Knowledge { get; } = new();

    public FakeTimeProvider Time { get; } = new(new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public Conversation Conversation => _services.GetRequiredService<Conversation>();

    public KeptConversations Kept => _services.GetRequiredService<KeptConversations>();

    public TurnJournal Journal => _services.GetRequiredService<TurnJournal>();

    public Pseudonyms Pseudonyms => _services.GetRequiredService<Pseudonyms>();

    public ReportedQuestions Reports => _services.GetRequiredService<ReportedQuestions>();

    public Ratings Ratings => _services.GetRequiredService<Ratings>();

    public RatingList RatingList => _services.GetRequiredService<RatingList>();

    public RatedQuotes RatedQuotes => _services.GetRequiredService<RatedQuotes>();

    public TurnRecords Records => _services.GetRequiredService<TurnRecords>();

    public TurnRecordList RecordList => _services.GetRequiredService<TurnRecordList>();

    public RecordedWords RecordedWords => _services.GetRequiredService<RecordedWords>();

    public string File => Folder.Combine("bot.db");

    public static ConversationId Id(int number) => ConversationId.TryParse(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture), out var id) ? id : default;

    public async Task<TurnOutcome.Answered> AskAsync(int conversation, string text, TurnId? comparedWith = null) =>
        (await Conversation.AskAsync(new(Id(conversation), text, "", null, comparedWith), TestContext.Current.CancellationToken)).ShouldBeOfType<TurnOutcome.Answered>();

    public async Task<IReadOnlyList<string>> QuestionsAsync(int conversation) =>
        [.. (await Conversation.ReadAsync(Id(conversation), TestContext.Current.CancellationToken)).Select(turn => turn.View.Question)];

    /// <summary>What was to be recorded before is recorded.</summary>
    public Task RecordedAsync() => _services.GetRequiredService<GroupedWrites>().WriteAsync(_ => 0);

    public void Restart()
    {
        _services.Dispose();
        _services = Open();
    }

    /// <summary>Every byte of the data folder, as Latin letters and as UTF-8.</summary>
    public string Bytes()
    {
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(Folder.Path))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            all.Append(Encoding.Latin1.GetString(bytes.ToArray())).Append(Encoding.UTF8.GetString(bytes.ToArray()));
        }

        return all.ToString();
    }

    /// <summary>Does to the file what the product would not.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Writes as a part of the product does.</summary>
    public void Write(Func<LocalStatements, int> write) => _services.GetRequiredService<LocalDatabase>().Write(write, emptiesLog: true);

    /// <summary>Another program writes to the file, until this is disposed of.</summary>
    public IDisposable HoldFile()
    {
        var connection = Connect();
        connection.BeginTransaction(deferred: false);
        return connection;
    }

    public void Dispose()
    {
        _services.Dispose();
        Folder.Dispose();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    private ServiceProvider Open()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ICatalogueReader>(Knowledge);
        services.AddSingleton<IIndexReader>(Knowledge);
        services.AddAnswering();
        services.Configure<AnsweringOptions>(options => options.MinimumEvidence = 0);
        services.AddSingleton(Options.Create(_options));
        services.AddSingleton(Options.Create(new WebOptions()));
        services.AddSingleton(Options.Create(new LanguageOptions()));
        services.AddSingleton(Options.Create(new AudienceOptions()));
        services.AddSingleton<Turn>();
        services.AddSingleton<ConversationQueue>();
        services.AddSingleton<Conversation>();
        services.AddKeeping(Folder.Path);
        return services.BuildServiceProvider();
    }
}
