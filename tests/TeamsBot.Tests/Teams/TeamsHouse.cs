using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.ChannelDoubles;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

/// <summary>The real host in a channel without tokens, with two documents, and a connector to answer to.</summary>
internal sealed class TeamsHouse : IAsyncDisposable
{
    private TeamsHouse(ConnectorDouble connector, RunningHost host) => (Connector, Host) = (connector, host);

    public ConnectorDouble Connector { get; }

    public RunningHost Host { get; }

    public static async Task<TeamsHouse> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = new RunningHost([("Bot:AllowAnonymous", "true"), ("Answering:MinimumEvidence", "0"), .. settings]);
        host.Knowledge.Publish([
            new DocumentBuilder("Circulaire sur l'indemnité de tempête")
                .Chunk("Le montant de l'indemnité de tempête est de 45 euros par jour pour les marins salariés.", "Montant")
                .Chunk("Le montant de l'indemnité de tempête est de 30 euros par jour pour les indépendants.", "Montant pour les indépendants").BuildOnPages(),
            new DocumentBuilder("Instruction sur la pension de rivage")
                .Chunk("La pension de rivage est versée à compter de 62 ans.", "Âge").BuildOnPages()]);
        return new(await ConnectorDouble.StartAsync(), host);
    }

    /// <summary>As the channel posts it.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonObject activity) =>
        Host.Client.PostAsJsonAsync("/api/messages", activity, TestContext.Current.CancellationToken);

    /// <summary>Asks in a personal chat and waits for the answer.</summary>
    public async Task<SentActivity> AskAsync(string text)
    {
        var before = Connector.Sent.Count(one => (string?)one.Body["type"] == "message");
        using var reply = await PostAsync(SomeActivity.Message(Connector.ServiceUrl, text));
        reply.EnsureSuccessStatusCode();
        return await Connector.MessageAsync(before + 1, TestContext.Current.CancellationToken);
    }

    /// <summary>Every answer that was sent is known by its message: the answer is out a moment before the host has noted which it was.</summary>
    /// <param name="answers">How many; null: every message was one.</param>
    public async Task SettledAsync(int? answers = null)
    {
        var database = Host.Services.GetRequiredService<LocalDatabase>();
        answers ??= Connector.Sent.Count(one => (string?)one.Body["type"] == "message");
        while (database.Read(statements => statements.Number("SELECT count(*) FROM sent")) < answers)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    /// <summary>Another program writes to <c>bot.db</c>, until this is disposed of.</summary>
    public IDisposable HoldBotFile()
    {
        var connection = new SqliteConnection($"Data Source={Host.Services.GetRequiredService<LocalDatabase>().FilePath};Pooling=False");
        connection.Open();
        connection.BeginTransaction(deferred: false);
        return connection;
    }

    /// <summary>Every byte of the data folder, as Latin letters and as UTF-8.</summary>
    public string DataBytes()
    {
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(Host.Services.GetRequiredService<LocalDatabase>().FilePath)!, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            all.Append(Encoding.Latin1.GetString(bytes.ToArray())).Append(Encoding.UTF8.GetString(bytes.ToArray()));
        }

        return all.ToString();
    }

    /// <summary>The same once it is as it should be, or after some seconds.</summary>
    public async Task<string> DataBytesAsync(Func<string, bool> isAsItShouldBe)
    {
        for (var tries = 0; tries < 50 && !isAsItShouldBe(DataBytes()); tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        return DataBytes();
    }

    /// <summary>Where the replies to <see cref="SomeActivity.Message"/> go.</summary>
    public static ReplyAddress Address(string serviceUrl) => ReplyAddress.Of(SomeActivity.Message(serviceUrl, "").Deserialize(ActivityJson.Wire.Activity)!)!;

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        Host.Dispose();
    }
}
