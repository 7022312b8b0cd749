using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentHelpdesk.ModelServers;
using AgentHelpdesk.ModelServers.Checking;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>check</c>: the settings, then one try of the chat model and of the embedding model, and what was seen.</summary>
internal static class CheckVerb
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(CommandLineWords words)
    {
        var command = new Command("check", words.Messages.HelpCheck) { words.Json };
        command.SetAction((parse, cancellationToken) => VerbRun.WithRoomsAsync(parse, words, async (services, run) =>
        {
            var (model, embedding) = (services.GetRequiredService<IOptions<ModelOptions>>().Value, services.GetRequiredService<IOptions<EmbeddingOptions>>().Value);
            var time = services.GetRequiredService<TimeProvider>();
            var chat = model.Kind is ModelKind.None ? null : await TryModelServers.ChatAsync(model, time, services.GetService<ILoggerFactory>(), cancellationToken);
            var vector = embedding.Kind is ModelKind.None ? null : await TryModelServers.EmbeddingAsync(embedding, time, cancellationToken);
            if (parse.GetValue(words.Json))
            {
                await run.Output.WriteLineAsync(JsonSerializer.Serialize(new { Model = Shown(chat), Embedding = Shown(vector) }, Form));
            }
            else
            {
                foreach (var warning in ModelSettingsCheck.Warnings(services.GetRequiredService<IConfiguration>()))
                    await run.Output.WriteLineAsync(run.Messages.BadSetting(warning));
                await SayAsync(run, chat, run.Messages.CheckNoModel, run.Messages.CheckModel);
                await SayAsync(run, vector, run.Messages.CheckNoEmbedding, run.Messages.CheckEmbedding);
            }

            return chat is { Succeeded: false } || vector is { Succeeded: false } ? ExitCode.Failed : ExitCode.Done;
        }));
        return command;
    }

    private static object Shown(ServerCheck? check) => check is null
        ? new { Kind = ModelKind.None }
        : new
        {
            check.Kind,
            check.Endpoint,
            check.ConfiguredName,
            check.ReportedName,
            check.Succeeded,
            check.Failure,
            check.Detail,
            Milliseconds = Math.Round(check.Elapsed.TotalMilliseconds),
            check.HonoursSchema,
            check.InputTokens,
            check.OutputTokens,
            check.VectorSize,
            check.ConfiguredSize,
        };

    private static async Task SayAsync(VerbRun run, ServerCheck? check, string none, Func<string, string, string> configured)
    {
        if (check is null)
        {
            await run.Output.WriteLineAsync(none);
            return;
        }

        await run.Output.WriteLineAsync(configured(check.ConfiguredName, check.Endpoint));
        foreach (var line in Lines(run.Messages, check))
            await run.Output.WriteLineAsync("  " + line.Replace("\n", "\n  ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Lines(Messages messages, ServerCheck check)
    {
        if (check.Failure is { } failure)
        {
            yield return messages.CheckFailure(failure, check.Detail);
            yield break;
        }

        yield return check.IsNamedOtherwise ? messages.CheckNamedOtherwise(check.ReportedName, check.ConfiguredName)
            : check.ReportedName.Length > 0 ? messages.CheckReported(check.ReportedName) : messages.CheckReportedNothing;
        if (check.HonoursSchema is { } honoured)
            yield return honoured ? messages.CheckSchemaHonoured : messages.CheckSchemaIgnored;
        if (check.VectorSize is { } size)
            yield return messages.CheckVector(size);
        if (check.InputTokens is not null || check.OutputTokens is not null)
            yield return messages.CheckTokens(check.InputTokens, check.OutputTokens);
        yield return messages.CheckTook(check.Elapsed.TotalMilliseconds);
    }
}
