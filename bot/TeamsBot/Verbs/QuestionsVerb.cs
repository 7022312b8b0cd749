using System.CommandLine;
using AgentHelpdesk.TeamsBot.Keeping;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>questions</c>: what agents reported because no rule was found, newest first, for those who keep the documents.</summary>
internal static class QuestionsVerb
{
    public static Command Create(CommandLineWords words) => new KeptList<ReportedQuestion>
    {
        Command = new("questions", words.Messages.HelpQuestions),
        HelpSince = words.Messages.HelpSince,
        Read = (services, _, since) => services.GetRequiredService<ReportedQuestions>().Read(since),
        Json = ReportText.Json,
        Csv = ReportText.Csv,
        Table = ReportText.Table,
    }.Build(words);
}
