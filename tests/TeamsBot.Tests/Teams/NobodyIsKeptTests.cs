using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams;
using AgentHelpdesk.TeamsBot.Verbs;
using AgentHelpdesk.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

/// <summary>Sends names, mails and ids on every way in, then looks for them in whatever is left: files, log, exports.</summary>
public sealed class NobodyIsKeptTests : IAsyncLifetime
{
    private const string Group = "19:a-group-of-colleagues@thread.v2";
    private const string Thread = "19:a-channel@thread.tacv2;messageid=1700000000123";
    private const string Colleague = "Camille Voisine";
    private const string ColleagueId = "29:1-camille-voisine";
    private const string Mail = "zoe.cliente@exemple.fr";
    private const string ActivityId = "activite-1795000000001";

    private static readonly string[] Personal =
    [
        SomeActivity.User, SomeActivity.UserName, SomeActivity.UserObject, SomeActivity.PersonalChat, Group, "a-channel@thread", "1700000000123",
        Colleague, ColleagueId, Mail, "alex.agent@caisse.example", "Durand", "123 456 21", ActivityId,
    ];

    private readonly LinesKept _log = new();
    private TeamsHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await TeamsHouse.StartAsync(("Logging:LogLevel:Default", "Debug"), ("Logging:Console:LogLevel:Default", "None"));
        _house.Host.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    public ValueTask DisposeAsync()
    {
        _log.Dispose();
        return _house.DisposeAsync();
    }

    [Fact]
    public async Task No_name_mail_or_id_is_found_in_files_log_or_exports_after_the_turns()
    {
        var answer = await AskAsync(SomeActivity.PersonalChat, "personal", $"Pour Mme Durand, 2 84 05 75 123 456 21, {Mail} : montant de l'indemnité de tempête ? {SomeActivity.UserName}", ActivityId);
        await AskAsync(SomeActivity.PersonalChat, "personal", "langue fr");
        await AskAsync(Group, "groupChat", $"<at>{Colleague}</at> demande le montant de l'indemnité de tempête");
        await AskAsync(Thread, "channel", "forfait de gargouille");
        await _house.SettledAsync(3);
        await InvokeAsync("message/submitAction", Thumb("like", $"{{\"feedbackText\":\"{SomeActivity.UserName}, alex.agent@caisse.example : parlant\"}}"), answer.Id);
        await InvokeAsync("message/submitAction", Thumb("dislike", $"voir {Mail}"), "1700000000999");
        await InvokeAsync("message/fetchTask", Thumb("dislike", ""), answer.Id);
        await InvokeAsync("composeExtension/query", new JsonObject { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "question", ["value"] = $"tempête {Mail}" }) }, null);
        await InvokeAsync("composeExtension/fetchTask", Message($"{Colleague} : indemnité de tempête pour {Mail}"), null);

        // The address of an answered turn is erased behind the answer.
        var left = await _house.DataBytesAsync(bytes => !Leaks(bytes).Any());

        left.ShouldContain("parlant");
        left.ShouldContain("gargouille");
        Leaks(left).ShouldBeEmpty("in the data folder");
        Leaks(string.Join('\n', _log.Lines)).ShouldBeEmpty("in the log");
        _log.Lines.ShouldNotBeEmpty();
        foreach (var form in new[] { "--json", "--csv", "--lang=fr" })
        {
            Leaks(await RunAsync("feedback", form)).ShouldBeEmpty(form);
            Leaks(await RunAsync("questions", form)).ShouldBeEmpty(form);
            Leaks(await RunAsync("records", form)).ShouldBeEmpty(form);
        }

        (await RunAsync("records", "--json")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        using var export = new TempFolder();
        await RunAsync("records", "export", export.Combine("records.jsonl"));
        var records = await File.ReadAllTextAsync(export.Combine("records.jsonl"), TestContext.Current.CancellationToken);
        records.ShouldContain("gargouille");
        Leaks(records).ShouldBeEmpty("in exported records");
        // Nor what stands for a person or conversation here: a record is tied to neither.
        var pseudonyms = _house.Host.Services.GetRequiredService<Pseudonyms>().AllOf(TeamsHouse.Address(_house.Connector.ServiceUrl));
        pseudonyms.Where(pseudonym => records.Contains(pseudonym.Value, StringComparison.Ordinal)).ShouldBeEmpty();
        await RunAsync("model", "off", "--reason", $"plainte de Mme Durand, {Mail}");
        Leaks(await RunAsync("model", "status", "--json")).ShouldBeEmpty("in the switch");

        (await RunAsync("feedback", "--json")).ShouldContain("parlant");
    }

    private static IEnumerable<string> Leaks(string text) => Personal.Where(one => FormsOf(one).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)));

    // As it is, as JSON and addresses write it, and as two bytes a letter (read as Latin letters).
    private static IEnumerable<string> FormsOf(string text) =>
    [
        text, JsonEncodedText.Encode(text).ToString(), Uri.EscapeDataString(text),
        Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text)), Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes(text)),
    ];

    private static JsonObject Thumb(string reaction, string feedback) =>
        new() { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback } };

    private static JsonObject Message(string text) => new()
    {
        ["messagePayload"] = new JsonObject
        {
            ["id"] = ActivityId,
            ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = text },
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = Colleague, ["id"] = ColleagueId } },
        },
    };

    private async Task<SentActivity> AskAsync(string conversation, string type, string text, string? id = null)
    {
        var before = _house.Connector.Sent.Count(one => (string?)one.Body["type"] == "message");
        var activity = SomeActivity.In(_house.Connector.ServiceUrl, conversation, type, id);
        activity["type"] = "message";
        activity["text"] = text;
        if (text.Contains(Colleague, StringComparison.Ordinal))
            activity["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = ColleagueId, ["name"] = Colleague }, ["text"] = $"<at>{Colleague}</at>" });
        (await _house.PostAsync(activity)).EnsureSuccessStatusCode();
        return await _house.Connector.MessageAsync(before + 1, TestContext.Current.CancellationToken);
    }

    private async Task InvokeAsync(string name, JsonObject value, string? replyToId) =>
        (await _house.PostAsync(SomeActivity.Invoke(_house.Connector.ServiceUrl, name, value, replyToId))).EnsureSuccessStatusCode();

    private async Task<string> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        var folder = Path.GetDirectoryName(_house.Host.Services.GetRequiredService<LocalDatabase>().FilePath)!;
        var parse = HelpdeskCommand.Create(Messages.In(Language.French), (_, _) => Task.FromResult(ExitCode.Failed)).Parse([.. words, "--data", folder]);
        parse.InvocationConfiguration.Output = output;
        await parse.InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private sealed class LinesKept : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void Dispose() => Lines.Clear();

        private sealed class Writer(LinesKept kept, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                kept.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
        }
    }
}
