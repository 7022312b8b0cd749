using System.CommandLine;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Starting;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary>The command line: without a verb the web host, the others in the console.</summary>
internal static class HelpdeskCommand
{
    public delegate Task<int> Serve(ServeRequest request, CancellationToken cancellationToken);

    public static RootCommand Create(Messages messages, Serve serve)
    {
        var words = new CommandLineWords(messages);
        var address = new Option<string?>("--urls") { Description = messages.HelpAddress(ListeningAddress.Default), HelpName = "URL" };
        var root = new RootCommand(messages.HelpProgram)
        {
            words.DataFolder, words.Language, address,
            AskVerb.Create(words), SearchVerb.Create(words), QuestionsVerb.Create(words), FeedbackVerb.Create(words),
            RecordsVerb.Create(words), ReplayVerb.Create(words), ModelVerb.Create(words), CheckVerb.Create(words), TeamsPackageVerb.Create(words),
        };

        // Any setting may be given as --Section:Name=value; a word that is no option is a mistyped verb.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(async (parse, cancellationToken) =>
        {
            var run = new VerbRun(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, messages);
            if (parse.UnmatchedTokens.FirstOrDefault(IsNoSetting) is { } word)
            {
                await run.Error.WriteLineAsync(messages.UnknownWord(word));
                return ExitCode.Usage;
            }

            return await serve(new(parse.GetValue(words.DataFolder), parse.GetValue(address), [.. parse.UnmatchedTokens], run), cancellationToken);
        });
        return root;
    }

    private static bool IsNoSetting(string word) => !word.StartsWith("--", StringComparison.Ordinal) || !word.Contains('=', StringComparison.Ordinal);
}

/// <param name="DataFolder">As given; null: the setting or the checkout's.</param>
/// <param name="Address">As given; null: the setting or the default.</param>
/// <param name="Settings">What else stood on the command line: settings by their full key.</param>
/// <param name="Run">Where to write.</param>
internal sealed record ServeRequest(string? DataFolder, string? Address, string[] Settings, VerbRun Run);
