using System.CommandLine;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Embedded;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Starting;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary>Where a command writes, and in which language it speaks about itself.</summary>
internal sealed record VerbRun(TextWriter Output, TextWriter Error, Messages Messages)
{
    /// <summary>Builds the helpdesk without its pages, runs the verb on a store that answers, and says what kept it from running.</summary>
    public static Task<int> WithHelpdeskAsync(ParseResult parse, CommandLineWords words, Func<IServiceProvider, VerbRun, Task<int>> verb, CancellationToken cancellationToken) =>
        WithRoomsAsync(parse, words, async (services, run) =>
        {
            await services.GetRequiredService<Readiness>().CheckAsync(cancellationToken);
            return await verb(services, run);
        });

    /// <summary>The same for a verb that asks nothing of the documents: it runs also while they can't be read.</summary>
    public static Task<int> WithRoomsAsync(ParseResult parse, CommandLineWords words, Func<IServiceProvider, VerbRun, Task<int>> verb)
    {
        var run = new VerbRun(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, words.Messages);
        return run.SayingFailuresAsync(async () =>
        {
            // The program's own folder, so that its settings are found whatever the working directory.
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [.. parse.UnmatchedTokens], ContentRootPath = AppContext.BaseDirectory });
            builder.AddHelpdesk(DataFolder.Locate(parse.GetValue(words.DataFolder), builder.Configuration[DataFolder.Setting]));
            using var host = builder.Build();
            return await verb(host.Services, run);
        });
    }

    /// <summary>The same for a verb that reads or writes what <c>bot.db</c> keeps, and nothing else.</summary>
    public static Task<int> WithKeptFileAsync(ParseResult parse, CommandLineWords words, Func<IServiceProvider, VerbRun, Task<int>> verb) =>
        WithRoomsAsync(parse, words, async (services, run) =>
        {
            try
            {
                return await verb(services, run);
            }
            catch (DataFolderException damaged) when (damaged.Fault == DataFolderFault.Damaged)
            {
                // The remedy for documents, a backup, is none for this file.
                await run.Error.WriteLineAsync(run.Messages.KeptFileDamaged(damaged.Path));
                return ExitCode.Failed;
            }
        });

    /// <summary>A day or period as typed, or null when none was; says so when it is neither.</summary>
    public async Task<(bool IsRead, AsOf? Period)> ReadPeriodAsync(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (true, null);
        if (PeriodText.TryParse(typed, out var period))
            return (true, period);
        await Error.WriteLineAsync(Messages.BadDate(Printable.Line(typed)));
        return (false, null);
    }

    public async Task<int> SayingFailuresAsync(Func<Task<int>> work, Func<string>? address = null)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (StartFailure.Say(exception, address?.Invoke() ?? "", Messages) is { } sentence)
        {
            await Error.WriteLineAsync(sentence);
            return exception is AddressException ? ExitCode.Usage : ExitCode.Failed;
        }
    }
}
