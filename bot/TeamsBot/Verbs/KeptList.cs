using System.Collections.Immutable;
using System.CommandLine;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary>A verb that lists what <c>bot.db</c> keeps for those who keep the documents: since a day, as text, JSON or CSV; also while the host runs.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed record KeptList<T>
{
    public required Command Command { get; init; }

    /// <summary>What <c>--since</c> does.</summary>
    public required string HelpSince { get; init; }

    /// <summary>Newest first; from this day on, null: all.</summary>
    public required Func<IServiceProvider, ParseResult, DateOnly?, ImmutableArray<T>> Read { get; init; }

    public required Func<ImmutableArray<T>, string> Json { get; init; }

    public required Func<ImmutableArray<T>, string> Csv { get; init; }

    public required Func<ImmutableArray<T>, DateOnly?, Language, string> Table { get; init; }

    public Command Build(CommandLineWords words)
    {
        var since = new Option<string?>("--since") { Description = HelpSince, HelpName = "D" };
        var csv = new Option<bool>("--csv") { Description = words.Messages.HelpCsv };
        Command.Options.Insert(0, since);
        Command.Add(words.Json);
        Command.Add(csv);
        Command.Validators.Add(result =>
        {
            if (result.GetValue(words.Json) && result.GetValue(csv))
                result.AddError(words.Messages.JsonOrCsv);
        });
        Command.SetAction((parse, cancellationToken) => VerbRun.WithKeptFileAsync(parse, words, async (services, run) =>
        {
            var (isRead, from) = await run.ReadPeriodAsync(parse.GetValue(since));
            if (!isRead)
                return ExitCode.Usage;

            // A list of what was never written does not need a file.
            var rows = File.Exists(services.GetRequiredService<LocalDatabase>().FilePath) ? Read(services, parse, from?.First) : [];
            await run.Output.WriteAsync(parse.GetValue(words.Json) ? Json(rows)
                : parse.GetValue(csv) ? Csv(rows) : Table(rows, from?.First, run.Messages.Language));
            return rows.IsEmpty ? ExitCode.Abstained : ExitCode.Done;
        }));
        return Command;
    }
}
