using System.CommandLine;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Keeping.Records;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>records</c>: the turns that are recorded; <c>records export FILE</c>: each of them whole, for an audit.</summary>
internal static class RecordsVerb
{
    public static Command Create(CommandLineWords words) => new KeptList<RecordedTurn>
    {
        Command = new("records", words.Messages.HelpRecords) { Export(words) },
        HelpSince = words.Messages.HelpRecordsSince,
        Read = (services, _, since) => services.GetRequiredService<TurnRecordList>().Read(since),
        Json = TurnRecordText.Json,
        Csv = TurnRecordText.Csv,
        Table = TurnRecordText.Table,
    }.Build(words);

    private static Command Export(CommandLineWords words)
    {
        var file = new Argument<string>("file") { Description = words.Messages.HelpRecordsFile, HelpName = "FILE" };
        var since = new Option<string?>("--since") { Description = words.Messages.HelpRecordsSince, HelpName = "D" };
        var until = new Option<string?>("--until") { Description = words.Messages.HelpRecordsUntil, HelpName = "D" };
        var command = new Command("export", words.Messages.HelpRecordsExport) { file, since, until };
        command.SetAction((parse, cancellationToken) => VerbRun.WithKeptFileAsync(parse, words, async (services, run) =>
        {
            var (isFirstRead, first) = await run.ReadPeriodAsync(parse.GetValue(since));
            var (isLastRead, last) = await run.ReadPeriodAsync(parse.GetValue(until));
            if (!isFirstRead || !isLastRead)
                return ExitCode.Usage;
            var documents = File.Exists(services.GetRequiredService<LocalDatabase>().FilePath)
                ? services.GetRequiredService<TurnRecordList>().Documents(first?.First, last?.Last)
                : [];
            return await WriteAsync(parse.GetValue(file) ?? "", documents, run, cancellationToken);
        }));
        return command;
    }

    private static async Task<int> WriteAsync(string file, IEnumerable<string> documents, VerbRun run, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        var unfinished = path + ".part";
        var count = 0;
        try
        {
            await using (var writer = new StreamWriter(Create(unfinished)))
            {
                foreach (var document in documents)
                {
                    await writer.WriteAsync((document + "\n").AsMemory(), cancellationToken);
                    count++;
                }
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await run.Error.WriteLineAsync(run.Messages.RecordsNotWritten(path, exception.Message));
            return ExitCode.Failed;
        }

        await run.Output.WriteLineAsync(run.Messages.RecordsWritten(count, path));
        return count == 0 ? ExitCode.Abstained : ExitCode.Done;
    }

    // What was asked at a helpdesk is for the account that exports it.
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
